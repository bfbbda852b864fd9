// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { ReviewItem } from "./ReviewItem";

export type ReviewQueue = { takes: Array<ReviewItem>, more: boolean, pending: number, held: number, judged: number, rejected: number, rejected_other: number, other_too_high: boolean, };
