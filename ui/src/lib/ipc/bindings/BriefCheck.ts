// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { FieldNote } from "./FieldNote";
import type { OpenGate } from "./OpenGate";
import type { UseAdvice } from "./UseAdvice";

/**
 * What is to be said of a brief as it is written.
 */
export type BriefCheck = {
/**
 * What does not read; it stays a draft until this is put right.
 */
problems: Array<FieldNote>,
/**
 * What is worth a second look.
 */
remarks: Array<FieldNote>,
/**
 * Where AI video fits for it.
 */
advice: UseAdvice,
/**
 * The gates that a clip of it will have to pass.
 */
gates: Array<OpenGate>,
/**
 * Whether it says something that the current revision does not.
 */
is_draft: boolean, };
