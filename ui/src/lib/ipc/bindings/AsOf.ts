// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * When a price was seen: a day, a month where no day is given, or unknown.
 */
export type AsOf = string;
