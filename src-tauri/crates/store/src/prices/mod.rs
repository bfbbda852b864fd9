//! What models cost: entries that people added, entries that priced something, and the rates of other money.

mod entries;
mod exchange_rates;
mod generations;

pub use entries::NewPriceEntry;
pub use generations::{PricedGeneration, UnpricedGeneration};
