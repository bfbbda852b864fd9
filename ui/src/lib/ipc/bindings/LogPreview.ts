// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { LogImportReport } from "./LogImportReport";
import type { StatusWord } from "./StatusWord";

/**
 * A log file a person chose, read but not yet written.
 */
export type LogPreview = {
/**
 * Names the selection in later calls.
 */
selection_key: string,
/**
 * The file's name.
 */
file_name: string,
/**
 * `jsonl`, `json_array`, `csv` ...
 */
format: string,
/**
 * The columns as the file names them.
 */
columns: Array<string>,
/**
 * Which column each field of the log record is read from; null where none was recognised.
 */
mapping: { [key in string]: string | null },
/**
 * How the file's own status words are read, with how often each occurs.
 */
status_words: Array<StatusWord>,
/**
 * The first rows, in the file's columns.
 */
first_rows: Array<Array<string>>,
/**
 * Rows in the file.
 */
rows: number,
/**
 * What an import would do.
 */
outcome: LogImportReport, };
