// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { GenerationId } from "./GenerationId";
import type { ModelName } from "./ModelName";
import type { StandingView } from "./StandingView";

/**
 * How a take fared.
 */
export type TakeStanding = {
/**
 * Which.
 */
generation_id: GenerationId,
/**
 * Its model, where known.
 */
model: ModelName | null,
/**
 * The numbers.
 */
standing: StandingView, };
