// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { SheetFormat } from "./SheetFormat";
import type { SheetSubject } from "./SheetSubject";

/**
 * Writes a sign-off sheet to a file that the app asks for.
 */
export type SignOffSheetArgs = {
/**
 * What stands on it.
 */
subject: SheetSubject,
/**
 * As what.
 */
format: SheetFormat, };
