// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { Amount } from "./Amount";
import type { CostBasis } from "./CostBasis";
import type { GenerationId } from "./GenerationId";
import type { ModelName } from "./ModelName";

/**
 * What made a take. Null is unknown.
 */
export type MakingView = {
/**
 * The take.
 */
generation_id: GenerationId,
/**
 * By which model.
 */
model: ModelName | null,
/**
 * The prompt's name.
 */
prompt_id: string | null,
/**
 * Its version, as written.
 */
prompt_version: string | null,
/**
 * Whether its words are known.
 */
has_prompt: boolean,
/**
 * The template it was rendered from.
 */
template_id: string | null,
/**
 * The version of the template.
 */
template_version: number | null,
/**
 * The seed, as the provider writes it.
 */
seed: string | null,
/**
 * The length asked for, in seconds, as a decimal.
 */
requested_seconds: string | null,
/**
 * What it cost.
 */
cost: Amount | null,
/**
 * How that is known.
 */
cost_basis: CostBasis | null,
/**
 * What it was expected to cost.
 */
projected_cost: Amount | null, };
