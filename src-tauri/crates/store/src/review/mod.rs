//! The review room: the lists that are judged from, what is held back, the good part of a take, what was seen of it.

mod good_part;
mod hold;
mod queue;
mod seen;

pub use hold::Hold;
pub use queue::{QueueCounts, QueueList, QueueOrder, QueuePage, QueueQuestion, QueueRow};
