// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { DashboardFilter } from "./DashboardFilter";
import type { Scope } from "./Scope";

/**
 * Asks for the page.
 */
export type DashboardRequest = {
/**
 * What it is about.
 */
scope: Scope,
/**
 * How it is narrowed.
 */
filter: DashboardFilter, };
