// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { GenerationId } from "./GenerationId";
import type { RejectionReason } from "./RejectionReason";
import type { Status } from "./Status";

/**
 * What became of a decision.
 */
export type DecisionResult = {
/**
 * About which generation.
 */
generation_id: GenerationId,
/**
 * Where it stood.
 */
from: Status,
/**
 * Where it stands now.
 */
to: Status,
/**
 * Why, where a reason was given: the primary one.
 */
reason: RejectionReason | null, };
