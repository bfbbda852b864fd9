// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * One thing that is not as it was written.
 */
export type TamperingView = {
/**
 * A stable word: `move_changed`, `move_missing`, `file_changed`, `status_changed`, `sign_off_unfounded` ...
 */
code: string,
/**
 * The table whose row it is; `files` for what lies on disk.
 */
table: string,
/**
 * Which row: what people call it where they have a name for it, else its identity.
 */
id: string,
/**
 * What should be there, where that is known.
 */
expected: string | null,
/**
 * What is there instead.
 */
found: string | null,
/**
 * What is wrong, in a sentence.
 */
message: string, };
