// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { PersonId } from "./PersonId";
import type { SittingView } from "./SittingView";
import type { WorkKind } from "./WorkKind";

/**
 * What one person spent on one kind of work on a generation.
 */
export type TimeView = {
/**
 * Who.
 */
person_id: PersonId,
/**
 * Their name.
 */
person_name: string,
/**
 * On what.
 */
kind: WorkKind,
/**
 * Minutes, as a decimal.
 */
minutes: string,
/**
 * Whether somebody put them right by hand.
 */
corrected: boolean,
/**
 * The sittings that a clock measured, the earliest first.
 */
sittings: Array<SittingView>, };
