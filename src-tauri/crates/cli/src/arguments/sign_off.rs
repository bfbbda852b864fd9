//! The gates of a clip, its signature, and the sheet of both.

use super::values::parse_gate;
use camino::Utf8PathBuf;
use circletake_domain::gate::GateKey;
use circletake_domain::id::{BriefId, GenerationId, PilotId};
use clap::{ArgGroup, Args, ValueEnum};

/// Answer a gate.
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("answer"))]
pub struct GateArguments {
    /// Which generation, `gen_00042`.
    pub generation: GenerationId,
    /// Which gate, or the key of a checklist's line. Left out: print what is asked.
    #[arg(value_parser = parse_gate, requires = "answer", requires = "person")]
    pub gate: Option<GateKey>,
    /// It is as it should be.
    #[arg(long, group = "answer", requires = "gate")]
    pub pass: bool,
    /// It is not: what is wrong.
    #[arg(long, group = "answer", value_name = "REASON", requires = "gate")]
    pub fail: Option<String>,
    /// The question does not arise: why not.
    #[arg(long, group = "answer", value_name = "WHY", requires = "gate")]
    pub not_applicable: Option<String>,
    /// Who answers: an id such as `pe_0001`, or a name.
    #[arg(long = "as", value_name = "PERSON")]
    pub person: Option<String>,
    /// At which frame, counted from 0.
    #[arg(long, value_name = "N", requires = "gate")]
    pub frame: Option<u32>,
}

/// Sign a clip.
#[derive(Debug, Args)]
pub struct SignArguments {
    /// Which generation, `gen_00042`.
    pub generation: GenerationId,
    /// Who signs: an id such as `pe_0001`, or a name.
    #[arg(long = "as", value_name = "PERSON")]
    pub person: String,
    /// Read the passphrase from this file descriptor instead of the terminal.
    #[arg(long, value_name = "N")]
    pub passphrase_fd: Option<u32>,
    /// In their words.
    #[arg(long, value_name = "TEXT")]
    pub note: Option<String>,
}

/// Write a sign-off sheet.
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("subject").required(true))]
pub struct SheetArguments {
    /// Of these generations, in this order.
    #[arg(group = "subject")]
    pub generations: Vec<GenerationId>,
    /// Of this brief: all that came as far as brand review.
    #[arg(long, value_name = "ID", group = "subject")]
    pub brief: Option<BriefId>,
    /// Of this pilot: all that came as far as brand review.
    #[arg(long, value_name = "ID", group = "subject")]
    pub pilot: Option<PilotId>,
    /// How. Default: by the output's name, else HTML.
    #[arg(long)]
    pub format: Option<SheetKind>,
    /// The file to write.
    #[arg(short, long, value_name = "FILE")]
    pub output: Utf8PathBuf,
}

/// How a sign-off sheet is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SheetKind {
    /// One page with its pictures inside.
    Html,
    /// A row an answer, safe to open in a spreadsheet.
    Csv,
}
