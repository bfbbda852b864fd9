//! The log of attempts, in and out.

use super::values::parse_mapping;
use camino::Utf8PathBuf;
use circletake_domain::id::{BriefId, PilotId};
use clap::{Subcommand, ValueEnum};

/// The log of attempts.
#[derive(Debug, Subcommand)]
pub enum LogCommand {
    /// Bring a log in: JSONL, a JSON list, CSV, TSV.
    Import {
        /// The file.
        file: Utf8PathBuf,
        /// Read a field from a column of another name; repeat for more.
        #[arg(long = "map", value_name = "FIELD=COLUMN", value_parser = parse_mapping)]
        mappings: Vec<(String, String)>,
        /// Say what would come of it and write nothing.
        #[arg(long)]
        dry_run: bool,
        /// Import the good rows though others are bad.
        #[arg(long)]
        skip_bad: bool,
        /// Where a row differs from the library, take the row.
        #[arg(long)]
        update: bool,
    },
    /// Write the log out.
    Export {
        /// Only of this brief.
        #[arg(long, value_name = "ID", conflicts_with = "pilot")]
        brief: Option<BriefId>,
        /// Only of this pilot.
        #[arg(long, value_name = "ID")]
        pilot: Option<PilotId>,
        /// How. Default: by the output's name, else JSONL.
        #[arg(long)]
        format: Option<ExportFormat>,
        /// The file to write; `-` writes to standard output.
        #[arg(short, long, value_name = "FILE")]
        output: Utf8PathBuf,
    },
}

/// How a log is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ExportFormat {
    /// One JSON object a line.
    Jsonl,
    /// Rows of cells, safe to open in a spreadsheet.
    Csv,
}
