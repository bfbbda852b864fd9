// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { GenerationId } from "./GenerationId";
import type { PersonId } from "./PersonId";

/**
 * Takes a file in as the next version of a clip.
 */
export type AddVersionArgs = {
/**
 * Of which generation.
 */
generation_id: GenerationId,
/**
 * Who edited it.
 */
person_id: PersonId,
/**
 * Which file.
 */
selection_key: string,
/**
 * Editing minutes to add, as a decimal, where they were entered by hand.
 */
minutes: string | null,
/**
 * Names the job for `cancel`; made by the page.
 */
job_key: string, };
