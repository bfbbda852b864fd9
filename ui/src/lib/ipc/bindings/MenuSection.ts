// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { MenuCommand } from "./MenuCommand";

/**
 * One menu of the menu bar.
 */
export type MenuSection = {
/**
 * Its title.
 */
label: string,
/**
 * From top to bottom, a line between the groups.
 */
groups: Array<Array<MenuCommand>>, };
