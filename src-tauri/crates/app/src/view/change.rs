//! What changed in the library; the page fetches it again.

use serde::Serialize;
use ts_rs::TS;

/// Something changed. Carries no data: whoever shows it asks again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum Change {
    /// Generations, clips or decisions; and with them every number.
    Clips,
    /// Time that somebody spent, while they spend it; whoever shows minutes may fetch them again.
    Time,
    /// Notes on frames.
    Notes,
    /// One clip's preview, poster or strip.
    Preview {
        /// The clip's key on the media server.
        clip_key: String,
    },
    /// Pilots or briefs.
    Pilots,
    /// Prompt templates, or what is said in every prompt.
    Prompts,
    /// Price entries, exchange rates, tiers or licence bands.
    Prices,
    /// People.
    People,
    /// The library itself: opened, closed, renamed.
    Library,
}
