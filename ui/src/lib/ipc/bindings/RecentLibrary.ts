// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { Timestamp } from "./Timestamp";

/**
 * A library this computer has opened before.
 */
export type RecentLibrary = {
/**
 * Which of the recent libraries; meaningful only on this computer.
 */
key: string,
/**
 * The name its people gave it.
 */
name: string,
/**
 * Where it lies, for people to read.
 */
folder: string,
/**
 * When it was opened last.
 */
opened_at: Timestamp,
/**
 * Whether the folder is still there.
 */
reachable: boolean, };
