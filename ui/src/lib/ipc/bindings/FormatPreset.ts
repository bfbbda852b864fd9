// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { FirstUse } from "./FirstUse";

/**
 * What is made.
 */
export type FormatPreset = {
/**
 * The word in the brief: `social_broll`.
 */
format: string,
/**
 * The usual shortest clip, in seconds.
 */
shortest_seconds: number,
/**
 * The usual longest clip, in seconds.
 */
longest_seconds: number,
/**
 * Whether AI video is good at it.
 */
first_use: FirstUse, };
