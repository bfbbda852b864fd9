//! A log comes in: looked through first, then written whole or not at all.

mod assets;
mod differences;
mod plan;
mod source;

pub use source::{LogError, LogMapping};

use crate::error::AppError;
use crate::open_library::OpenLibrary;
use crate::progress::ProgressSink;
use crate::view::change::Change;
use crate::view::import::{LogImportReport, LogPreview, Progress, StatusWord};
use assets::local_asset;
use camino::Utf8Path;
use circletake_domain::record::{LogField, LogRecord};
use circletake_reports::log::{LogFile, RecordReader};
use circletake_store::{ImportCounts, ImportKind};
use plan::{BATCH, Plan, Step};
use serde_json::Value;
use source::LogSource;
use tokio_util::sync::CancellationToken;

/// Rows that a preview shows.
const PREVIEW_ROWS: usize = 20;

/// How a log is brought in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct LogImportOptions {
    /// Import the good rows though others are bad.
    pub skip_bad: bool,
    /// Where a row differs from the library, take the row.
    pub update: bool,
    /// Only say what would come of it.
    pub dry_run: bool,
}

impl OpenLibrary {
    /// What a file holds and what an import of it would do; nothing is written.
    pub async fn preview_log(&self, path: &Utf8Path, mapping: &LogMapping) -> Result<LogPreview, AppError> {
        let source = LogSource::open(path, mapping).await?;
        let plan = self.plan_import(&source, |_| Ok(())).await?;
        let currency = &self.store().info().currency;
        let words = RecordReader::new(&source.file, &source.mapping, currency).status_words();
        Ok(LogPreview {
            selection_key: String::new(),
            file_name: path.file_name().unwrap_or(path.as_str()).to_owned(),
            format: told_format(&source.file),
            columns: source.file.columns().to_vec(),
            mapping: LogField::ALL
                .iter()
                .map(|field| {
                    (
                        field.as_str().to_owned(),
                        source.mapping.column_of(*field).map(str::to_owned),
                    )
                })
                .collect(),
            status_words: words
                .into_iter()
                .map(|word| StatusWord {
                    word: word.word,
                    status: joined(word.statuses.iter().map(|status| status.as_str())),
                    count: word.count,
                })
                .collect(),
            first_rows: source
                .file
                .rows()
                .filter_map(Result::ok)
                .take(PREVIEW_ROWS)
                .map(|row| row.cells.iter().map(cell).collect())
                .collect(),
            rows: source.file.row_count(),
            outcome: outcome(
                &plan,
                LogImportOptions {
                    skip_bad: true,
                    ..LogImportOptions::default()
                },
            ),
        })
    }

    /// Brings a log in. Unless bad rows are skipped, one of them keeps all out; stopped halfway, nothing has happened.
    pub async fn import_log(
        &self,
        path: &Utf8Path,
        mapping: &LogMapping,
        options: LogImportOptions,
        progress: ProgressSink<'_>,
        cancel: &CancellationToken,
    ) -> Result<LogImportReport, AppError> {
        let source = LogSource::open(path, mapping).await?;
        let steps = Steps {
            rows: source.file.row_count(),
            passes: if options.dry_run { 1 } else { 2 },
            progress,
            cancel,
        };
        if options.dry_run {
            let plan = self.plan_import(&source, |rows| steps.told(0, rows)).await?;
            return Ok(outcome(&plan, options));
        }
        // Begun before the rows are looked at, so that nobody can write in between what was looked at and what is written.
        let mut transaction = self.store().write().await?;
        let plan = self.plan_import(&source, |rows| steps.told(0, rows)).await?;
        let mut report = outcome(&plan, options);
        if report.imported + report.updated == 0 {
            transaction.roll_back().await?;
            return Ok(report);
        }
        let now = self.now();
        let import = transaction
            .begin_import(ImportKind::Log, path.file_name().unwrap_or(path.as_str()), now)
            .await?;
        let currency = self.store().info().currency.clone();
        let mut rows = RecordReader::new(&source.file, &source.mapping, &currency)
            .records()
            .zip(&plan.steps);
        let mut assets = Vec::new();
        let mut done = 0;
        loop {
            let batch: Vec<_> = rows.by_ref().take(BATCH).collect();
            if batch.is_empty() {
                break;
            }
            done += batch.len();
            let mut new = Vec::with_capacity(batch.len());
            for (row, step) in batch {
                let Ok(record) = row.record else { continue };
                if *step == Step::Add || (*step == Step::Differs && options.update) {
                    assets.extend(local_asset(&record, &source.folder));
                }
                match step {
                    Step::Add => new.push(record),
                    Step::Differs if options.update => {
                        let record = self.with_known_columns(record).await?;
                        transaction.update_from_log(&record, now).await?;
                    }
                    Step::Differs | Step::Unchanged | Step::Bad => {}
                }
            }
            transaction.import_log_records(&new, import, now).await?;
            steps.told(1, done)?;
        }
        let counts = ImportCounts {
            added: report.imported,
            unchanged: report.unchanged,
            updated: report.updated,
            failed: plan.count(Step::Bad),
            cancelled: false,
        };
        transaction.finish_import(import, counts, now).await?;
        transaction.commit().await?;
        self.link_assets(assets, &mut report, progress, cancel).await?;
        self.price_import(import).await?;
        self.changed(Change::Clips);
        self.previews().wake();
        Ok(report)
    }

    /// A row that updates an attempt keeps the columns that the attempt brought along earlier.
    async fn with_known_columns(&self, mut record: LogRecord) -> Result<LogRecord, AppError> {
        let known = self.store().log_records(std::slice::from_ref(&record.id)).await?;
        for (name, value) in known.into_values().flat_map(|library| library.extra) {
            record.extra.entry(name).or_insert(value);
        }
        Ok(record)
    }
}

/// Every row is passed over twice: looked at, then written. Progress counts both, in rows.
struct Steps<'a> {
    rows: u32,
    passes: u32,
    progress: ProgressSink<'a>,
    cancel: &'a CancellationToken,
}

impl Steps<'_> {
    fn told(&self, passes_before: u32, rows: usize) -> Result<(), AppError> {
        if self.cancel.is_cancelled() {
            return Err(AppError::Cancelled);
        }
        let rows = u32::try_from(rows).unwrap_or(u32::MAX);
        (self.progress)(Progress {
            done: (self.rows / self.passes)
                .saturating_mul(passes_before)
                .saturating_add(rows / self.passes),
            total: self.rows,
            subject: if passes_before == 0 {
                "Reading rows"
            } else {
                "Writing rows"
            }
            .to_owned(),
        });
        Ok(())
    }
}

/// What comes of a plan.
fn outcome(plan: &Plan, options: LogImportOptions) -> LogImportReport {
    let kept_out = !plan.bad.is_empty() && !options.skip_bad;
    let written = |step| if kept_out { 0 } else { plan.count(step) };
    LogImportReport {
        imported: written(Step::Add),
        unchanged: plan.count(Step::Unchanged),
        updated: if options.update { written(Step::Differs) } else { 0 },
        conflicts: if options.update && !kept_out {
            Vec::new()
        } else {
            plan.conflicts.clone()
        },
        bad: plan.bad.clone(),
        clips_linked: 0,
        clips_failed: Vec::new(),
    }
}

fn told_format(file: &LogFile) -> String {
    match file.encoding() {
        "UTF-8" => file.format().to_string(),
        encoding => format!("{} in {encoding}", file.format()),
    }
}

fn joined<'a>(words: impl Iterator<Item = &'a str>) -> Option<String> {
    let words: Vec<_> = words.collect();
    (!words.is_empty()).then(|| words.join(", "))
}

fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
