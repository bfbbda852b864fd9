// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { AdviceKind } from "./AdviceKind";
import type { AdviceTone } from "./AdviceTone";
import type { AsideView } from "./AsideView";
import type { Figure } from "./Figure";

/**
 * A piece of advice with what it stands on.
 */
export type AdviceView = {
/**
 * What tells it from other advice.
 */
id: string,
/**
 * What it is about.
 */
kind: AdviceKind,
/**
 * Which brief, model or prompt version, where it is about one.
 */
subject: string | null,
/**
 * How pressing it is.
 */
tone: AdviceTone,
/**
 * What is the case, in a sentence.
 */
headline: string,
/**
 * What to do about it.
 */
what_to_do: string,
/**
 * What it stands on.
 */
figures: Array<Figure>,
/**
 * Who put it aside and when; null where it stands. It stands again once a figure moved by more than a fifth.
 */
aside: AsideView | null, };
