// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { Day } from "./Day";
import type { ModelChoice } from "./ModelChoice";
import type { OccurringPrompt } from "./OccurringPrompt";
import type { PersonChoice } from "./PersonChoice";

/**
 * What a page can be narrowed by; only what occurs.
 */
export type FilterChoices = {
/**
 * Models, by attempts.
 */
models: Array<ModelChoice>,
/**
 * Prompt versions, by attempts.
 */
prompts: Array<OccurringPrompt>,
/**
 * People.
 */
people: Array<PersonChoice>,
/**
 * The day of the first attempt.
 */
first_day: Day | null,
/**
 * The day of the last attempt.
 */
last_day: Day | null, };
