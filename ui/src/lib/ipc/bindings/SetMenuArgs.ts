// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { MenuSection } from "./MenuSection";

/**
 * Fills the window's menu from the page's command registry.
 */
export type SetMenuArgs = {
/**
 * From left to right.
 */
sections: Array<MenuSection>, };
