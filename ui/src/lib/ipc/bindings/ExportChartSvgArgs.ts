// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { ChartName } from "./ChartName";

/**
 * Writes the picture of a chart.
 */
export type ExportChartSvgArgs = {
/**
 * Which chart.
 */
chart: ChartName,
/**
 * The picture.
 */
svg: string, };
