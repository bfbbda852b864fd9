// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * A run of a prompt.
 */
export type PromptRun = {
/**
 * As it reads.
 */
text: string,
/**
 * The placeholder it came from; null for the template's own words.
 */
placeholder: string | null,
/**
 * Nothing fills it.
 */
gap: boolean, };
