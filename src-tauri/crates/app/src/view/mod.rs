//! What the use cases answer with: plain records that cross to the page as TypeScript and to scripts as JSON.
//!
//! Money and rates cross as decimal strings, times as RFC 3339, and a value that is not known is null, never 0.

pub mod brief;
pub mod change;
pub mod clips;
pub mod compare;
pub mod dashboard;
pub mod edit;
pub mod estimate;
pub mod history;
pub mod import;
pub mod library;
pub mod notes;
pub mod pilot;
pub mod pilot_report;
pub mod pilot_settings;
pub mod prices;
pub mod prompt;
pub mod review;
pub mod sign_off;

use serde::Serialize;
use ts_rs::TS;

/// What went wrong, for people: shown as it is by the page and printed as it is by the command line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Problem {
    /// A word that code may branch on; stable.
    pub code: String,
    /// What happened, in a sentence, naming the file, field or record.
    pub message: String,
    /// What to do next.
    pub hint: String,
}
