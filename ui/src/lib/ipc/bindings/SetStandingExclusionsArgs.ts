// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * Says what stands in every prompt.
 */
export type SetStandingExclusionsArgs = {
/**
 * A line each.
 */
lines: Array<string>, };
