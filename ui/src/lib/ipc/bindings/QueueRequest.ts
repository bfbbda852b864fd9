// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { GenerationId } from "./GenerationId";
import type { PersonId } from "./PersonId";
import type { QueueList } from "./QueueList";
import type { QueueOrder } from "./QueueOrder";
import type { Scope } from "./Scope";

export type QueueRequest = { scope: Scope, mine: PersonId | null, list: QueueList, order: QueueOrder, after: GenerationId | null, limit: number, };
