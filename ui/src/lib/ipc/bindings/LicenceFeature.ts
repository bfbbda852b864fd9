// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * What a licence can offer beside clips.
 */
export type LicenceFeature = "clip_creation" | "style_controls" | "licensing_workflows" | "analytics";
