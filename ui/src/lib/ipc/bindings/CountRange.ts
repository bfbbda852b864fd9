// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * Between so many and so many usable clips.
 */
export type CountRange = {
/**
 * How likely it holds.
 */
level: string,
/**
 * Both ends are in it.
 */
interval: [number, number], };
