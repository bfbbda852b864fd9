//! Where a row of a log says something else than the library. What the row does not say is no difference.

use circletake_domain::record::{COST_BASIS_COLUMN, LogField, LogRecord};
use rust_decimal::{Decimal, RoundingStrategy};
use serde_json::Value;

/// The fields that differ, by the names of the log; columns that are no field's by their own.
pub(super) fn differences(row: &LogRecord, library: &LogRecord) -> Vec<String> {
    let mut fields = Vec::new();
    let mut differs = |field: LogField, differs: bool| {
        if differs {
            fields.push(field.as_str().to_owned());
        }
    };
    differs(LogField::BriefId, row.brief_id != library.brief_id);
    differs(
        LogField::PromptId,
        says_else(row.prompt_id.as_ref(), library.prompt_id.as_ref()),
    );
    differs(
        LogField::PromptVersion,
        says_else(row.prompt_version.as_ref(), library.prompt_version.as_ref()),
    );
    differs(LogField::Model, says_else(row.model.as_ref(), library.model.as_ref()));
    differs(
        LogField::DurationSeconds,
        another_amount(row.duration_seconds, library.duration_seconds),
    );
    differs(
        LogField::CreditsUsed,
        says_else(row.credits_used.as_ref(), library.credits_used.as_ref()),
    );
    differs(
        LogField::GenerationCostUsd,
        says_else(row.generation_cost.as_ref(), library.generation_cost.as_ref()),
    );
    differs(
        LogField::AssetUrl,
        says_else(row.asset_url.as_ref(), library.asset_url.as_ref()),
    );
    differs(LogField::Status, row.status != library.status);
    differs(
        LogField::RejectionReason,
        says_else(row.rejection_reason.as_ref(), library.rejection_reason.as_ref()),
    );
    differs(
        LogField::ReviewMinutes,
        another_amount(row.review_minutes, library.review_minutes),
    );
    differs(
        LogField::EditingMinutes,
        another_amount(row.editing_minutes, library.editing_minutes),
    );
    differs(
        LogField::CreatedAt,
        says_else(row.created_at.as_ref(), library.created_at.as_ref()),
    );
    differs(
        LogField::ErrorMessage,
        says_else(row.error_message.as_ref(), library.error_message.as_ref()),
    );
    if says_else(row.cost_basis.as_ref(), library.cost_basis.as_ref()) {
        fields.push(COST_BASIS_COLUMN.to_owned());
    }
    let columns = row
        .extra
        .iter()
        .filter(|(name, value)| library.extra.get(*name).map(text) != Some(text(value)));
    fields.extend(columns.map(|(name, _)| name.clone()));
    fields
}

fn says_else<T: PartialEq>(row: Option<&T>, library: Option<&T>) -> bool {
    row.is_some_and(|row| library != Some(row))
}

/// Lengths of time are kept to the microsecond, and none at all is the same as 0.
fn another_amount(row: Option<Decimal>, library: Option<Decimal>) -> bool {
    let kept = |amount: Decimal| amount.round_dp_with_strategy(6, RoundingStrategy::MidpointAwayFromZero);
    row.is_some_and(|row| kept(row) != kept(library.unwrap_or_default()))
}

/// A spreadsheet turns every column into text; that alone is no difference.
fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use circletake_domain::id::{BriefId, GenerationId};
    use circletake_domain::money::CostBasis;
    use circletake_domain::status::Status;

    fn record() -> LogRecord {
        LogRecord::new(
            GenerationId::numbered(1),
            BriefId::new("bf_1").unwrap(),
            Status::ReviewPending,
        )
    }

    #[test]
    fn what_a_row_leaves_out_is_no_difference() {
        let mut library = record();
        library.review_minutes = Some(Decimal::from(3));
        library.extra.insert("shot".into(), 3.into());
        assert!(differences(&record(), &library).is_empty());
    }

    #[test]
    fn nothing_and_zero_minutes_are_the_same_and_so_are_3_and_its_text() {
        let (mut row, mut library) = (record(), record());
        row.review_minutes = Some(Decimal::ZERO);
        row.extra.insert("shot".into(), "3".into());
        library.extra.insert("shot".into(), 3.into());
        assert!(differences(&row, &library).is_empty());
    }

    #[test]
    fn a_cost_that_is_known_in_another_way_is_a_difference_only_where_the_row_says_how() {
        let (mut row, mut library) = (record(), record());
        library.generation_cost = Some(circletake_domain::money::Amount::from_nanos(1));
        library.cost_basis = Some(CostBasis::Assumed);
        row.generation_cost = library.generation_cost;
        assert!(differences(&row, &library).is_empty());
        row.cost_basis = Some(CostBasis::Billed);
        assert_eq!(differences(&row, &library), ["cost_basis"]);
    }

    #[test]
    fn what_differs_is_named_as_the_log_names_it() {
        let (mut row, library) = (record(), record());
        row.status = Status::ApprovedForEdit;
        row.review_minutes = Some(Decimal::ONE);
        row.extra.insert("shot".into(), "4".into());
        assert_eq!(differences(&row, &library), ["status", "review_minutes", "shot"]);
    }
}
