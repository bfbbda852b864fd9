// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { FigureUnit } from "./FigureUnit";

/**
 * One number that advice stands on.
 */
export type Figure = {
/**
 * What it is: `attempts in a row`.
 */
label: string,
/**
 * The number.
 */
value: string,
/**
 * What it counts.
 */
unit: FigureUnit, };
