// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { RowsAsFoundView } from "./RowsAsFoundView";
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
 * Rows of records held against their seals.
 */
rows: number,
/**
 * Those of them that were there before rows were sealed; null where there are none.
 */
as_found: RowsAsFoundView | null,
/**
 * Everything that is not as it was written.
 */
tampering: Array<TamperingView>, };
