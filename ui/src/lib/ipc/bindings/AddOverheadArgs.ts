// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { NewOverheadRequest } from "./NewOverheadRequest";

/**
 * Enters an overhead cost.
 */
export type AddOverheadArgs = {
/**
 * Which.
 */
request: NewOverheadRequest, };
