// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { FrameRange } from "./FrameRange";
import type { NoteCategory } from "./NoteCategory";
import type { Stroke } from "./Stroke";

export type NoteText = { range: FrameRange, category: NoteCategory | null, body: string, strokes: Array<Stroke>, };
