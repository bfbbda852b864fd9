// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * A line of a checklist. Sent back with changed words it becomes a new line.
 */
export type ChecklistLineView = {
/**
 * Its identity; null for a new one.
 */
key: string | null,
/**
 * What is asked.
 */
body: string, };
