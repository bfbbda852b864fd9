// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { SignOffItem } from "./SignOffItem";

/**
 * What waits for a brand reviewer.
 */
export type SignOffQueue = {
/**
 * What waits, the oldest attempt first; of very many, the first few thousand.
 */
waiting: Array<SignOffItem>,
/**
 * How many of the same scope are approved.
 */
signed: number, };
