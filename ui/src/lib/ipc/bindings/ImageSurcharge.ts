// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * What pictures given with the request cost.
 */
export type ImageSurcharge = {
/**
 * Of each picture that is not free.
 */
price: string,
/**
 * How many are free.
 */
free: number, };
