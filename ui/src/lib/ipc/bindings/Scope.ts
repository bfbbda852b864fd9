// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { BriefId } from "./BriefId";
import type { PilotId } from "./PilotId";

/**
 * What a report is about.
 */
export type Scope = { "kind": "library" } | { "kind": "pilot", "id": PilotId } | { "kind": "brief", "id": BriefId };
