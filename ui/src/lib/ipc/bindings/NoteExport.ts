// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { MissingStill } from "./MissingStill";

export type NoteExport = { folder: string, notes: number, stills: number, without_still: Array<MissingStill>, };
