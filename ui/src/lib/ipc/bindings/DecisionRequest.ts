// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { Decision } from "./Decision";
import type { FrameRange } from "./FrameRange";
import type { GenerationId } from "./GenerationId";
import type { PersonId } from "./PersonId";
import type { Status } from "./Status";

export type DecisionRequest = { generation_id: GenerationId, person_id: PersonId, decision: Decision, note: string | null, expected_status: Status | null, good_part: FrameRange | null, minutes: string | null, };
