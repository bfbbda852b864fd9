//! The history: append-only moves, hash-chained per device; the status of a generation follows from it.

mod chain;
mod decide;
mod moves;
mod page;
mod read;
mod undo;

pub use chain::{CHAIN_START, ChainedMove};
pub(crate) use chain::{ChainHead, netstrings};
pub use decide::{Decided, Step};
pub(crate) use moves::{FirstMove, Mover, PlannedMove};
pub use page::{HistoryFilter, HistoryMove, HistoryOutline, MoveKey};
pub use read::StoredMove;
