// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { Change } from "./Change";
import type { ClipSelection } from "./ClipSelection";

/**
 * Every event with its payload, for the TypeScript client.
 */
export type Events = { "library-changed": Change, "clips-dropped": ClipSelection, "drop-begun": string, "drop-ended": string, "library-asked-for": null, "problem-told": null, "menu-command": string, };
