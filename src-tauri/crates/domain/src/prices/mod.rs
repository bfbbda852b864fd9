//! What a second of video costs: by a model's price entry, by the project formula, or by its four buckets.

mod buckets;
mod model_price;
mod project_price;

pub use buckets::{Buckets, Egress};
pub use model_price::ModelPrice;
pub use project_price::{Multipliers, PriceError, ProjectPrice, ProjectRequest};
