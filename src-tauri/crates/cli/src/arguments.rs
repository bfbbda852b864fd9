//! What can be asked of the command line.

use camino::Utf8PathBuf;
use circletake_domain::gate::{Gate, GateKey};
use circletake_domain::id::{BriefId, GenerationId, ModelName, PilotId};
use circletake_domain::money::{Amount, Currency};
use circletake_domain::note::NoteCategory;
use circletake_domain::person::Role;
use circletake_domain::reason::RejectionReason;
use circletake_domain::status::Status;
use clap::builder::PossibleValuesParser;
use clap::builder::TypedValueParser;
use clap::{ArgGroup, Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use rust_decimal::Decimal;
use std::path::PathBuf;
use std::str::FromStr;

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
    /// Print the numbers of a brief or a pilot.
    Report(ReportArguments),
    /// Print completions for a shell.
    Completions {
        /// Which shell.
        shell: Shell,
    },
}

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

/// The people who decide.
#[derive(Debug, Subcommand)]
pub enum PersonCommand {
    /// List them.
    List,
    /// Add one.
    Add {
        /// As they write it.
        name: String,
        /// What they do.
        #[arg(long, default_value = "reviewer", value_parser = words::<Role>(Role::ALL.iter().map(|role| role.as_str())))]
        role: Role,
        /// What an hour of theirs costs, in the library's currency.
        #[arg(long, value_name = "AMOUNT", value_parser = parse_amount)]
        hourly_rate: Option<Amount>,
    },
    /// Set the passphrase a person signs with; typed twice on the terminal, or read from a file descriptor.
    Passphrase {
        /// Whose: an id such as `pe_0001`, or a name.
        person: String,
        /// Who does it: that person, or an owner. Default: that person.
        #[arg(long = "as", value_name = "PERSON")]
        by: Option<String>,
        /// Take it away.
        #[arg(long, conflicts_with = "passphrase_fd")]
        clear: bool,
        /// Read the new passphrase from this file descriptor.
        #[arg(long, value_name = "N")]
        passphrase_fd: Option<u32>,
        /// Read the passphrase that is set already, of who does it, from this file descriptor.
        #[arg(long, value_name = "N")]
        current_fd: Option<u32>,
    },
}

/// Bring clips in.
#[derive(Debug, Args)]
pub struct IngestArguments {
    /// Files and folders; folders are walked.
    #[arg(required = true)]
    pub paths: Vec<PathBuf>,
    /// For which brief; one that does not exist yet becomes a bare brief.
    #[arg(long, value_name = "ID")]
    pub brief: BriefId,
    /// By which model.
    #[arg(long)]
    pub model: Option<ModelName>,
    /// Leave the files where they are instead of copying them in.
    #[arg(long)]
    pub reference: bool,
}

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

/// Print what waits for review.
#[derive(Debug, Args)]
pub struct ReviewQueueArguments {
    /// Only of this brief.
    #[arg(long, value_name = "ID", conflicts_with = "pilot")]
    pub brief: Option<BriefId>,
    /// Only of this pilot.
    #[arg(long, value_name = "ID")]
    pub pilot: Option<PilotId>,
    /// What this person judges: takes of briefs they have judged in.
    #[arg(long, value_name = "PERSON")]
    pub mine: Option<String>,
    /// Which list.
    #[arg(long, value_enum, default_value = "pending")]
    pub list: ListChoice,
    /// What checks saw most in comes first.
    #[arg(long)]
    pub flagged_first: bool,
    /// Begin behind this generation, to read on.
    #[arg(long, value_name = "GENERATION")]
    pub after: Option<GenerationId>,
    /// How many at most.
    #[arg(long, value_name = "N", default_value_t = 1_000, value_parser = clap::value_parser!(u32).range(1..=1_000))]
    pub limit: u32,
}

/// A list of the review room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ListChoice {
    /// Waits and is not held.
    Pending,
    /// Held back for later.
    Held,
    /// Judged, latest first.
    Judged,
}

/// Decide about a generation.
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("decision"))]
#[command(group = ArgGroup::new("said").args(["keep", "keep_for_edit", "reject", "to", "reasons"]).multiple(true).required(true))]
pub struct DecideArguments {
    /// Which generation, `gen_00042`.
    pub generation: GenerationId,
    /// Who decides: an id such as `pe_0001`, or a name.
    #[arg(long = "as", value_name = "PERSON")]
    pub person: String,
    /// Keep it.
    #[arg(long, group = "decision")]
    pub keep: bool,
    /// Keep it; it needs an edit.
    #[arg(long, group = "decision")]
    pub keep_for_edit: bool,
    /// Throw it away for one reason; the status follows from it.
    #[arg(long, group = "decision", value_name = "REASON", value_parser = words::<RejectionReason>(RejectionReason::ALL.iter().map(|reason| reason.as_str())))]
    pub reject: Option<RejectionReason>,
    /// Throw it away for several reasons, the primary one first; with --to, why it goes there.
    #[arg(long, visible_alias = "reason", value_name = "A,B", value_delimiter = ',', conflicts_with_all = ["reject", "keep", "keep_for_edit"], value_parser = words::<RejectionReason>(RejectionReason::ALL.iter().map(|reason| reason.as_str())))]
    pub reasons: Vec<RejectionReason>,
    /// Make any other move of the workflow.
    #[arg(long, group = "decision", value_name = "STATUS", value_parser = words::<Status>(Status::ALL.iter().map(|status| status.as_str())))]
    pub to: Option<Status>,
    /// The first good frame, counted from 0; with a keep.
    #[arg(long = "in", value_name = "N", requires = "last_good", conflicts_with_all = ["reject", "reasons", "to"])]
    pub first_good: Option<u32>,
    /// The last good frame; with a keep.
    #[arg(long = "out", value_name = "M", requires = "first_good")]
    pub last_good: Option<u32>,
    /// In their words; required for the reason `other`.
    #[arg(long, value_name = "TEXT")]
    pub note: Option<String>,
    /// Minutes it took.
    #[arg(long, value_name = "N", value_parser = parse_minutes)]
    pub minutes: Option<Decimal>,
}

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

/// Take an edited file in.
#[derive(Debug, Args)]
pub struct AddVersionArguments {
    /// Which generation, `gen_00042`.
    pub generation: GenerationId,
    /// The edited file.
    pub file: PathBuf,
    /// Who edited it: an id such as `pe_0001`, or a name.
    #[arg(long = "as", value_name = "PERSON")]
    pub person: String,
    /// Minutes it took.
    #[arg(long, value_name = "N", value_parser = parse_minutes)]
    pub minutes: Option<Decimal>,
}

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

/// Print the numbers.
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("scope").required(true))]
pub struct ReportArguments {
    /// Of this brief.
    #[arg(long, value_name = "ID", group = "scope")]
    pub brief: Option<BriefId>,
    /// Of this pilot.
    #[arg(long, value_name = "ID", group = "scope")]
    pub pilot: Option<PilotId>,
    /// Price every minute at this rate instead of each person's own.
    #[arg(long, value_name = "R", value_parser = parse_amount)]
    pub hourly_rate: Option<Amount>,
}

/// One of a fixed list of words, with help and completions that name them.
fn words<T>(words: impl IntoIterator<Item = &'static str>) -> impl TypedValueParser<Value = T>
where
    T: FromStr + Clone + Send + Sync + 'static,
    T::Err: std::error::Error + Send + Sync + 'static,
{
    PossibleValuesParser::new(words).try_map(|word| word.parse::<T>())
}

fn parse_currency(text: &str) -> Result<Currency, String> {
    Currency::new(text).map_err(|error| error.to_string())
}

fn parse_amount(text: &str) -> Result<Amount, String> {
    let amount: Amount = text
        .parse()
        .map_err(|error: circletake_domain::money::AmountError| error.to_string())?;
    if amount < Amount::ZERO {
        Err("an amount of 0 or more is expected".to_owned())
    } else {
        Ok(amount)
    }
}

fn parse_minutes(text: &str) -> Result<Decimal, String> {
    let minutes = circletake_domain::money::exact_decimal(text)
        .map_err(|_| format!("`{text}` is not a number of minutes such as 12.5"))?;
    if minutes < Decimal::ZERO {
        Err("minutes of 0 or more are expected".to_owned())
    } else {
        Ok(minutes)
    }
}

fn parse_gate(text: &str) -> Result<GateKey, String> {
    text.parse().map_err(|_| {
        let gates: Vec<_> = Gate::ALL.iter().map(|gate| gate.as_str()).collect();
        format!("expected the key of a checklist's line or one of {}", gates.join(", "))
    })
}

fn parse_mapping(text: &str) -> Result<(String, String), String> {
    text.split_once('=')
        .map(|(field, column)| (field.trim().to_owned(), column.trim().to_owned()))
        .ok_or_else(|| format!("`{text}` is not FIELD=COLUMN, such as generation_cost_usd=Bill"))
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
