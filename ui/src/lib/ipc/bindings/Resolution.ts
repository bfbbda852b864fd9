// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * A name of a picture size that price lists use: `720p`, `1080p`, `2k`, `4k`, or pixels such as `1024x1792`.
 *
 * Spellings of one size are one value (`1080P`, `1920x1080`, `1080x1920` and `Full HD` are `1080p`; `2160p` and `UHD` are `4k`); sizes that
 * are only near each other stay apart, because a neighbour's price is no price.
 */
export type Resolution = string;
