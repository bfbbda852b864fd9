//! What can be asked of the command line: the commands here, the arguments of each area in its own file.

mod briefs;
mod edit;
mod estimate;
mod history;
mod ingest;
mod log;
mod notes;
mod people;
mod pilots;
mod prices;
mod prompts;
mod report;
mod review;
mod run_plan;
mod sign_off;
mod values;

pub use briefs::BriefCommand;
pub use edit::AddVersionArguments;
pub use estimate::{EstimateBucketsArguments, EstimateCommand, EstimatePriceArguments, OnOff};
pub use history::HistoryArguments;
pub use ingest::IngestArguments;
pub use log::{ExportFormat, LogCommand};
pub use notes::{NoteArguments, NotesCommand};
pub use people::PersonCommand;
pub use pilots::PilotCommand;
pub use prices::{PricesAddArguments, PricesCommand, PricesListArguments};
pub use prompts::{ComparePromptsArguments, PromptCommand};
pub use report::{ReportArguments, ReportKind};
pub use review::{DecideArguments, ListChoice, ReviewQueueArguments};
pub use run_plan::{EstimateNeededArguments, EstimatePlanArguments};
pub use sign_off::{GateArguments, SheetArguments, SheetKind, SignArguments};

use camino::Utf8PathBuf;
use circletake_domain::money::Currency;
use clap::{Parser, Subcommand};
use clap_complete::Shell;
use std::path::PathBuf;
use values::parse_currency;

/// Logs every AI video generation, judges the clips, and tells what a usable one costs.
///
/// Exit codes: 0 done; 1 done but some inputs failed; 2 usage; 3 library.
#[derive(Debug, Parser)]
#[command(name = "circletake", version, max_term_width = 110)]
pub struct Arguments {
    /// The library's folder. Default: `$CIRCLETAKE_LIBRARY`, else the current folder if it is a library.
    #[arg(long, global = true, value_name = "DIR", env = "CIRCLETAKE_LIBRARY")]
    pub library: Option<Utf8PathBuf>,
    /// Print JSON for scripts.
    #[arg(long, global = true)]
    pub json: bool,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make a new library in a folder that is new or empty.
    Init {
        /// The folder.
        dir: Utf8PathBuf,
        /// What its people call it. Default: the folder's name.
        #[arg(long)]
        name: Option<String>,
        /// The currency of every amount in it.
        #[arg(long, default_value = "USD", value_parser = parse_currency)]
        currency: Currency,
    },
    /// Make a library with the sample pilot: 50 short clips, made on the spot.
    Sample {
        /// The folder; new or empty.
        dir: Utf8PathBuf,
    },
    /// Check the library and its files.
    Doctor {
        /// Mend what can be mended.
        #[arg(long)]
        fix: bool,
    },
    /// Look whether anybody changed the library behind its own back: every file and every hash chain.
    Verify,
    /// Write a complete copy of the library's records to a file.
    Backup {
        /// The file to write; it must not exist yet.
        file: Utf8PathBuf,
    },
    /// Print the facts of clip files, one JSON object a line.
    Probe {
        /// The files.
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// Print when each frame of a clip begins: index and microseconds a line.
    Frames {
        /// The file.
        file: PathBuf,
    },
    /// Write one frame of a clip, exactly, at full resolution.
    Frame {
        /// The file.
        file: PathBuf,
        /// Which frame, counted from 0.
        index: u32,
        /// The picture to write; PNG, or JPEG where it is named so.
        #[arg(short, long, value_name = "OUT.png")]
        output: Utf8PathBuf,
    },
    /// Write a picture of a clip that shows something.
    Poster {
        /// The file.
        file: PathBuf,
        /// The JPEG to write.
        #[arg(short, long, value_name = "OUT.jpg")]
        output: Utf8PathBuf,
        /// Its width in pixels, at most.
        #[arg(long, default_value_t = 480, value_parser = clap::value_parser!(u32).range(16..=8192))]
        width: u32,
    },
    /// Write tiles across a clip's length, side by side.
    Strip {
        /// The file.
        file: PathBuf,
        /// The JPEG to write.
        #[arg(short, long, value_name = "OUT.jpg")]
        output: Utf8PathBuf,
        /// How many tiles.
        #[arg(long, default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..=200))]
        tiles: u32,
    },
    /// The pilots of the library.
    #[command(subcommand)]
    Pilot(PilotCommand),
    /// The briefs of the library.
    #[command(subcommand)]
    Brief(BriefCommand),
    /// Prompt templates.
    #[command(subcommand)]
    Prompt(PromptCommand),
    /// Hold two prompts against each other: which is better, or that it is too early to tell.
    ComparePrompts(ComparePromptsArguments),
    /// The people who decide.
    #[command(subcommand)]
    Person(PersonCommand),
    /// Bring clips in, each as a generation of a brief.
    Ingest(IngestArguments),
    /// The log of attempts, in and out.
    #[command(subcommand)]
    Log(LogCommand),
    /// Print what waits for review, oldest first.
    ReviewQueue(ReviewQueueArguments),
    /// Decide about a generation.
    Decide(DecideArguments),
    /// Write a note at a frame of a clip, or at a range of frames.
    Note(NoteArguments),
    /// The notes on clips: list them, hand them over.
    #[command(subcommand)]
    Notes(NotesCommand),
    /// Take an edited file in as the next version of a clip.
    AddVersion(AddVersionArguments),
    /// Print moves, latest first: of a generation, or of everything that is asked for.
    History(HistoryArguments),
    /// Answer a gate of a clip in brand review, or print what is asked of it.
    Gate(GateArguments),
    /// Sign a clip: the final approval of just these bytes, once every gate is answered.
    Sign(SignArguments),
    /// Write a sign-off sheet: gates, who, when, hash and a still.
    SignOffSheet(SheetArguments),
    /// The price catalogue: what ships with the app, and what people added.
    #[command(subcommand)]
    Prices(PricesCommand),
    /// What something will cost.
    #[command(subcommand)]
    Estimate(EstimateCommand),
    /// Print the numbers of a brief or a pilot.
    Report(ReportArguments),
    /// Print completions for a shell.
    Completions {
        /// Which shell.
        shell: Shell,
    },
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_arguments_contradict_themselves_nowhere() {
        Arguments::command().debug_assert();
    }
}
