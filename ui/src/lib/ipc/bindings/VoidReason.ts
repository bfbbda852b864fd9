// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * Why a sign-off holds no longer.
 */
export type VoidReason = "new_version" | "file_changed" | "taken_back";
