// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { RunFigureKind } from "./RunFigureKind";

/**
 * A figure of a run: planned, projected for the attempts so far, and actual.
 */
export type RunFigure = {
/**
 * Which.
 */
kind: RunFigureKind,
/**
 * For the whole run, as planned.
 */
planned: string | null,
/**
 * For as many attempts as there were.
 */
projected: string | null,
/**
 * The range of the plan, 95 %, where it has one; an end is null where there is none.
 */
projected_interval: [string | null, string | null] | null,
/**
 * What it came to.
 */
actual: string | null,
/**
 * Whether something is missing in it, so that it is more than that.
 */
incomplete: boolean,
/**
 * Actual less projected; undefined while something is missing.
 */
variance: string | null,
/**
 * That over the projected.
 */
variance_share: string | null, };
