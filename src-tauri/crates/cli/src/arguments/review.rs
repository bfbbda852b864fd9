//! Judging clips.

use super::values::{parse_minutes, words};
use circletake_domain::id::{BriefId, GenerationId, PilotId};
use circletake_domain::reason::RejectionReason;
use circletake_domain::status::Status;
use clap::{ArgGroup, Args, ValueEnum};
use rust_decimal::Decimal;

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
