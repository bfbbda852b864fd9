//! Prices: the catalogue of a library, and what a request costs in its money.

mod catalogue;

pub use catalogue::PlannedPrice;
