//! The Circletake desktop app: a thin shell around the use cases of `circletake-app`.

pub mod commands;
pub mod ipc;
