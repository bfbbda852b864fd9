// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { TamperingView } from "./TamperingView";

/**
 * Whether the library is as it was written.
 */
export type VerifyView = {
/**
 * Whether nothing was tampered with.
 */
intact: boolean,
/**
 * Files hashed again.
 */
files: number,
/**
 * Moves of the history walked.
 */
moves: number,
/**
 * Everything that is not as it was written.
 */
tampering: Array<TamperingView>, };
