// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * Imports the chosen log.
 */
export type ImportLogArgs = {
/**
 * Which selection.
 */
selection_key: string,
/**
 * Which column each field of the log record is read from; a field mapped to null is not read, one left out is recognised by its name.
 */
mapping: { [key in string]: string | null },
/**
 * Import the good rows although some are bad; otherwise all rows or none.
 */
skip_bad: boolean,
/**
 * Let the file win where it differs from the library.
 */
update: boolean,
/**
 * Names the job for `cancel`; made by the page.
 */
job_key: string, };
