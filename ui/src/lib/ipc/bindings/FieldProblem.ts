// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * What is wrong with a field.
 */
export type FieldProblem = {
/**
 * The field, as files and forms name it.
 */
field: string,
/**
 * What stands there.
 */
value: string,
/**
 * What could stand there.
 */
expected: string, };
