// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { GenerationId } from "./GenerationId";
import type { Scope } from "./Scope";

/**
 * Which generations stand on a sheet.
 */
export type SheetSubject = { "kind": "generations",
/**
 * In this order.
 */
generations: Array<GenerationId>, } | { "kind": "scope",
/**
 * Which.
 */
scope: Scope, };
