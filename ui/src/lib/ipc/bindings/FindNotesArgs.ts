// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { Scope } from "./Scope";

/**
 * Finds notes by their words.
 */
export type FindNotesArgs = {
/**
 * Where.
 */
scope: Scope,
/**
 * All of these must occur, each at least as the beginning of a word; none finds every note.
 */
words: string, };
