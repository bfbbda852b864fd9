// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { Status } from "./Status";

/**
 * A status and how many attempts stand there.
 */
export type StatusCount = {
/**
 * The status.
 */
status: Status,
/**
 * How many.
 */
count: number, };
