//! Rows to records. Every field is read, so that a bad row tells all that is wrong with it at once.

use super::file::{LogFile, RawRow};
use super::mapping::ColumnMapping;
use super::values::{self, Expected, TimeUnit};
use super::{RowProblem, shortened, words};
use circletake_domain::id::{BriefId, GenerationId, ModelName, PromptId};
use circletake_domain::money::{CostBasis, Currency};
use circletake_domain::reason::RejectionReason;
use circletake_domain::record::{COST_BASIS_COLUMN, LogField, LogRecord};
use circletake_domain::status::Status;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// A row that was read, or what is wrong with it.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadRow {
    /// Line on which it begins, counted from 1.
    pub line: u32,
    /// The record, or every problem of the row.
    pub record: Result<LogRecord, Vec<RowProblem>>,
}

/// How one of the file's status words is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordReading {
    /// As the file writes it.
    pub word: String,
    /// What it is read as; several where the reasons tell them apart, none where the word is not known.
    pub statuses: BTreeSet<Status>,
    /// In how many rows it stands.
    pub count: u32,
}

/// Reads a file's rows as records.
#[derive(Debug, Clone, Copy)]
pub struct RecordReader<'a> {
    file: &'a LogFile,
    mapping: &'a ColumnMapping,
    currency: &'a Currency,
}

impl<'a> RecordReader<'a> {
    /// A reader for this file, by this mapping, with costs in this currency.
    pub fn new(file: &'a LogFile, mapping: &'a ColumnMapping, currency: &'a Currency) -> Self {
        Self {
            file,
            mapping,
            currency,
        }
    }
    /// The rows as records, read as they are asked for.
    pub fn records(self) -> impl Iterator<Item = ReadRow> + Send + 'a {
        self.file.rows().map(move |row| match row {
            Ok(row) => ReadRow {
                line: row.line,
                record: Row {
                    reader: self,
                    raw: &row,
                    problems: Vec::new(),
                }
                .record(),
            },
            Err(problem) => ReadRow {
                line: problem.line,
                record: Err(vec![problem]),
            },
        })
    }
    /// The file's status words and how they are read, the most frequent first.
    pub fn status_words(self) -> Vec<WordReading> {
        let mut words: BTreeMap<String, WordReading> = BTreeMap::new();
        for row in self.file.rows().filter_map(Result::ok) {
            let mut row = Row {
                reader: self,
                raw: &row,
                problems: Vec::new(),
            };
            let Some(word) = row.text(LogField::Status) else {
                continue;
            };
            let reading = words.entry(word.clone()).or_insert_with(|| WordReading {
                word,
                statuses: BTreeSet::new(),
                count: 0,
            });
            reading.count += 1;
            reading.statuses.extend(row.status());
        }
        let mut words: Vec<_> = words.into_values().collect();
        words.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.word.cmp(&b.word)));
        words
    }
}

/// One row while it is read.
struct Row<'a> {
    reader: RecordReader<'a>,
    raw: &'a RawRow,
    problems: Vec<RowProblem>,
}

impl Row<'_> {
    fn record(mut self) -> Result<LogRecord, Vec<RowProblem>> {
        let id = self.required(LogField::Id, "an id such as gen_00042", |text| {
            GenerationId::new(text).map_err(|error| error.to_string())
        });
        let brief = self.required(LogField::BriefId, "a brief id such as bf_2025_001", |text| {
            BriefId::new(text).map_err(|error| error.to_string())
        });
        if self.text(LogField::Status).is_none() {
            self.problem(LogField::Status, "", "a status such as review_pending".to_owned());
        }
        let status = self.status();
        let reason = self.reason(status);
        let as_error = |error: circletake_domain::id::IdError| error.to_string();
        let (minute, second) = (TimeUnit::Minutes, TimeUnit::Seconds);
        let currency = self.reader.currency;
        let mut record = LogRecord::new(
            id.unwrap_or(GenerationId::numbered(0)),
            brief.or_else(|| BriefId::new("unnamed").ok()).ok_or_else(Vec::new)?,
            status.unwrap_or(Status::ReviewPending),
        );
        record.prompt_id = self.read(LogField::PromptId, |text| PromptId::new(text).map_err(as_error));
        record.prompt_version = self.text(LogField::PromptVersion);
        record.model = self.read(LogField::Model, |text| ModelName::new(text).map_err(as_error));
        record.duration_seconds = self.time(LogField::DurationSeconds, second);
        record.credits_used = self.read(LogField::CreditsUsed, values::quantity);
        record.generation_cost = self.read(LogField::GenerationCostUsd, |text| values::money(text, currency));
        record.asset_url = self.text(LogField::AssetUrl);
        record.rejection_reason = reason;
        record.review_minutes = self.time(LogField::ReviewMinutes, minute);
        record.editing_minutes = self.time(LogField::EditingMinutes, minute);
        record.created_at = self.read(LogField::CreatedAt, values::moment);
        record.error_message = self.text(LogField::ErrorMessage);
        record.extra = self.extras();
        take_cost_basis(&mut record);
        if self.problems.is_empty() {
            Ok(record)
        } else {
            Err(self.problems)
        }
    }

    /// The status, with the help of the reason and of `published`; `None` with a problem where the word is not known.
    fn status(&mut self) -> Option<Status> {
        let word = self.text(LogField::Status)?;
        let reason = self
            .text(LogField::RejectionReason)
            .and_then(|reason| words::reason(&reason));
        let published = self.read(LogField::Published, values::boolean);
        let said = self.reader.mapping.status_of(&word);
        let status = said.or_else(|| words::status(&word, reason, published == Some(true)));
        match status {
            None => {
                let known = Status::ALL
                    .iter()
                    .map(|status| status.as_str())
                    .collect::<Vec<_>>()
                    .join(", ");
                self.problem(
                    LogField::Status,
                    &word,
                    format!("a status: {known}; or a word such as approved, rejected, failed, done"),
                );
            }
            Some(status) => {
                if let Some(said) = published.filter(|said| *said != status.is_published()) {
                    self.problem(
                        LogField::Published,
                        &said.to_string(),
                        format!("{}, since the status is {status}", !said),
                    );
                }
            }
        }
        status
    }

    /// The reason, which a reject and a revision must have. A log that keeps no reasons at all cannot be asked for them: there it is
    /// `other`.
    fn reason(&mut self, status: Option<Status>) -> Option<RejectionReason> {
        let all = || {
            RejectionReason::ALL
                .iter()
                .map(|reason| reason.as_str())
                .collect::<Vec<_>>()
                .join(", ")
        };
        let reason = self.read(LogField::RejectionReason, |text| {
            words::reason(text).ok_or_else(|| format!("a reason: {}", all()))
        });
        let missing = reason.is_none() && self.text(LogField::RejectionReason).is_none();
        if missing && status.is_some_and(Status::needs_reason) {
            if self.reader.mapping.column_of(LogField::RejectionReason).is_none() {
                return Some(RejectionReason::Other);
            }
            let status = status.map(Status::as_str).unwrap_or_default();
            self.problem(
                LogField::RejectionReason,
                "",
                format!("a reason, since the status is {status}: {}", all()),
            );
        }
        reason
    }

    fn extras(&self) -> BTreeMap<String, Value> {
        self.reader
            .mapping
            .extras()
            .filter_map(|(index, name)| Some((name.to_owned(), self.raw.cells.get(index)?.clone())))
            .filter(|(_, value)| !value.is_null() && value.as_str() != Some(""))
            .collect()
    }

    /// The cell as text, trimmed; `None` where it is empty or says that nothing is known.
    fn text(&self, field: LogField) -> Option<String> {
        let index = self.reader.mapping.index_of(field)?;
        let text = match self.raw.cells.get(index)? {
            Value::Null => return None,
            Value::String(text) => text.trim().to_owned(),
            // A float that is whole is written without its point by every other program.
            other => other
                .to_string()
                .strip_suffix(".0")
                .map_or_else(|| other.to_string(), str::to_owned),
        };
        // Free text may well say "none"; an id may be "-" in no log.
        let kept = match field {
            LogField::ErrorMessage | LogField::PromptVersion => !text.is_empty(),
            _ => !values::is_unknown(&text),
        };
        kept.then_some(text)
    }

    fn read<T>(&mut self, field: LogField, read: impl FnOnce(&str) -> Result<T, Expected>) -> Option<T> {
        let text = self.text(field)?;
        match read(&text) {
            Ok(value) => Some(value),
            Err(expected) => {
                self.problem(field, &text, expected);
                None
            }
        }
    }

    fn required<T>(
        &mut self,
        field: LogField,
        expected: &str,
        read: impl FnOnce(&str) -> Result<T, Expected>,
    ) -> Option<T> {
        if self.text(field).is_none() {
            self.problem(field, "", expected.to_owned());
            return None;
        }
        self.read(field, |text| read(text).map_err(|why| format!("{expected} ({why})")))
    }

    fn time(&mut self, field: LogField, unit: TimeUnit) -> Option<rust_decimal::Decimal> {
        let bare = self
            .reader
            .mapping
            .column_of(field)
            .and_then(TimeUnit::of_column)
            .unwrap_or(unit);
        self.read(field, |text| values::duration(text, bare, unit))
    }

    fn problem(&mut self, field: LogField, value: &str, expected: String) {
        let problem = RowProblem {
            line: self.raw.line,
            field: field.as_str().to_owned(),
            value: shortened(value),
            expected,
        };
        if !self.problems.contains(&problem) {
            self.problems.push(problem);
        }
    }
}

/// How a cost is known stands in a column beside it, where it is one of our words; any other word is somebody else's column.
fn take_cost_basis(record: &mut LogRecord) {
    let word = record.extra.get(COST_BASIS_COLUMN).and_then(Value::as_str);
    let basis = word.and_then(|word| word.trim().parse::<CostBasis>().ok());
    if let (Some(_), Some(basis)) = (record.generation_cost, basis) {
        record.cost_basis = Some(basis);
        record.extra.remove(COST_BASIS_COLUMN);
    }
}
