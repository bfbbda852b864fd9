// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { ChartName } from "./ChartName";
import type { DashboardRequest } from "./DashboardRequest";

/**
 * Writes the values of a chart.
 */
export type ExportChartCsvArgs = {
/**
 * Of what, and how narrowed.
 */
request: DashboardRequest,
/**
 * Which chart.
 */
chart: ChartName, };
