// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { ConditionKind } from "./ConditionKind";
import type { DecisionVerdict } from "./DecisionVerdict";
import type { Evidence } from "./Evidence";

/**
 * A condition, judged.
 */
export type Condition = {
/**
 * Which of the three.
 */
kind: ConditionKind,
/**
 * Its heading.
 */
title: string,
/**
 * What follows from all of its evidence.
 */
verdict: DecisionVerdict,
/**
 * What it was judged from.
 */
evidence: Array<Evidence>, };
