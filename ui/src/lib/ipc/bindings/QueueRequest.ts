// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { GenerationId } from "./GenerationId";
import type { PersonId } from "./PersonId";
import type { QueueList } from "./QueueList";
import type { QueueOrder } from "./QueueOrder";
import type { Scope } from "./Scope";

/**
 * Asks for a page of a list.
 */
export type QueueRequest = {
/**
 * Where.
 */
scope: Scope,
/**
 * Only this person's: takes of the briefs they have judged in or hold a take of; of what is held, only what they hold.
 */
mine: PersonId | null,
/**
 * Which list.
 */
list: QueueList,
/**
 * In which order; only what waits has a choice.
 */
order: QueueOrder,
/**
 * The page begins behind this one.
 */
after: GenerationId | null,
/**
 * How many at most; never more than a thousand.
 */
limit: number, };
