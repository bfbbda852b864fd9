// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { FrameRange } from "./FrameRange";
import type { GenerationId } from "./GenerationId";
import type { Problem } from "./Problem";

export type MissingStill = { generation_id: GenerationId, range: FrameRange, problem: Problem, };
