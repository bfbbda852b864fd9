// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { BriefId } from "./BriefId";
import type { ModelName } from "./ModelName";
import type { PilotId } from "./PilotId";
import type { PromptId } from "./PromptId";
import type { TemplateId } from "./TemplateId";

/**
 * Whose attempts a rate is read from.
 */
export type AttemptsSource = { "kind": "pilot", "id": PilotId } | { "kind": "brief", "id": BriefId } | { "kind": "model", "id": ModelName } | { "kind": "format", "id": string } | { "kind": "template", "id": TemplateId } | { "kind": "prompt", "id": PromptId };
