// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * A length of time in whole microseconds.
 */
export type Microseconds = number;
