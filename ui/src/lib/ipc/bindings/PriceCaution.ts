// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { Caution } from "./Caution";

/**
 * Something to be careful about.
 */
export type PriceCaution = {
/**
 * What.
 */
kind: Caution,
/**
 * In a sentence.
 */
words: string, };
