// Written by `cargo xtask bindings` from the Rust types. Do not edit.

export type NoteCategory = "artifact" | "product" | "motion" | "picture" | "brand" | "rights" | "edit" | "sound";
