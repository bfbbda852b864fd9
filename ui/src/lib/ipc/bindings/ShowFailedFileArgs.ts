// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * Shows a file that could not be brought in, in the system's file browser.
 */
export type ShowFailedFileArgs = {
/**
 * The job that reported it.
 */
job_key: string,
/**
 * Its place in that job's list of failures, counted from 0.
 */
index: number, };
