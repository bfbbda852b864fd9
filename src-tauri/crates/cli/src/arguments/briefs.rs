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
    /// Write one as JSON, as it is written now or as a revision of it said.
    Export {
        /// Which, `bf_2025_001`.
        id: BriefId,
        /// The file to write; standard output where it is left out.
        #[arg(short, long, value_name = "FILE")]
        output: Option<Utf8PathBuf>,
        /// Which revision, from 1.
        #[arg(long, value_name = "NUMBER")]
        revision: Option<u32>,
    },
    /// Add one from JSON, or a new revision of one.
    Add {
        /// The file; `-` reads standard input.
        file: Utf8PathBuf,
    },
}
