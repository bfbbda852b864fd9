// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * How the review room behaves.
 */
export type ReviewSettings = {
/**
 * After so many seconds without a key, a click or a movement nobody is taken to be watching.
 */
idle_seconds: number,
/**
 * How much memory decoded pictures may take, in MiB. More lets longer takes, and more of them, lie ready whole.
 */
picture_memory_mib: number, };
