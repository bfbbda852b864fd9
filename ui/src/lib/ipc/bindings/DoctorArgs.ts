// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * Checks the library against its folder.
 */
export type DoctorArgs = {
/**
 * Mend what can be mended.
 */
fix: boolean,
/**
 * Names the job for `cancel`; made by the page.
 */
job_key: string, };
