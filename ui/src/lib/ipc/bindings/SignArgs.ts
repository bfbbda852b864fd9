// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { SignRequest } from "./SignRequest";

/**
 * Signs.
 */
export type SignArgs = {
/**
 * Who signs what.
 */
request: SignRequest, };
