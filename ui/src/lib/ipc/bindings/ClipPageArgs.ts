// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { ClipFilter } from "./ClipFilter";
import type { ClipSort } from "./ClipSort";

/**
 * Asks for a window onto the filtered, sorted list.
 */
export type ClipPageArgs = {
/**
 * Which generations.
 */
filter: ClipFilter,
/**
 * In which order.
 */
sort: ClipSort,
/**
 * Where the window starts.
 */
offset: number,
/**
 * How many rows at most.
 */
limit: number, };
