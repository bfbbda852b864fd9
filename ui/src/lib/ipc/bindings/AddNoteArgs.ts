// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { NoteRequest } from "./NoteRequest";

export type AddNoteArgs = { request: NoteRequest, };
