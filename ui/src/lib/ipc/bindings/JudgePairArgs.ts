// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { PairRequest } from "./PairRequest";

/**
 * Records what a person says of two takes.
 */
export type JudgePairArgs = {
/**
 * Who says what of which takes.
 */
request: PairRequest, };
