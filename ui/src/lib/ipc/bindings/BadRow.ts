// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * A row that could not be read.
 */
export type BadRow = {
/**
 * Line in the file, counted from 1.
 */
line: number,
/**
 * The field of the log record.
 */
field: string,
/**
 * What stood there.
 */
value: string,
/**
 * What was expected.
 */
message: string, };
