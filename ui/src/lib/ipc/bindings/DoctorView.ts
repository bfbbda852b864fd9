// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { FindingView } from "./FindingView";

/**
 * What a check of the library found and mended.
 */
export type DoctorView = {
/**
 * Whether nothing was wrong, or all of it was mended.
 */
healthy: boolean,
/**
 * Each thing found.
 */
findings: Array<FindingView>, };
