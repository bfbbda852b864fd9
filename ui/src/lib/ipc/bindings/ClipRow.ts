// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { Amount } from "./Amount";
import type { BriefId } from "./BriefId";
import type { ClipFlag } from "./ClipFlag";
import type { ClipThumb } from "./ClipThumb";
import type { CostBasis } from "./CostBasis";
import type { GenerationId } from "./GenerationId";
import type { ModelName } from "./ModelName";
import type { RejectionReason } from "./RejectionReason";
import type { Status } from "./Status";
import type { Timestamp } from "./Timestamp";

/**
 * One generation in the grid.
 */
export type ClipRow = {
/**
 * `gen_00042`.
 */
generation_id: GenerationId,
/**
 * Its brief.
 */
brief_id: BriefId,
/**
 * Its model, where known.
 */
model: ModelName | null,
/**
 * Where it stands.
 */
status: Status,
/**
 * Why it was thrown away or sent back.
 */
reason: RejectionReason | null,
/**
 * What the model cost; null where unknown.
 */
cost: Amount | null,
/**
 * Where the cost comes from.
 */
cost_basis: CostBasis | null,
/**
 * Its pictures, where a clip exists.
 */
clip: ClipThumb | null,
/**
 * What automatic checks saw; they only ever flag.
 */
flags: Array<ClipFlag>,
/**
 * When the attempt was logged.
 */
created_at: Timestamp, };
