// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * A command of the page's registry as a menu item; choosing it emits `menu-command` with the id.
 */
export type MenuCommand = {
/**
 * The command's id in the registry.
 */
id: string,
/**
 * Its name.
 */
label: string,
/**
 * Its keys as they are printed, shown beside the name; the page itself listens for them.
 */
keys: string | null,
/**
 * Whether it can be chosen now.
 */
enabled: boolean, };
