// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { ModelName } from "./ModelName";
import type { StandingView } from "./StandingView";

/**
 * How the takes of a model fared.
 */
export type ModelStanding = {
/**
 * Which; null for takes whose model is unknown.
 */
model: ModelName | null,
/**
 * The numbers.
 */
standing: StandingView, };
