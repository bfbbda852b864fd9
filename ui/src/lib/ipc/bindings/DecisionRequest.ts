// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { Decision } from "./Decision";
import type { FrameRange } from "./FrameRange";
import type { GenerationId } from "./GenerationId";
import type { PersonId } from "./PersonId";
import type { Status } from "./Status";

/**
 * A decision to be recorded.
 */
export type DecisionRequest = {
/**
 * About which generation.
 */
generation_id: GenerationId,
/**
 * By whom.
 */
person_id: PersonId,
/**
 * What.
 */
decision: Decision,
/**
 * In their words; required for the reason `other`.
 */
note: string | null,
/**
 * Where the decider believes it stands; refused when somebody else was first.
 */
expected_status: Status | null,
/**
 * The frames around the usable seconds; only a keep carries them.
 */
good_part: FrameRange | null,
/**
 * Review minutes to add, as a decimal, where they were entered by hand.
 */
minutes: string | null, };
