// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * Something an automatic check saw.
 */
export type ClipFlag = "black" | "frozen" | "wrong_size" | "wrong_length" | "wrong_frame_rate" | "unreadable";
