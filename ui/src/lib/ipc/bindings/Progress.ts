// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * How far long work is.
 */
export type Progress = {
/**
 * Things done.
 */
done: number,
/**
 * Things to do; 0 while not yet known.
 */
total: number,
/**
 * What is being worked on, for people.
 */
subject: string, };
