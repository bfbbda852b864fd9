// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { Paper } from "./Paper";
import type { PilotId } from "./PilotId";
import type { ReportFormat } from "./ReportFormat";

/**
 * Writes the report of a pilot to a file that the app asks for.
 */
export type WriteReportArgs = {
/**
 * Of which pilot.
 */
pilot_id: PilotId,
/**
 * As what.
 */
format: ReportFormat,
/**
 * What a PDF is printed on.
 */
paper: Paper,
/**
 * Names the job for `cancel`; made by the page.
 */
job_key: string, };
