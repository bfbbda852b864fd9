// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { Requirement } from "./Requirement";

/**
 * Everything that must be true; empty where nobody said.
 */
export type QualityBar = Array<Requirement>;
