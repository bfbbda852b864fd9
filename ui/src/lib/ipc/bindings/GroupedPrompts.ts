// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * Several prompts in one request.
 */
export type GroupedPrompts = {
/**
 * 4 to 8 as a rule, 16 at most.
 */
per_request: number,
/**
 * The share that this saves of the overhead, 0 to 1.
 */
saving: string, };
