// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { FieldDifference } from "./FieldDifference";

/**
 * What differs between two states of a brief.
 */
export type BriefDifference = {
/**
 * Fields that differ, in the order of the form.
 */
fields: Array<FieldDifference>, };
