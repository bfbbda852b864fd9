// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * A setting as two requests carried it; null where one did not.
 */
export type SettingPair = {
/**
 * Its name; of nested ones joined by dots.
 */
name: string,
/**
 * In the first request.
 */
a: string | null,
/**
 * In the second.
 */
b: string | null, };
