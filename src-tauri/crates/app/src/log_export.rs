//! The log goes out: every attempt of a scope as JSONL or CSV.

use crate::error::AppError;
use crate::log_import::LogError;
use crate::open_library::OpenLibrary;
use crate::view::import::LogFormat;
use crate::view::pilot::Scope;
use crate::whole_file::WholeFile;
use camino::Utf8Path;
use circletake_domain::record::LogRecord;
use circletake_reports::log::export::{CsvWriter, JsonlWriter};
use std::collections::BTreeSet;
use std::io::{self, Write};

/// How many attempts a log holds.
pub type Exported = u32;

impl OpenLibrary {
    /// Writes the log of a scope to a file. It is written beside it first, so that a log is never half there.
    pub async fn export_log(&self, scope: &Scope, format: LogFormat, path: &Utf8Path) -> Result<Exported, AppError> {
        let mut file = WholeFile::begin(path)?;
        let written = self.write_log(scope, format, &mut file.out).await;
        file.end(written)
    }

    /// Writes the log of a scope to wherever `out` leads.
    pub async fn write_log(
        &self,
        scope: &Scope,
        format: LogFormat,
        out: &mut (dyn Write + Send),
    ) -> Result<Exported, AppError> {
        let scope = scope.into();
        match format {
            LogFormat::Jsonl => {
                let mut writer = JsonlWriter::new(&mut *out);
                let count = self.walk(&scope, |record| writer.write(&record)).await?;
                writer.finish().map_err(LogError::Unwritten)?;
                Ok(count)
            }
            LogFormat::Csv => {
                // The header names every column that any attempt brought along, so the attempts are walked twice.
                let mut columns = BTreeSet::new();
                let collected = self.walk(&scope, |record| {
                    columns.extend(record.beside().into_keys().map(str::to_owned));
                    Ok(())
                });
                collected.await?;
                let mut writer = CsvWriter::new(&mut *out, &columns).map_err(LogError::Unwritten)?;
                let count = self.walk(&scope, |record| writer.write(&record)).await?;
                writer.finish().map_err(LogError::Unwritten)?;
                Ok(count)
            }
        }
    }

    /// Hands every attempt of a scope to `each`, and answers how many there were.
    async fn walk(
        &self,
        scope: &circletake_store::Scope,
        mut each: impl FnMut(LogRecord) -> io::Result<()> + Send,
    ) -> Result<Exported, AppError> {
        let mut count = 0;
        let mut refused = None;
        let walked = self.store().for_each_log_record(scope, |record| {
            count += 1;
            // The store's walk knows no writing errors: the first is kept beside it, and nothing is written behind it.
            if refused.is_none() {
                refused = each(self.as_exported(record)).err();
            }
            Ok(())
        });
        walked.await?;
        match refused {
            Some(error) => Err(LogError::Unwritten(error).into()),
            None => Ok(count),
        }
    }

    /// A record as a log carries it: a clip that lies in the library is named by where it lies.
    pub(crate) fn as_exported(&self, mut record: LogRecord) -> LogRecord {
        record.asset_url = record.asset_url.map(|asset| {
            let inside = self.store().folder().path().join(&asset);
            if Utf8Path::new(&asset).is_relative() && inside.is_file() {
                inside.into_string()
            } else {
                asset
            }
        });
        record
    }
}
