// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * Something changed. Carries no data: whoever shows it asks again.
 */
export type Change = { "what": "clips" } | { "what": "time" } | { "what": "notes" } | { "what": "preview",
/**
 * The clip's key on the media server.
 */
clip_key: string, } | { "what": "pilots" } | { "what": "prompts" } | { "what": "prices" } | { "what": "people" } | { "what": "library" };
