//! The log record: one line of the log that teams keep, import and hand over.

use crate::id::{BriefId, GenerationId, ModelName, PromptId};
use crate::money::{Amount, CostBasis};
use crate::reason::RejectionReason;
use crate::status::Status;
use crate::timestamp::Timestamp;
use rust_decimal::Decimal;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt;

macro_rules! fields {
    ($($(#[$doc:meta])* $name:ident = $word:literal;)*) => {
        /// A field of the log record, in the order in which it is written.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum LogField {
            $($(#[$doc])* $name,)*
        }
        impl LogField {
            /// Every field, in the order of an export.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The exact name in a log.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $word,)* }
            }
            /// Reads the exact name.
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|field| field.as_str() == name)
            }
        }
    };
}

fields! {
    /// The generation.
    Id = "id";
    /// Its brief.
    BriefId = "brief_id";
    /// The rendered prompt.
    PromptId = "prompt_id";
    /// Which version of the template.
    PromptVersion = "prompt_version";
    /// The model.
    Model = "model";
    /// Seconds of output.
    DurationSeconds = "duration_seconds";
    /// Credits the provider took.
    CreditsUsed = "credits_used";
    /// What the model cost.
    GenerationCostUsd = "generation_cost_usd";
    /// Where the clip is.
    AssetUrl = "asset_url";
    /// Where it stands.
    Status = "status";
    /// Why it was thrown away or sent back.
    RejectionReason = "rejection_reason";
    /// Review, in minutes.
    ReviewMinutes = "review_minutes";
    /// Editing, in minutes.
    EditingMinutes = "editing_minutes";
    /// Whether it is out.
    Published = "published";
    /// When the attempt was logged.
    CreatedAt = "created_at";
    /// Why the request failed.
    ErrorMessage = "error_message";
}

/// The column that stands beside a cost which is not the provider's word. It is no field of the record: a log without such a cost has just
/// the record's own columns.
pub const COST_BASIS_COLUMN: &str = "cost_basis";

impl fmt::Display for LogField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// One attempt as a log knows it. `None` is unknown: a field the log does not carry, never 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogRecord {
    /// `gen_00042`.
    pub id: GenerationId,
    /// Its brief.
    pub brief_id: BriefId,
    /// The rendered prompt.
    pub prompt_id: Option<PromptId>,
    /// Which version of the template, as written (`3`, `v3`).
    pub prompt_version: Option<String>,
    /// The model.
    pub model: Option<ModelName>,
    /// Seconds of output.
    pub duration_seconds: Option<Decimal>,
    /// Credits the provider took.
    pub credits_used: Option<Decimal>,
    /// What the model cost, in the library's currency.
    pub generation_cost: Option<Amount>,
    /// How that is known, where anything is said of it; a log's cost is else what the provider said.
    pub cost_basis: Option<CostBasis>,
    /// A path, `file://`, `https://` or `s3://`.
    pub asset_url: Option<String>,
    /// Where it stands.
    pub status: Status,
    /// Why it was thrown away or sent back.
    pub rejection_reason: Option<RejectionReason>,
    /// Review, in minutes.
    pub review_minutes: Option<Decimal>,
    /// Editing, in minutes.
    pub editing_minutes: Option<Decimal>,
    /// When the attempt was logged.
    pub created_at: Option<Timestamp>,
    /// Why the request failed.
    pub error_message: Option<String>,
    /// Columns that are not Circletake's, as they came.
    pub extra: BTreeMap<String, Value>,
}

impl LogRecord {
    /// A record with only what every log must say.
    pub fn new(id: GenerationId, brief_id: BriefId, status: Status) -> Self {
        Self {
            id,
            brief_id,
            prompt_id: None,
            prompt_version: None,
            model: None,
            duration_seconds: None,
            credits_used: None,
            generation_cost: None,
            cost_basis: None,
            asset_url: None,
            status,
            rejection_reason: None,
            review_minutes: None,
            editing_minutes: None,
            created_at: None,
            error_message: None,
            extra: BTreeMap::new(),
        }
    }
    /// What is written beside the record's own fields: the columns it came with, and how its cost is known where the provider did not say it.
    pub fn beside(&self) -> BTreeMap<&str, Value> {
        let columns = self.extra.iter();
        let mut beside: BTreeMap<&str, Value> = columns
            .filter(|(name, _)| LogField::from_name(name).is_none())
            .map(|(name, value)| (name.as_str(), value.clone()))
            .collect();
        let basis = self.cost_basis.filter(|basis| *basis != CostBasis::Reported);
        if let (Some(_), Some(basis)) = (self.generation_cost, basis) {
            beside.insert(COST_BASIS_COLUMN, basis.as_str().into());
        }
        beside
    }
    /// The `published` column: it follows from the status.
    pub fn published(&self) -> bool {
        self.status.is_published()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_columns_of_a_log_are_those_of_the_product_page_in_its_order() {
        let names: Vec<_> = LogField::ALL.iter().map(|field| field.as_str()).collect();
        assert_eq!(
            names.join(","),
            "id,brief_id,prompt_id,prompt_version,model,duration_seconds,credits_used,generation_cost_usd,asset_url,status,\
             rejection_reason,review_minutes,editing_minutes,published,created_at,error_message"
        );
        assert_eq!(LogField::from_name("status"), Some(LogField::Status));
    }
}
