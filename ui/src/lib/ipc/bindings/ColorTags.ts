// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * Colour tags as FFmpeg names them; `None` where the file says nothing.
 */
export type ColorTags = {
/**
 * `bt709`, `bt2020` ...
 */
primaries: string | null,
/**
 * `bt709`, `smpte2084` ...
 */
transfer: string | null,
/**
 * `bt709`, `smpte170m`, `bt2020nc` ...
 */
matrix: string | null,
/**
 * `tv` (limited) or `pc` (full).
 */
range: string | null, };
