// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * Why a clip could not be read.
 */
export type MediaFailure = "not_a_video" | "no_video_stream" | "unsupported_codec" | "truncated" | "damaged" | "too_large" | "timed_out" | "worker_died" | "permission_denied" | "missing" | "not_a_file" | "empty" | "no_such_frame" | "disk_error" | "cancelled" | "worker_unavailable";
