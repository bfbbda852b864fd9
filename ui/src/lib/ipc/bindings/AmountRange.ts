// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * Between so much and so much.
 */
export type AmountRange = {
/**
 * How likely it holds.
 */
level: string,
/**
 * An end is null where there may be no usable clip at all.
 */
interval: [string | null, string | null], };
