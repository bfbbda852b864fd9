//! Who moved what, when.

use super::log::ExportFormat;
use camino::Utf8PathBuf;
use circletake_domain::id::{BriefId, GenerationId, PilotId};
use clap::Args;

/// Print moves.
#[derive(Debug, Args)]
pub struct HistoryArguments {
    /// Only of this generation, `gen_00042`.
    pub generation: Option<GenerationId>,
    /// Only of this brief.
    #[arg(long, value_name = "ID", conflicts_with = "pilot")]
    pub brief: Option<BriefId>,
    /// Only of this pilot.
    #[arg(long, value_name = "ID")]
    pub pilot: Option<PilotId>,
    /// Only by this person: an id such as `pe_0001`, or a name.
    #[arg(long, value_name = "PERSON")]
    pub person: Option<String>,
    /// Write it as a table. Default with an output: by its name, else JSONL.
    #[arg(long)]
    pub format: Option<ExportFormat>,
    /// The file to write; `-` writes to standard output.
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<Utf8PathBuf>,
}
