// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * When advice is given.
 */
export type AdviceSettings = {
/**
 * From so many attempts in a row without a usable clip the loop alarm sounds.
 */
loop_attempts: number, };
