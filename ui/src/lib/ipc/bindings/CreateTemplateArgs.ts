// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * Begins a template.
 */
export type CreateTemplateArgs = {
/**
 * As people call it.
 */
name: string,
/**
 * Its first words.
 */
body: string, };
