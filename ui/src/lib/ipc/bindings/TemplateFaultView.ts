// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * Something wrong in a template.
 */
export type TemplateFaultView = {
/**
 * The line, from 1.
 */
line: number,
/**
 * The placeholder nobody knows; null for braces that are never closed.
 */
unknown: string | null,
/**
 * What was probably meant.
 */
nearest: string | null, };
