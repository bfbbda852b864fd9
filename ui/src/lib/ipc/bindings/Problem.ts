// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * What went wrong, for people: shown as it is by the page and printed as it is by the command line.
 */
export type Problem = {
/**
 * A word that code may branch on; stable.
 */
code: string,
/**
 * What happened, in a sentence, naming the file, field or record.
 */
message: string,
/**
 * What to do next.
 */
hint: string, };
