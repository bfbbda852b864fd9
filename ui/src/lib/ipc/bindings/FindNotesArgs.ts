// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { Scope } from "./Scope";

export type FindNotesArgs = { scope: Scope, words: string, };
