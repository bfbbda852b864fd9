// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { CompareMode } from "./CompareMode";
import type { GenerationId } from "./GenerationId";
import type { WipeLine } from "./WipeLine";

/**
 * How takes of a brief were last compared.
 */
export type CompareState = {
/**
 * The takes on screen, in their order.
 */
takes: Array<GenerationId>,
/**
 * Which of them decisions were about, from 0.
 */
active: number,
/**
 * How many were wanted on screen: 1, 2, 4 or 9.
 */
layout: number,
/**
 * How they were laid.
 */
mode: CompareMode,
/**
 * Which two of them a wipe, overlay or difference was of, the lower one first.
 */
pair: [GenerationId, GenerationId] | null,
/**
 * Where the line of the wipe was.
 */
wipe: WipeLine,
/**
 * How opaque the second take was in the overlay, 0 to 1.
 */
opacity: number,
/**
 * How much differences were amplified.
 */
gain: number,
/**
 * How large the picture was; 1 fits.
 */
zoom: number,
/**
 * How far it was moved to the right, in widths of the picture as it fits.
 */
pan_x: number,
/**
 * And down, in heights.
 */
pan_y: number,
/**
 * Brighter or darker, in stops.
 */
exposure: number,
/**
 * 1 is as it is; more lifts the dark parts.
 */
gamma: number,
/**
 * Frames that a take was moved by against the start of its file.
 */
nudges: { [key in GenerationId]: number },
/**
 * The take that is heard when sound is on.
 */
audible: GenerationId | null, };
