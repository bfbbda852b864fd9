// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { BriefId } from "./BriefId";
import type { GenerationId } from "./GenerationId";
import type { PilotId } from "./PilotId";

/**
 * What an overhead cost is for.
 */
export type OverheadFor = { "kind": "pilot", "id": PilotId } | { "kind": "brief", "id": BriefId } | { "kind": "generation", "id": GenerationId };
