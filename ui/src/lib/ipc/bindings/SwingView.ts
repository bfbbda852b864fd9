// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { SwingInput } from "./SwingInput";

/**
 * An input moved alone, and what a usable clip costs at either end.
 */
export type SwingView = {
/**
 * What was moved.
 */
input: SwingInput,
/**
 * Its two values, where each is one number.
 */
values: [string | null, string | null],
/**
 * What a usable clip costs with them; null where no amount is high enough.
 */
costs: [string | null, string | null], };
