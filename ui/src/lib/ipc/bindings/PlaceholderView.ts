// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * Something a template may ask for.
 */
export type PlaceholderView = {
/**
 * Between the braces.
 */
name: string,
/**
 * What it is filled with.
 */
label: string, };
