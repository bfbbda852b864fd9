// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * Stops a job.
 */
export type CancelArgs = {
/**
 * Which.
 */
job_key: string, };
