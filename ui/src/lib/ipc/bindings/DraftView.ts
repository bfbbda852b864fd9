// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { Timestamp } from "./Timestamp";

/**
 * What was typed since the current revision.
 */
export type DraftView = {
/**
 * When.
 */
saved_at: Timestamp,
/**
 * The revision it was begun on; an older one where somebody revised the brief in between.
 */
base: number, };
