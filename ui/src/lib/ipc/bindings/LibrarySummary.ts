// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { Currency } from "./Currency";
import type { PersonView } from "./PersonView";

/**
 * The open library in a line.
 */
export type LibrarySummary = {
/**
 * The name its people gave it.
 */
name: string,
/**
 * Where it lies, for people to read.
 */
folder: string,
/**
 * The currency of every amount in it.
 */
currency: Currency,
/**
 * Whether it holds the sample pilot.
 */
is_sample: boolean,
/**
 * Another program holds the library; nothing can be written.
 * Another program holds the library; nothing can be written.
 */
read_only: boolean,
/**
 * Who holds it then, in words; null where nobody does or nobody is known.
 */
held_by: string | null,
/**
 * Who is using the app now, once chosen.
 */
current_person: PersonView | null,
/**
 * How many generations it holds.
 */
generations: number, };
