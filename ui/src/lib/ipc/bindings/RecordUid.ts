// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * A record's identity across laptops: a UUIDv7, made once and never reused.
 */
export type RecordUid = string;
