//! The briefs of the library.

use camino::Utf8PathBuf;
use circletake_domain::id::BriefId;
use clap::Subcommand;

/// The briefs of the library.
#[derive(Debug, Subcommand)]
pub enum BriefCommand {
    /// List them.
    List,
    /// Print one.
    Show {
        /// Which, `bf_2025_001`.
        id: BriefId,
    },
    /// Add one from JSON, or a new revision of one.
    Add {
        /// The file; `-` reads standard input.
        file: Utf8PathBuf,
    },
}
