//! Notes at frames of clips.

use super::values::words;
use camino::Utf8PathBuf;
use circletake_domain::id::{BriefId, GenerationId, PilotId};
use circletake_domain::note::NoteCategory;
use clap::{Args, Subcommand};

/// Write a note.
#[derive(Debug, Args)]
pub struct NoteArguments {
    /// On which generation, `gen_00042`.
    pub generation: GenerationId,
    /// Who writes it: an id such as `pe_0001`, or a name.
    #[arg(long = "as", value_name = "PERSON")]
    pub person: String,
    /// At which frame, counted from 0.
    #[arg(long, value_name = "N")]
    pub at: u32,
    /// The last frame, where it is about a range.
    #[arg(long, value_name = "M")]
    pub to: Option<u32>,
    /// What it is about.
    #[arg(long, value_name = "CATEGORY", value_parser = words::<NoteCategory>(NoteCategory::ALL.iter().map(|category| category.as_str())))]
    pub category: Option<NoteCategory>,
    /// The words.
    pub text: String,
}

/// The notes on clips.
#[derive(Debug, Subcommand)]
pub enum NotesCommand {
    /// List them.
    List {
        /// Only on this generation, every version of its clip.
        #[arg(conflicts_with_all = ["brief", "pilot", "search"])]
        generation: Option<GenerationId>,
        /// Only of this brief.
        #[arg(long, value_name = "ID", conflicts_with = "pilot")]
        brief: Option<BriefId>,
        /// Only of this pilot.
        #[arg(long, value_name = "ID")]
        pilot: Option<PilotId>,
        /// Only those that hold all of these words.
        #[arg(long, value_name = "WORDS")]
        search: Option<String>,
    },
    /// Write them into a folder: rows for a spreadsheet, markers (OTIO), a still for each with the strokes burnt in.
    Export {
        /// Only of this brief.
        #[arg(long, value_name = "ID", conflicts_with = "pilot")]
        brief: Option<BriefId>,
        /// Only of this pilot.
        #[arg(long, value_name = "ID")]
        pilot: Option<PilotId>,
        /// The folder; new or empty.
        #[arg(short, long, value_name = "DIR")]
        output: Utf8PathBuf,
    },
}
