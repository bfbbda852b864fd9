// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * An amount of money in the pilot's currency, exact to a nano-unit (1e-9). Crosses every boundary as a decimal string.
 */
export type Amount = string;
