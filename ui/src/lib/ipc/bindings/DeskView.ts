// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { ContentHash } from "./ContentHash";
import type { GateView } from "./GateView";
import type { GenerationId } from "./GenerationId";
import type { MakerView } from "./MakerView";
import type { SignOffView } from "./SignOffView";
import type { Status } from "./Status";
import type { VersionView } from "./VersionView";

/**
 * One generation at the desk.
 */
export type DeskView = {
/**
 * `gen_00042`.
 */
generation_id: GenerationId,
/**
 * Where it stands.
 */
status: Status,
/**
 * Whose checklist is asked; null where the brief names no brand.
 */
brand: string | null,
/**
 * The bytes it is about.
 */
content_hash: ContentHash | null,
/**
 * Its file holds other bytes than these; nothing can be signed until it does again.
 */
file_changed: boolean,
/**
 * What is asked: gates, then the brand's checklist.
 */
gates: Array<GateView>,
/**
 * Every sign-off it ever had, the latest first.
 */
sign_offs: Array<SignOffView>,
/**
 * Every version of the clip, the first first.
 */
versions: Array<VersionView>,
/**
 * Who may not sign it, because it is their work.
 */
makers: Array<MakerView>, };
