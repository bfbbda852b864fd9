//! Costs beside models and people: what they are for.

use serde::{Deserialize, Serialize};
use thiserror::Error;
use ts_rs::TS;

/// What an overhead cost is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum OverheadKind {
    /// Legal, claims, clearance.
    Compliance,
    /// Keeping the files.
    Storage,
    /// Running the requests.
    Orchestration,
    /// Subscriptions and tools.
    Tooling,
    /// Anything else; the words say what.
    Other,
}

impl OverheadKind {
    /// Every kind.
    pub const ALL: [Self; 5] = [
        Self::Compliance,
        Self::Storage,
        Self::Orchestration,
        Self::Tooling,
        Self::Other,
    ];

    /// The word stored and exported.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Compliance => "compliance",
            Self::Storage => "storage",
            Self::Orchestration => "orchestration",
            Self::Tooling => "tooling",
            Self::Other => "other",
        }
    }
}

/// A word that is no kind of overhead.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("`{0}` is not a kind of overhead of Circletake")]
pub struct UnknownOverhead(pub String);

impl std::str::FromStr for OverheadKind {
    type Err = UnknownOverhead;
    fn from_str(text: &str) -> Result<Self, UnknownOverhead> {
        let found = Self::ALL.into_iter().find(|kind| kind.as_str() == text);
        found.ok_or_else(|| UnknownOverhead(text.to_owned()))
    }
}
