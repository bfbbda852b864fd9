// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * Looks whether anybody changed the library behind its own back.
 */
export type VerifyArgs = {
/**
 * Names the job for `cancel`; made by the page.
 */
job_key: string, };
