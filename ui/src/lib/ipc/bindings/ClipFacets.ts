// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { FacetCount } from "./FacetCount";

/**
 * How many generations carry each value, within the filter but for the facet's own field.
 */
export type ClipFacets = {
/**
 * By brief.
 */
briefs: Array<FacetCount>,
/**
 * By model.
 */
models: Array<FacetCount>,
/**
 * By status.
 */
statuses: Array<FacetCount>,
/**
 * By rejection reason.
 */
reasons: Array<FacetCount>, };
