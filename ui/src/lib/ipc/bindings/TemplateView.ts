// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { TemplateId } from "./TemplateId";
import type { TemplateVersionView } from "./TemplateVersionView";

/**
 * A template in the list.
 */
export type TemplateView = {
/**
 * `tpl_social_broll`.
 */
id: TemplateId,
/**
 * As people call it.
 */
name: string,
/**
 * Its versions, the latest first.
 */
versions: Array<TemplateVersionView>, };
