//! Pilots, briefs, and the numbers of a report.

use circletake_domain::decision::DecisionVerdict;
use circletake_domain::id::{BriefId, PilotId};
use circletake_domain::money::Currency;
use circletake_domain::reason::RejectionReason;
use circletake_domain::status::Status;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a report is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", content = "id", rename_all = "snake_case")]
pub enum Scope {
    /// Everything in the library.
    Library,
    /// One pilot.
    Pilot(PilotId),
    /// One brief.
    Brief(BriefId),
}

/// The numbers of product.md, as decimal strings; null where undefined. The field names are those of `circletake report`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReportView {
    /// Attempts, failures included.
    pub total: u32,
    /// Requests that failed.
    pub failed: u32,
    /// Approved to publish, scheduled or published.
    pub usable: u32,
    /// Published.
    pub published: u32,
    /// usable / total.
    pub usable_rate: Option<String>,
    /// Wilson, 95 %.
    pub usable_rate_interval: Option<[String; 2]>,
    /// total / usable.
    pub attempts_per_usable: Option<String>,
    /// What models cost, as far as known.
    pub model_cost: String,
    /// Creative review, in minutes.
    pub review_minutes: String,
    /// Editing, in minutes.
    pub editing_minutes: String,
    /// Brand review, in minutes.
    pub brand_minutes: String,
    /// Minutes times the rate of who spent them.
    pub human_cost: String,
    /// Storage, orchestration, tooling, compliance.
    pub overhead_cost: String,
    /// All of it.
    pub total_cost: String,
    /// Total over usable.
    pub cost_per_usable: Option<String>,
    /// What follows from the interval of the usable rate; the upper end is null where the rate may be 0.
    pub cost_per_usable_interval: Option<[Option<String>; 2]>,
    /// Total over published.
    pub cost_per_published: Option<String>,
    /// Minutes of people over usable.
    pub human_minutes_per_usable: Option<String>,
    /// Attempts whose model cost is not known.
    pub unknown_costs: u32,
    /// Why takes were thrown away, most frequent first.
    pub rejection_reasons: Vec<ReasonCount>,
    /// Attempts in each status that occurs, in workflow order.
    pub statuses: Vec<StatusCount>,
    /// The currency of every amount above.
    pub currency: Currency,
    /// Seconds of usable clips: the good part where one was marked, else the whole clip.
    pub usable_seconds: String,
    /// Total over usable seconds; undefined while the length of a usable clip is not known.
    pub cost_per_usable_second: Option<String>,
    /// Usable clips of which no length is known.
    pub usable_of_unknown_length: u32,
    /// How often a reject said only `other`: its share of all rejects.
    pub other_rate: Option<String>,
    /// Whether that is more often than it should be.
    pub other_too_high: bool,
    /// Minutes by people whose hourly rate is not known; their cost is missing above.
    pub minutes_without_rate: String,
}

/// A reason and how often it was given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReasonCount {
    /// The reason.
    pub reason: RejectionReason,
    /// Generations thrown away or sent back for it.
    pub count: u32,
}

/// A status and how many attempts stand there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StatusCount {
    /// The status.
    pub status: Status,
    /// How many.
    pub count: u32,
}

/// A pilot on its card and at the head of its page.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PilotView {
    /// `pl_0001`.
    pub id: PilotId,
    /// As people call it.
    pub name: String,
    /// `social_broll` ...
    pub format: String,
    /// `instagram_reel` ...
    pub channel: String,
    /// How many generations are planned.
    pub target_generations: Option<u32>,
    /// What one clip costs the team today, as a decimal; null where nobody said.
    pub benchmark: Option<String>,
    /// What the pilot may cost in all, as a decimal; null where nobody said.
    pub budget: Option<String>,
    /// Whether who made a clip may also sign it.
    pub maker_may_sign: bool,
    /// Whether AI video is ready for production, as far as this pilot says.
    pub verdict: VerdictView,
    /// Its numbers.
    pub report: ReportView,
}

/// All three conditions of a pilot together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct VerdictView {
    /// Which of the three verdicts.
    pub verdict: DecisionVerdict,
    /// The verdict as a sentence.
    pub says: String,
}

/// A brief in a list.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BriefView {
    /// `bf_2025_001`.
    pub id: BriefId,
    /// The pilot it belongs to, if any.
    pub pilot_id: Option<PilotId>,
    /// What is wanted, in a sentence.
    pub goal: String,
    /// `social_broll` ...
    pub format: String,
    /// `instagram_reel` ...
    pub channel: String,
    /// Attempts so far.
    pub generations: u32,
    /// What waits for review.
    pub pending: u32,
    /// Usable so far.
    pub usable: u32,
}
