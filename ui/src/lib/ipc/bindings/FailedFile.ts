// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { Problem } from "./Problem";

/**
 * A file that could not be brought in.
 */
export type FailedFile = {
/**
 * Where it lies, for people.
 */
path: string,
/**
 * Why.
 */
error: Problem, };
