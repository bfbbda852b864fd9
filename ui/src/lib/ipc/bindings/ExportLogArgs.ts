// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { LogFormat } from "./LogFormat";
import type { Scope } from "./Scope";

/**
 * Writes the log to a file that the app asks for.
 */
export type ExportLogArgs = {
/**
 * What is written.
 */
scope: Scope,
/**
 * As what.
 */
format: LogFormat, };
