// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * The library that a later start asked for, as the page is told of it; it names no path back.
 */
export type AskedFor = { "what": "library",
/**
 * Where it lies, for people to read.
 */
folder: string, } | { "what": "sample" };
