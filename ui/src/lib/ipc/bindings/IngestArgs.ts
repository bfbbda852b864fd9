// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { IngestOptions } from "./IngestOptions";

/**
 * Brings the chosen or dropped files in.
 */
export type IngestArgs = {
/**
 * Which selection.
 */
selection_key: string,
/**
 * How.
 */
options: IngestOptions,
/**
 * Names the job for `cancel`; made by the page.
 */
job_key: string, };
