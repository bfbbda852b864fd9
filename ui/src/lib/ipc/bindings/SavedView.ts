// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * What grouped prompts and reused templates are assumed to save of the overhead.
 */
export type SavedView = {
/**
 * The overhead without either.
 */
before: string,
/**
 * What is left of it.
 */
after: string,
/**
 * What is saved.
 */
amount: string,
/**
 * What would be saved if each pattern saved 20 %, and 40 %: what is expected of them.
 */
expected: [string, string],
/**
 * Requests that are sent.
 */
requests: number, };
