// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { BriefId } from "./BriefId";
import type { PromptRun } from "./PromptRun";
import type { TemplateFaultView } from "./TemplateFaultView";

/**
 * How a template reads.
 */
export type TemplateReading = {
/**
 * For which brief; null where none was chosen, and nothing is filled in.
 */
brief_id: BriefId | null,
/**
 * The prompt, run by run, gaps included.
 */
pieces: Array<PromptRun>,
/**
 * Whether it can be sent: nothing unknown, nothing unclosed, nothing unfilled.
 */
complete: boolean,
/**
 * What is wrong with the template whatever the brief says.
 */
faults: Array<TemplateFaultView>,
/**
 * What it asks for and the brief leaves empty.
 */
unfilled: Array<string>,
/**
 * What the brief says and the template does not ask for.
 */
unused: Array<string>, };
