//! The words of Circletake as types: ids, money, frame time, statuses and moves, reasons, people, clips and what they cost.
//!
//! Nothing here reads a file, a clock or a database; time and facts are passed in. Every other crate stands on this one.

pub mod advice;
pub mod brief;
pub mod clip;
pub mod clip_flag;
pub mod cost_parts;
pub mod day;
pub mod decision;
pub mod forecast;
pub mod frame;
pub mod frame_range;
pub mod gate;
pub mod id;
pub mod media_failure;
pub mod metrics;
pub mod money;
pub mod note;
pub mod overhead;
pub mod pair;
pub mod passphrase;
pub mod person;
pub mod prices;
pub mod prompt;
pub mod reason;
pub mod record;
pub mod role_moves;
pub mod sign_off;
pub mod spelling;
pub mod statistics;
pub mod status;
pub mod timestamp;
