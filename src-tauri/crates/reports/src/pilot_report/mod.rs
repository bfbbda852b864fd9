//! The report of a pilot: one page to send, that opens with the decision and ends with how every figure was made. The page and the PDF are
//! made from the same sections and share the same charts.

mod content;
mod csv;
mod figures;
mod html;
mod method;
mod pdf;
mod pictures;
mod section;

pub use self::csv::csv;
pub use content::sections;
pub use figures::{Figure, figures};
pub use html::html;
pub use pdf::{Paper, PdfError, pdf};
pub use section::{Block, Formula, Item, Mark, Section, Still, Table};

use circletake_domain::cost_parts::CostPartName;
use circletake_domain::day::Day;
use circletake_domain::decision::{PilotDecision, QualityBar};
use circletake_domain::id::GenerationId;
use circletake_domain::metrics::Tally;
use circletake_domain::money::{CostBasis, Currency};
use circletake_domain::reason::RejectionReason;
use circletake_domain::statistics::Tries;
use circletake_domain::status::Status;
use circletake_domain::timestamp::Timestamp;
use rust_decimal::Decimal;

/// More stills than a report has room for.
pub const MOST_STILLS: usize = 12;

/// Everything a report is made from.
#[derive(Debug, Clone)]
pub struct PilotReport {
    /// Whose library it is from.
    pub library: String,
    /// `pl_0001`.
    pub pilot: String,
    /// As people call it.
    pub name: String,
    /// When it was written.
    pub written_at: Timestamp,
    /// Of every amount.
    pub currency: Currency,
    /// What was said of the pilot.
    pub settings: ReportedSettings,
    /// What may be said at its end.
    pub decision: PilotDecision,
    /// What was counted and paid.
    pub tally: Tally,
    /// Minutes whose price nobody knows.
    pub minutes_without_rate: Decimal,
    /// Attempts in each status that occurs.
    pub statuses: Vec<(Status, u64)>,
    /// Why takes were thrown away, most frequent first.
    pub reasons: Vec<(RejectionReason, u64)>,
    /// What the money was spent on.
    pub costs: Vec<(CostPartName, Decimal)>,
    /// Where model costs come from, by attempts; `None` where the cost is not known.
    pub cost_basis: Vec<(Option<CostBasis>, u64, Option<Decimal>)>,
    /// How the cost of a usable clip went.
    pub course: Vec<ReportedCost>,
    /// Usable rates by model.
    pub by_model: Vec<ReportedRate>,
    /// Usable rates by prompt version.
    pub by_prompt: Vec<ReportedRate>,
    /// Usable rates by week.
    pub by_week: Vec<ReportedRate>,
    /// What was spent until the end of each day.
    pub spend: Vec<(Day, Decimal)>,
    /// What the figures suggest: what is the case, and what to do.
    pub advice: Vec<(String, String)>,
    /// Usable clips, the published ones first.
    pub stills: Vec<ReportedStill>,
}

impl PilotReport {
    /// Below the name: which pilot, of which library, when.
    fn lead(&self) -> String {
        let moment = self.written_at.moment();
        format!(
            "Pilot {} · {} · written {} {} {}, {:02}:{:02} UTC",
            self.pilot,
            self.library,
            moment.day(),
            moment.month(),
            moment.year(),
            moment.hour(),
            moment.minute()
        )
    }
}

/// What was said of a pilot.
#[derive(Debug, Clone, Default)]
pub struct ReportedSettings {
    /// `social_broll` ...
    pub format: String,
    /// `instagram_reel` ...
    pub channel: String,
    /// Generations planned.
    pub target: Option<u32>,
    /// Seconds of the shortest clip wanted.
    pub shortest: Option<Decimal>,
    /// Seconds of the longest.
    pub longest: Option<Decimal>,
    /// By name.
    pub models: Vec<String>,
    /// By id.
    pub templates: Vec<String>,
    /// What one clip costs today.
    pub benchmark: Option<Decimal>,
    /// What that clip is.
    pub benchmark_what: Option<String>,
    /// Who says so.
    pub benchmark_source: Option<String>,
    /// What the pilot may cost.
    pub budget: Option<Decimal>,
    /// What must be true.
    pub bar: QualityBar,
}

/// Where the cost of a usable clip stood after so many attempts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportedCost {
    /// Attempts so far.
    pub attempts: u64,
    /// Over usable; `None` while none is.
    pub cost: Option<Decimal>,
    /// The lower end of its interval.
    pub low: Option<Decimal>,
    /// The upper end; `None` where the rate may be 0.
    pub high: Option<Decimal>,
}

/// A usable rate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportedRate {
    /// Of which model, prompt version, week; `None` where a log does not say.
    pub name: Option<String>,
    /// Usable of how many.
    pub tries: Tries,
    /// All they cost over usable; `None` while none is.
    pub cost_per_usable: Option<Decimal>,
}

/// A picture of a usable clip.
#[derive(Debug, Clone)]
pub struct ReportedStill {
    /// Of which generation.
    pub generation: GenerationId,
    /// Where it stands.
    pub status: Status,
    /// Which model made it.
    pub model: Option<String>,
    /// JPEG.
    pub jpeg: Vec<u8>,
}
