// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { Scope } from "./Scope";

/**
 * Asks for what waits for a brand reviewer.
 */
export type SignOffQueueArgs = {
/**
 * Where.
 */
scope: Scope, };
