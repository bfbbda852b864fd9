// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { Timestamp } from "./Timestamp";

/**
 * Who put advice aside.
 */
export type AsideView = {
/**
 * Their name, where known.
 */
person: string | null,
/**
 * When.
 */
at: Timestamp, };
