// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * Makes the sample pilot and opens it.
 */
export type CreateSampleArgs = {
/**
 * Names the job for `cancel`; made by the page.
 */
job_key: string, };
