// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { Scope } from "./Scope";

/**
 * Asks for the numbers.
 */
export type ReportArgs = {
/**
 * Of what.
 */
scope: Scope, };
