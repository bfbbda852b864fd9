// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { GenerationId } from "./GenerationId";
import type { Microseconds } from "./Microseconds";
import type { PersonId } from "./PersonId";
import type { RecordUid } from "./RecordUid";
import type { WorkKind } from "./WorkKind";

/**
 * Adds time that a clock measured while a person worked on a clip.
 */
export type AddTimeArgs = {
/**
 * On which.
 */
generation_id: GenerationId,
/**
 * Who.
 */
person_id: PersonId,
/**
 * Doing what.
 */
work: WorkKind,
/**
 * How long.
 */
microseconds: Microseconds,
/**
 * In which sitting; made by the page when a person sits down.
 */
sitting: RecordUid, };
