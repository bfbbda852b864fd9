// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { MakingView } from "./MakingView";
import type { PromptPiece } from "./PromptPiece";
import type { SettingPair } from "./SettingPair";

/**
 * What made two takes, and what differs in it.
 */
export type MakingComparison = {
/**
 * What made the first.
 */
a: MakingView,
/**
 * What made the second.
 */
b: MakingView,
/**
 * Both prompts word by word; empty where neither is known.
 */
prompt: Array<PromptPiece>,
/**
 * Every setting of either request, by name.
 */
settings: Array<SettingPair>, };
