//! The Clips screen: which generations, in which order, how many, and one of them whole.

mod detail;
mod editing;
mod facets;
mod filter;
mod page;
mod row;

pub use detail::StoredGeneration;
pub use editing::ClipInEdit;
pub use facets::{Facet, Facets};
pub use filter::GenerationFilter;
pub use page::{GridPage, GridSort};
pub use row::{GridClip, GridRow};
