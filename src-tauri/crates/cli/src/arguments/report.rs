//! The numbers of a brief or a pilot, and the report of a pilot.

use super::values::parse_amount;
use camino::Utf8PathBuf;
use circletake_app::view::pilot_report::{Paper, ReportFormat};
use circletake_domain::id::{BriefId, PilotId};
use circletake_domain::money::Amount;
use clap::{ArgGroup, Args, ValueEnum};

/// Print the numbers, or write the report of a pilot.
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
    /// Write the report of the pilot to this file instead; by its ending unless a format is named.
    #[arg(short, long, value_name = "FILE", conflicts_with_all = ["brief", "hourly_rate"])]
    pub output: Option<Utf8PathBuf>,
    /// As what the report is written.
    #[arg(long, value_enum, requires = "output")]
    pub format: Option<ReportKind>,
    /// What a PDF is printed on.
    #[arg(long, value_enum, default_value = "a4", requires = "output")]
    pub paper: PaperKind,
}

/// How a report is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ReportKind {
    /// One page with everything inside.
    Html,
    /// A tagged PDF of the same.
    Pdf,
    /// All of its data.
    Json,
    /// A row a figure, safe to open in a spreadsheet.
    Csv,
}

impl ReportKind {
    /// What a file of this name is.
    pub fn of_ending(ending: &str) -> Option<Self> {
        Self::from_str(ending, true).ok()
    }
}

impl From<ReportKind> for ReportFormat {
    fn from(kind: ReportKind) -> Self {
        match kind {
            ReportKind::Html => Self::Html,
            ReportKind::Pdf => Self::Pdf,
            ReportKind::Json => Self::Json,
            ReportKind::Csv => Self::Csv,
        }
    }
}

/// What a PDF is printed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum PaperKind {
    /// 210 by 297 mm.
    A4,
    /// 8.5 by 11 inches.
    Letter,
}

impl From<PaperKind> for Paper {
    fn from(kind: PaperKind) -> Self {
        match kind {
            PaperKind::A4 => Self::A4,
            PaperKind::Letter => Self::Letter,
        }
    }
}
