// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { QueueRequest } from "./QueueRequest";

/**
 * Asks for a page of a list.
 */
export type ReviewQueueArgs = {
/**
 * Which.
 */
request: QueueRequest, };
