// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { BriefId } from "./BriefId";

/**
 * Writes a picture to a file that the app asks for.
 */
export type SaveComparisonArgs = {
/**
 * Whose takes are in it.
 */
brief_id: BriefId,
/**
 * The frame they are shown at.
 */
frame: number,
/**
 * A PNG, in base64.
 */
png_base64: string, };
