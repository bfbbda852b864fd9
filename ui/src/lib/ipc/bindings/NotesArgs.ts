// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { GenerationId } from "./GenerationId";

export type NotesArgs = { generation_id: GenerationId, };
