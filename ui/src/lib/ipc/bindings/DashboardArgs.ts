// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { DashboardRequest } from "./DashboardRequest";

/**
 * Asks for the page.
 */
export type DashboardArgs = {
/**
 * What about, and how narrowed.
 */
request: DashboardRequest, };
