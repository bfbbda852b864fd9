// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * A text with placeholders, `tpl_social_broll`.
 */
export type TemplateId = string;
