// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { Amount } from "./Amount";
import type { Timestamp } from "./Timestamp";

/**
 * A benchmark and a quality bar that a pilot was held against from a moment on.
 */
export type StandardView = {
/**
 * What one clip cost the team; null where nobody said.
 */
benchmark: Amount | null,
/**
 * What that clip was.
 */
benchmark_what: string | null,
/**
 * Who said so.
 */
benchmark_source: string | null,
/**
 * What had to be true, in words.
 */
quality_bar: Array<string>,
/**
 * Who set it; null where nobody was asked.
 */
set_by: string | null,
/**
 * When.
 */
set_at: Timestamp, };
