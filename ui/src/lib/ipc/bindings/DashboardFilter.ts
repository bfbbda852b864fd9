// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { Day } from "./Day";
import type { ModelName } from "./ModelName";
import type { PersonId } from "./PersonId";
import type { PromptVersion } from "./PromptVersion";

/**
 * Which attempts count; an empty list and null narrow nothing. All charts and cards follow.
 */
export type DashboardFilter = {
/**
 * Attempts of one of these models.
 */
models: Array<ModelName>,
/**
 * Attempts with one of these prompt versions.
 */
prompts: Array<PromptVersion>,
/**
 * Attempts that this person made, judged or spent time on.
 */
person: PersonId | null,
/**
 * Attempts made on this day (UTC) or later.
 */
from: Day | null,
/**
 * Attempts made on this day (UTC) or before.
 */
to: Day | null, };
