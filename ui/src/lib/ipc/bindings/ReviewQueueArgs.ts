// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { QueueRequest } from "./QueueRequest";

export type ReviewQueueArgs = { request: QueueRequest, };
