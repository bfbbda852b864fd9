// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { PersonId } from "./PersonId";

/**
 * Minutes a clip takes, and what an hour of them costs.
 */
export type PlanMinutes = {
/**
 * For one clip.
 */
minutes: string,
/**
 * Who spends them; their rate counts where no other is said.
 */
person_id: PersonId | null,
/**
 * What an hour costs.
 */
hourly_rate: string | null, };
