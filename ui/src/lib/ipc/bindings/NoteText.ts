// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { FrameRange } from "./FrameRange";
import type { NoteCategory } from "./NoteCategory";
import type { Stroke } from "./Stroke";

/**
 * What a note says.
 */
export type NoteText = {
/**
 * The frames it is about.
 */
range: FrameRange,
/**
 * What it is about.
 */
category: NoteCategory | null,
/**
 * The words; empty only where something is drawn.
 */
body: string,
/**
 * What is drawn on the picture, in 0..1 coordinates of it.
 */
strokes: Array<Stroke>, };
