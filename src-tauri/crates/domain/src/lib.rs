//! The words of Circletake as types: ids, money, frame time, statuses and moves, reasons, people, clips and what they cost.
//!
//! Nothing here reads a file, a clock or a database; time and facts are passed in. Every other crate stands on this one.

pub mod clip;
pub mod frame;
pub mod id;
pub mod media_failure;
pub mod money;
pub mod person;
pub mod reason;
pub mod status;
pub mod timestamp;
