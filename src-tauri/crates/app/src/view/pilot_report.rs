//! The report of a pilot: what it can be written as.

use crate::view::dashboard::DashboardView;
use crate::view::pilot::PilotView;
use crate::view::pilot_settings::PilotSettings;
use circletake_domain::decision::PilotDecision;
use circletake_domain::timestamp::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use circletake_reports::pilot_report::Paper;

/// What a report is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReportFormat {
    /// A page with everything inside.
    Html,
    /// A tagged PDF of the same.
    Pdf,
    /// All of its data, for scripts.
    Json,
    /// A row a figure, safe to open in a spreadsheet.
    Csv,
}

/// A report as data, for scripts.
#[derive(Debug, Clone, Serialize)]
pub struct ReportData {
    /// When it was written.
    pub written_at: Timestamp,
    /// The pilot with its numbers.
    pub pilot: PilotView,
    /// What was said of it.
    pub settings: PilotSettings,
    /// What may be said at its end.
    pub decision: PilotDecision,
    /// Everything its page shows.
    pub dashboard: DashboardView,
}
