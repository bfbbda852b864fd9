// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { SavePlanRequest } from "./SavePlanRequest";

/**
 * Keeps a plan.
 */
export type SavePlanArgs = {
/**
 * Which, and with which pilot.
 */
request: SavePlanRequest, };
