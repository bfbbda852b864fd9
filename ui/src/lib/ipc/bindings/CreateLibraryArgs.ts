// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { Currency } from "./Currency";

/**
 * Makes a library in a folder that the app asks for.
 */
export type CreateLibraryArgs = {
/**
 * What its people will call it.
 */
name: string,
/**
 * The currency of every amount in it.
 */
currency: Currency, };
