// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * One thing that a check found.
 */
export type FindingView = {
/**
 * A stable word: `file_without_row`, `row_without_file`, `changed_file`, `unfinished_copy`, `missing_poster` ...
 */
code: string,
/**
 * The file or record.
 */
subject: string,
/**
 * What is wrong, in a sentence.
 */
message: string,
/**
 * Whether it was mended.
 */
fixed: boolean, };
