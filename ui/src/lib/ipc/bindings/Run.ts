// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * A run of a fixed length.
 */
export type Run = {
/**
 * How long it is.
 */
seconds: string,
/**
 * What it costs.
 */
price: string, };
