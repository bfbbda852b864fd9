// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { GroupedPrompts } from "./GroupedPrompts";

/**
 * What a run costs beside models and people.
 */
export type PlanOverhead = {
/**
 * Once.
 */
once: string,
/**
 * For each generation.
 */
per_generation: string,
/**
 * Several prompts in one request.
 */
grouped: GroupedPrompts | null,
/**
 * The share that reused templates save of the overhead, 0 to 1.
 */
template_reuse_saving: string | null, };
