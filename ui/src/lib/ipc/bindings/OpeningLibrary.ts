// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * A library that is being opened, which takes a while where it is brought up to date first.
 */
export type OpeningLibrary = {
/**
 * Its name, where this computer has opened it before.
 */
name: string | null,
/**
 * Where it lies, for people to read.
 */
folder: string, };
