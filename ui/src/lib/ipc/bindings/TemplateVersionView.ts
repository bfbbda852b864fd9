// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { PromptNumbers } from "./PromptNumbers";
import type { Timestamp } from "./Timestamp";

/**
 * A version of a template.
 */
export type TemplateVersionView = {
/**
 * From 1.
 */
number: number,
/**
 * The text with its placeholders.
 */
body: string,
/**
 * What it is filed under.
 */
tags: Array<string>,
/**
 * The idea it is a variant of.
 */
variant_group: string | null,
/**
 * Which variant: `A`.
 */
variant_label: string | null,
/**
 * When it was begun.
 */
created_at: Timestamp,
/**
 * By whom, where known.
 */
created_by: string | null,
/**
 * Who approved it.
 */
approved_by: string | null,
/**
 * When.
 */
approved_at: Timestamp | null,
/**
 * Whether a prompt was made of it.
 */
used: boolean,
/**
 * Whether its words can change no more.
 */
settled: boolean,
/**
 * What became of the attempts made with it.
 */
numbers: PromptNumbers, };
