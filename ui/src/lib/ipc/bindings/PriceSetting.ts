// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * Settings to price: by base rate and factors, or by a model of the catalogue. Numbers as they were typed.
 */
export type PriceSetting = { "by": "formula",
/**
 * B.
 */
base_rate: string,
/**
 * t.
 */
seconds: string,
/**
 * R's setting.
 */
resolution: string,
/**
 * F's setting.
 */
frames_per_second: string,
/**
 * M's setting.
 */
variant: string,
/**
 * Where in the neural voice's range; empty for its upper end.
 */
voice_multiplier: string, } | { "by": "model",
/**
 * Who sells it; empty where only one does.
 */
provider: string,
/**
 * Which model.
 */
model: string,
/**
 * How large the picture is.
 */
resolution: string,
/**
 * With sound or without; null does not say.
 */
audio: boolean | null,
/**
 * The mode; empty for none.
 */
mode: string,
/**
 * How long the clip is.
 */
seconds: string,
/**
 * Frames per second; only billing by formula asks for it.
 */
frames_per_second: string,
/**
 * The variant; only billing by formula asks for it.
 */
variant: string,
/**
 * Pictures given with the request; empty for none.
 */
images: string,
/**
 * Seconds of video given with the request; empty for none.
 */
input_video_seconds: string, };
