// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { GenerationId } from "./GenerationId";
import type { Status } from "./Status";

/**
 * A version that is new in the library.
 */
export type AddedVersion = {
/**
 * Of which generation.
 */
generation_id: GenerationId,
/**
 * Its number.
 */
version: number,
/**
 * Its key on the media server.
 */
clip_key: string,
/**
 * Where it lies now, for people.
 */
path: string,
/**
 * Where the generation stands now.
 */
status: Status,
/**
 * Whether a sign-off fell with it.
 */
sign_off_voided: boolean, };
