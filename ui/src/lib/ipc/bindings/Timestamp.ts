// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * A moment in UTC, to the microsecond. Its text sorts as it does: `2026-11-20T08:37:00.000000Z`.
 */
export type Timestamp = string;
