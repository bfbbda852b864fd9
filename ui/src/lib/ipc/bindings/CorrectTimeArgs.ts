// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { GenerationId } from "./GenerationId";
import type { PersonId } from "./PersonId";
import type { WorkKind } from "./WorkKind";

/**
 * Puts right what a person spent on a clip.
 */
export type CorrectTimeArgs = {
/**
 * On which.
 */
generation_id: GenerationId,
/**
 * Who.
 */
person_id: PersonId,
/**
 * Doing what.
 */
work: WorkKind,
/**
 * What it was in all, in minutes, as a decimal.
 */
minutes: string, };
