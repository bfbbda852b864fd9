//! The history: append-only moves, hash-chained per device; status follows from it.

mod chain;

pub(crate) use chain::ChainHead;
pub use chain::{CHAIN_START, ChainedMove};
