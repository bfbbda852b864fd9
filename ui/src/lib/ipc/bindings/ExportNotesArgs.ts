// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { Scope } from "./Scope";

/**
 * Writes notes, markers and stills into a folder that the app asks for.
 */
export type ExportNotesArgs = {
/**
 * Of what.
 */
scope: Scope,
/**
 * Names the job for `cancel`; made by the page.
 */
job_key: string, };
