// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { AttemptsSource } from "./AttemptsSource";
import type { SeenAttemptsView } from "./SeenAttemptsView";

/**
 * Attempts that a usable rate can be read from.
 */
export type SourceView = {
/**
 * Whose.
 */
source: AttemptsSource,
/**
 * What people call it.
 */
label: string,
/**
 * What they came to.
 */
seen: SeenAttemptsView, };
