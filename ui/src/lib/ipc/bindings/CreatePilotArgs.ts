// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { Amount } from "./Amount";

/**
 * Starts a pilot.
 */
export type CreatePilotArgs = {
/**
 * As people call it.
 */
name: string,
/**
 * `social_broll` ...
 */
format: string,
/**
 * `instagram_reel` ...
 */
channel: string,
/**
 * How many generations are planned.
 */
target_generations: number | null,
/**
 * What one clip costs the team today; null where nobody said.
 */
benchmark: Amount | null, };
