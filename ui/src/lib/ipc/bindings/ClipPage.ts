// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { ClipRow } from "./ClipRow";

/**
 * A window onto the filtered, sorted list.
 */
export type ClipPage = {
/**
 * How many generations match in all.
 */
total: number,
/**
 * Where the window starts.
 */
offset: number,
/**
 * The rows of the window.
 */
rows: Array<ClipRow>, };
