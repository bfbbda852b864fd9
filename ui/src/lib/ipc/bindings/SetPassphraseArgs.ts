// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { PassphraseRequest } from "./PassphraseRequest";

/**
 * Sets, changes or takes away a passphrase.
 */
export type SetPassphraseArgs = {
/**
 * Whose, and who does it.
 */
request: PassphraseRequest, };
