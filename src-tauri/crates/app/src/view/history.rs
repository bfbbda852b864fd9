//! The history: every move of the library, one readable line each.

use super::pilot::Scope;
use circletake_domain::id::{BriefId, ContentHash, GenerationId, PersonId};
use circletake_domain::reason::RejectionReason;
use circletake_domain::status::Status;
use circletake_domain::timestamp::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which moves are asked for; what is empty asks for all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct HistoryQuery {
    /// Only of this generation.
    pub generation_id: Option<GenerationId>,
    /// Only of generations in this scope.
    pub scope: Scope,
    /// Only by this person.
    pub person_id: Option<PersonId>,
    /// Only to these statuses.
    pub statuses: Vec<Status>,
    /// Only for these reasons.
    pub reasons: Vec<RejectionReason>,
    /// Not before.
    pub since: Option<Timestamp>,
    /// Before.
    pub until: Option<Timestamp>,
    /// Words that must stand in the generation's id, the note or the person's name.
    pub text: String,
}

impl Default for HistoryQuery {
    fn default() -> Self {
        Self {
            generation_id: None,
            scope: Scope::Library,
            person_id: None,
            statuses: Vec::new(),
            reasons: Vec::new(),
            since: None,
            until: None,
            text: String::new(),
        }
    }
}

/// How many moves match, and where each window of them begins: a list of any length is read window by window.
#[derive(Debug, Clone, Serialize, TS)]
pub struct HistoryOutline {
    /// How many match in all.
    pub total: u32,
    /// Moves in a window.
    pub window: u32,
    /// The key of the first move of every window, latest first.
    pub starts: Vec<String>,
}

/// One move.
#[derive(Debug, Clone, Serialize, TS)]
pub struct HistoryRow {
    /// Its key in this library; later moves have higher ones.
    pub key: String,
    /// What happened, in a line: `Ada rejected gen_00042 for accuracy: product detail wrong`.
    pub line: String,
    /// When.
    pub at: Timestamp,
    /// Who; null where the app itself or an import moved it.
    pub person_id: Option<PersonId>,
    /// Their name then.
    pub person_name: Option<String>,
    /// `person`, `app` or `import`.
    pub actor: String,
    /// Which generation.
    pub generation_id: GenerationId,
    /// Of which brief.
    pub brief_id: BriefId,
    /// From where; null for the first.
    pub from: Option<Status>,
    /// To where.
    pub to: Status,
    /// Why, primary reason first.
    pub reasons: Vec<RejectionReason>,
    /// In their words.
    pub note: Option<String>,
    /// Whether it takes back an earlier move.
    pub undoes: bool,
    /// BLAKE3 of the bytes that were judged.
    pub content_hash: Option<ContentHash>,
    /// Its link in the chain.
    pub hash: String,
    /// The computer that wrote it.
    pub host: String,
    /// What the clock said at the move before, where that is later: the clock was set back in between, and the order is the chain's.
    pub clock_was_at: Option<Timestamp>,
}
