// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { SecondKind } from "./SecondKind";

/**
 * What a second costs, over the seconds that FFmpeg measured.
 */
export type SecondCost = {
/**
 * Which seconds.
 */
kind: SecondKind,
/**
 * How many were measured.
 */
seconds: string,
/**
 * What models charge a second, as planned.
 */
projected: string | null,
/**
 * What they charged, as far as it is known.
 */
actual: string | null,
/**
 * Actual less projected.
 */
variance: string | null,
/**
 * Everything a second cost, people and overhead too.
 */
all_costs: string | null, };
