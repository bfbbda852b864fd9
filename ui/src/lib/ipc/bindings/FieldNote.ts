// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * Something said beside a field.
 */
export type FieldNote = {
/**
 * The field of the form.
 */
field: string,
/**
 * What, in a sentence.
 */
words: string, };
