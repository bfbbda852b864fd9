//! What an import would do, row by row: nothing is written before every row has been looked at.

use super::differences::differences;
use super::source::LogSource;
use crate::error::AppError;
use crate::open_library::OpenLibrary;
use crate::view::import::{BadRow, LogConflict};
use circletake_domain::id::GenerationId;
use circletake_domain::record::LogRecord;
use circletake_reports::log::export::JsonlWriter;
use circletake_reports::log::{ReadRow, RecordReader, RowProblem};
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

/// Rows that are looked up and written together.
pub(super) const BATCH: usize = 500;

/// What is to become of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// Written as a new attempt.
    Add,
    /// The library says the same already.
    Unchanged,
    /// The library says something else.
    Differs,
    /// Cannot be read.
    Bad,
}

/// What is to become of every row, in the order of the file.
#[derive(Debug, Default)]
pub(super) struct Plan {
    pub(super) steps: Vec<Step>,
    pub(super) conflicts: Vec<LogConflict>,
    pub(super) bad: Vec<BadRow>,
}

impl Plan {
    pub(super) fn count(&self, step: Step) -> u32 {
        u32::try_from(self.steps.iter().filter(|planned| **planned == step).count()).unwrap_or(u32::MAX)
    }
}

/// Where an id stood first in the file, and a digest of what was said there.
type Seen = HashMap<GenerationId, (u32, u64)>;

impl OpenLibrary {
    /// Looks at every row; `looked` hears of how many.
    pub(super) async fn plan_import(
        &self,
        source: &LogSource,
        mut looked: impl FnMut(usize) -> Result<(), AppError>,
    ) -> Result<Plan, AppError> {
        let currency = self.store().info().currency.clone();
        let mut plan = Plan::default();
        let mut seen = Seen::new();
        let mut rows = RecordReader::new(&source.file, &source.mapping, &currency).records();
        loop {
            let batch: Vec<ReadRow> = rows.by_ref().take(BATCH).collect();
            if batch.is_empty() {
                return Ok(plan);
            }
            self.plan_batch(batch, &mut seen, &mut plan).await?;
            looked(plan.steps.len())?;
        }
    }

    async fn plan_batch(&self, batch: Vec<ReadRow>, seen: &mut Seen, plan: &mut Plan) -> Result<(), AppError> {
        let ids: Vec<GenerationId> = batch
            .iter()
            .filter_map(|row| Some(row.record.as_ref().ok()?.id.clone()))
            .collect();
        let known = self.store().log_records(&ids).await?;
        for row in batch {
            let record = match row.record {
                Ok(record) => record,
                Err(problems) => {
                    plan.steps.push(Step::Bad);
                    plan.bad.extend(problems.into_iter().map(bad_row));
                    continue;
                }
            };
            let step = if let Some((line, said)) = seen.get(&record.id) {
                if *said == digest(&record) {
                    Step::Unchanged
                } else {
                    plan.bad.push(BadRow {
                        line: row.line,
                        field: "id".to_owned(),
                        value: record.id.to_string(),
                        message: format!(
                            "expected an id that stands once in the file; line {line} says something else of it"
                        ),
                    });
                    Step::Bad
                }
            } else {
                seen.insert(record.id.clone(), (row.line, digest(&record)));
                match known.get(&record.id) {
                    None => Step::Add,
                    Some(library) => {
                        let fields = differences(&record, &self.as_exported(library.clone()));
                        if fields.is_empty() {
                            Step::Unchanged
                        } else {
                            plan.conflicts.push(LogConflict {
                                id: record.id,
                                line: row.line,
                                fields,
                            });
                            Step::Differs
                        }
                    }
                }
            };
            plan.steps.push(step);
        }
        Ok(())
    }
}

fn bad_row(problem: RowProblem) -> BadRow {
    BadRow {
        line: problem.line,
        field: problem.field,
        value: problem.value,
        message: format!("expected {}", problem.expected),
    }
}

/// The same for rows that say the same.
fn digest(record: &LogRecord) -> u64 {
    let mut written = JsonlWriter::new(Vec::new());
    // Writing to memory cannot fail.
    let _ = written.write(record);
    let mut hasher = DefaultHasher::new();
    written.finish().unwrap_or_default().hash(&mut hasher);
    hasher.finish()
}
