//! The pilots of the library.

use circletake_domain::id::PilotId;
use clap::Subcommand;

/// The pilots of the library.
#[derive(Debug, Subcommand)]
pub enum PilotCommand {
    /// List them.
    List,
    /// Print one.
    Show {
        /// Which, `pl_0001`.
        id: PilotId,
    },
}
