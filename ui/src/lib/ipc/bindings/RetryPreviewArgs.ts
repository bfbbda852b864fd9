// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * Asks for another try.
 */
export type RetryPreviewArgs = {
/**
 * The clip's key on the media server.
 */
clip_key: string, };
