//! Which column of a file is which field of the log record: recognised by name, or said by the user.

use super::words::normalise;
use circletake_domain::record::LogField;
use circletake_domain::status::Status;
use std::collections::BTreeMap;
use thiserror::Error;

/// Before a status word in a mapping: `status:approved` says what `approved` means in this file.
const STATUS_WORD: &str = "status:";

/// Which column each field is read from. Columns that are no field's are kept beside the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnMapping {
    columns: Vec<String>,
    by_field: BTreeMap<LogField, usize>,
    status_words: BTreeMap<String, Status>,
}

/// A mapping that cannot be.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum MappingError {
    /// Not a field of the log record.
    #[error("`{field}` is not a field of the log; the fields are: {}", LogField::ALL.iter().map(|field| field.as_str()).collect::<Vec<_>>().join(", "))]
    UnknownField {
        /// What was asked for.
        field: String,
    },
    /// Not a status.
    #[error("`{status}` is not a status; the statuses are: {}", Status::ALL.iter().map(|status| status.as_str()).collect::<Vec<_>>().join(", "))]
    UnknownStatus {
        /// What was asked for.
        status: String,
    },
    /// The file has no such column.
    #[error("the file has no column `{column}`; it has: {known}")]
    UnknownColumn {
        /// What was asked for.
        column: String,
        /// What the file has.
        known: String,
    },
}

impl ColumnMapping {
    /// Recognises columns by their names: the exact field first, then what other logs call it, the more telling names first.
    pub fn recognise(columns: &[String]) -> Self {
        let names: Vec<(String, String)> = columns
            .iter()
            .map(|column| (normalise(column), normalise(without_unit(column))))
            .collect();
        let mut by_field = BTreeMap::new();
        let mut taken = vec![false; columns.len()];
        let longest = LogField::ALL
            .iter()
            .map(|field| other_names(*field).len())
            .max()
            .unwrap_or(0);
        // By rank over all fields, so that a field's third guess never takes a column that is another's first.
        for rank in 0..=longest {
            for field in LogField::ALL {
                let name = match rank {
                    0 => Some(field.as_str()),
                    rank => other_names(*field).get(rank - 1).copied(),
                };
                let Some(name) = name.filter(|_| !by_field.contains_key(field)) else {
                    continue;
                };
                let found = names
                    .iter()
                    .enumerate()
                    .find(|(column, (whole, bare))| !taken[*column] && (whole == name || bare == name));
                if let Some((column, _)) = found {
                    by_field.insert(*field, column);
                    taken[column] = true;
                }
            }
        }
        Self {
            columns: columns.to_vec(),
            by_field,
            status_words: BTreeMap::new(),
        }
    }
    /// Reads a field from this column, whatever was recognised; from none where the column is empty. `status:WORD` is set to the
    /// status that the word means in this file.
    pub fn set(&mut self, field: &str, column: &str) -> Result<(), MappingError> {
        if let Some(word) = field.strip_prefix(STATUS_WORD) {
            let status = column.parse().map_err(|_| MappingError::UnknownStatus {
                status: column.to_owned(),
            })?;
            self.status_words.insert(normalise(word), status);
            return Ok(());
        }
        let field = LogField::from_name(field).ok_or_else(|| MappingError::UnknownField {
            field: field.to_owned(),
        })?;
        if column.is_empty() {
            self.by_field.remove(&field);
            return Ok(());
        }
        let exact = self.columns.iter().position(|known| known == column);
        let alike = || {
            self.columns
                .iter()
                .position(|known| normalise(known) == normalise(column))
        };
        let found = exact.or_else(alike).ok_or_else(|| MappingError::UnknownColumn {
            column: column.to_owned(),
            known: self.columns.join(", "),
        })?;
        self.by_field.retain(|_, column| *column != found);
        self.by_field.insert(field, found);
        Ok(())
    }
    /// The column a field is read from.
    pub fn column_of(&self, field: LogField) -> Option<&str> {
        self.index_of(field)
            .and_then(|index| self.columns.get(index))
            .map(String::as_str)
    }
    /// How many fields have a column.
    pub fn len(&self) -> usize {
        self.by_field.len()
    }
    /// Whether no column was recognised at all.
    pub fn is_empty(&self) -> bool {
        self.by_field.is_empty()
    }
    /// What a status word means here, where the user said so.
    pub(super) fn status_of(&self, word: &str) -> Option<Status> {
        self.status_words.get(&normalise(word)).copied()
    }
    pub(super) fn index_of(&self, field: LogField) -> Option<usize> {
        self.by_field.get(&field).copied()
    }
    /// The columns that are no field's, to be kept as they are.
    pub(super) fn extras(&self) -> impl Iterator<Item = (usize, &str)> {
        self.columns
            .iter()
            .enumerate()
            .filter(|(index, _)| !self.by_field.values().any(|taken| taken == index))
            .map(|(index, name)| (index, name.as_str()))
    }
}

/// `Cost (USD)` is a cost, `Review time [min]` a review time: what stands in brackets at the end is the unit.
fn without_unit(column: &str) -> &str {
    let column = column.trim();
    match column.rfind(['(', '[']) {
        Some(start) if start > 0 && column.ends_with([')', ']']) => &column[..start],
        _ => column,
    }
}

/// What other logs call a field, the more telling names first.
#[expect(clippy::too_many_lines, reason = "one table, a name a line")]
fn other_names(field: LogField) -> &'static [&'static str] {
    match field {
        LogField::Id => &[
            "generation_id",
            "gen_id",
            "take_id",
            "attempt_id",
            "clip_id",
            "record_id",
            "generation",
            "take",
            "attempt",
            "gen",
            "clip_name",
            "name",
        ],
        LogField::BriefId => &[
            "brief",
            "brief_name",
            "brief_no",
            "brief_number",
            "campaign_brief",
            "campaign",
            "project",
        ],
        LogField::PromptId => &["prompt", "prompt_name", "prompt_template", "template", "template_id"],
        LogField::PromptVersion => &["prompt_ver", "prompt_v", "template_version", "version"],
        LogField::Model => &["model_name", "ai_model", "video_model", "generator", "engine", "tool"],
        LogField::DurationSeconds => &[
            "duration",
            "duration_s",
            "duration_sec",
            "duration_secs",
            "length_seconds",
            "length_s",
            "clip_length",
            "clip_duration",
            "seconds",
            "length",
            "duration_ms",
        ],
        LogField::CreditsUsed => &["credits", "credits_spent", "credit_cost", "credit"],
        LogField::GenerationCostUsd => &[
            "generation_cost",
            "cost_usd",
            "cost",
            "model_cost",
            "cost_per_generation",
            "price_usd",
            "price",
            "spend",
            "amount",
            "cost_eur",
            "cost_gbp",
            "generation_cost_eur",
            "generation_cost_gbp",
        ],
        LogField::AssetUrl => &[
            "asset",
            "asset_link",
            "asset_path",
            "video_url",
            "clip_url",
            "file_url",
            "output_url",
            "file_path",
            "filename",
            "file_name",
            "url",
            "link",
            "file",
            "path",
            "video",
            "clip",
            "output",
            "attachment",
            "attachments",
        ],
        LogField::Status => &[
            "state",
            "stage",
            "review_status",
            "decision",
            "outcome",
            "result",
            "verdict",
        ],
        LogField::RejectionReason => &[
            "reject_reason",
            "reason_for_rejection",
            "rejected_because",
            "reason_rejected",
            "rejection",
            "reason",
            "why_rejected",
            "why",
        ],
        LogField::ReviewMinutes => &[
            "review_time",
            "review_mins",
            "review_min",
            "review_duration",
            "minutes_review",
            "time_reviewing",
            "review_seconds",
            "review_hours",
            "review",
        ],
        LogField::EditingMinutes => &[
            "editing_time",
            "edit_time",
            "edit_minutes",
            "editing_mins",
            "edit_mins",
            "edit_min",
            "editing_duration",
            "minutes_editing",
            "editing_seconds",
            "editing_hours",
            "editing",
            "edit",
        ],
        LogField::Published => &[
            "is_published",
            "was_published",
            "published_yes_no",
            "posted",
            "live",
            "is_live",
        ],
        LogField::CreatedAt => &[
            "created",
            "created_time",
            "created_on",
            "created_date",
            "date_created",
            "creation_date",
            "generated_at",
            "timestamp",
            "datetime",
            "date",
            "time",
        ],
        LogField::ErrorMessage => &[
            "error",
            "error_text",
            "error_details",
            "failure_message",
            "failure",
            "failure_reason",
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn recognised(columns: &[&str]) -> ColumnMapping {
        ColumnMapping::recognise(&columns.iter().map(|&column| column.to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn the_columns_of_a_spreadsheet_are_recognised_under_their_own_names() {
        let mapping = recognised(&[
            "Take",
            "Brief",
            "Model",
            "Cost (USD)",
            "Review time",
            "State",
            "Shot",
            "Created time",
            "File",
        ]);
        assert_eq!(mapping.column_of(LogField::GenerationCostUsd), Some("Cost (USD)"));
        assert_eq!(mapping.column_of(LogField::ReviewMinutes), Some("Review time"));
        assert_eq!(mapping.column_of(LogField::Id), Some("Take"));
        assert_eq!(mapping.column_of(LogField::CreatedAt), Some("Created time"));
        assert_eq!(mapping.extras().map(|(_, name)| name).collect::<Vec<_>>(), ["Shot"]);
    }

    #[test]
    fn the_exact_name_wins_over_a_similar_one() {
        let mapping = recognised(&["cost", "generation_cost_usd", "reason", "rejection_reason"]);
        assert_eq!(
            mapping.column_of(LogField::GenerationCostUsd),
            Some("generation_cost_usd")
        );
        assert_eq!(mapping.column_of(LogField::RejectionReason), Some("rejection_reason"));
        assert_eq!(mapping.extras().count(), 2);
    }

    #[test]
    fn the_user_has_the_last_word_and_a_column_serves_one_field() {
        let mut mapping = recognised(&["id", "Cost", "Bill"]);
        mapping.set("generation_cost_usd", "bill").unwrap();
        assert_eq!(mapping.column_of(LogField::GenerationCostUsd), Some("Bill"));
        mapping.set("credits_used", "Bill").unwrap();
        assert_eq!(mapping.column_of(LogField::GenerationCostUsd), None);
        assert_eq!(
            mapping.set("status", "Stand").unwrap_err().to_string(),
            "the file has no column `Stand`; it has: id, Cost, Bill"
        );
        assert!(
            mapping
                .set("stand", "Bill")
                .unwrap_err()
                .to_string()
                .starts_with("`stand` is not a field of the log")
        );
    }
}
