// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * What a note is about.
 */
export type NoteCategory = "artifact" | "product" | "motion" | "picture" | "brand" | "rights" | "edit" | "sound";
