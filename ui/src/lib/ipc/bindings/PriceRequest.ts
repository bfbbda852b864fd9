// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { Resolution } from "./Resolution";

/**
 * What a price is asked for: one clip of one model. What is left open must not matter to the price, or there is none.
 */
export type PriceRequest = {
/**
 * Who sells it; may be left open where only one does.
 */
provider: string | null,
/**
 * The model, by its id or by what people call it.
 */
model: string,
/**
 * How large the picture is.
 */
resolution: Resolution | null,
/**
 * With sound or without; `None` does not say.
 */
audio: boolean | null,
/**
 * The mode, where the model has several.
 */
mode: string | null,
/**
 * How long the clip is, in seconds.
 */
seconds: string,
/**
 * Frames per second; only billing by formula asks for it.
 */
frames_per_second: number | null,
/**
 * The variant; only billing by formula asks for it.
 */
variant: string | null,
/**
 * How many pictures are given with the request.
 */
images: number,
/**
 * How many seconds of video are given with the request.
 */
input_video_seconds: string, };
