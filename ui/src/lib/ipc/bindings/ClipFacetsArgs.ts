// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { ClipFilter } from "./ClipFilter";

/**
 * Asks how many generations carry each value.
 */
export type ClipFacetsArgs = {
/**
 * Within which generations.
 */
filter: ClipFilter, };
