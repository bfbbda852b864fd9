// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * Answers by what they were.
 */
export type StandingView = {
/**
 * Said to be the better one.
 */
won: number,
/**
 * The other was said to be better.
 */
lost: number,
/**
 * Neither was better.
 */
tied: number,
/**
 * Neither was worth keeping.
 */
both_bad: number, };
