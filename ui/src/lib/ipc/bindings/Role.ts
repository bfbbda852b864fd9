// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * What a person does in a pilot.
 */
export type Role = "owner" | "producer" | "creative_director" | "reviewer" | "editor" | "brand_reviewer";
