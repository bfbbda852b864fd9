// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { RecordUid } from "./RecordUid";

/**
 * Withdraws an entry.
 */
export type WithdrawPriceArgs = {
/**
 * Which.
 */
uid: RecordUid, };
