//! The history goes out: every move that matches, as JSONL or CSV.

use super::{WINDOW, filter, row};
use crate::error::AppError;
use crate::log_import::LogError;
use crate::open_library::OpenLibrary;
use crate::view::history::{HistoryQuery, HistoryRow};
use crate::view::import::LogFormat;
use crate::whole_file::WholeFile;
use camino::Utf8Path;
use circletake_reports::history::{HistoryRecord, HistoryWriter};
use std::io::Write;

fn record(row: &HistoryRow) -> HistoryRecord<'_> {
    HistoryRecord {
        at: row.at,
        line: &row.line,
        actor: &row.actor,
        person_id: row.person_id.as_ref(),
        person_name: row.person_name.as_deref(),
        generation_id: &row.generation_id,
        brief_id: &row.brief_id,
        from: row.from,
        to: row.to,
        reasons: &row.reasons,
        note: row.note.as_deref(),
        undoes: row.undoes,
        content_hash: row.content_hash.as_ref(),
        hash: &row.hash,
        host: &row.host,
        clock_was_at: row.clock_was_at,
    }
}

impl OpenLibrary {
    /// Writes the moves that match to a file, latest first; beside it first, so that it is never half there.
    pub async fn export_history(
        &self,
        query: &HistoryQuery,
        format: LogFormat,
        path: &Utf8Path,
    ) -> Result<u32, AppError> {
        let mut file = WholeFile::begin(path)?;
        let written = self.write_history(query, format, &mut file.out).await;
        file.end(written)
    }

    /// Writes the moves that match to wherever `out` leads.
    pub async fn write_history(
        &self,
        query: &HistoryQuery,
        format: LogFormat,
        out: &mut (dyn Write + Send),
    ) -> Result<u32, AppError> {
        let filter = filter(query);
        let starts = self.store().history_outline(&filter, WINDOW).await?.starts;
        let unwritten = |error| AppError::from(LogError::Unwritten(error));
        let mut writer = match format {
            LogFormat::Jsonl => HistoryWriter::jsonl(out),
            LogFormat::Csv => HistoryWriter::csv(out).map_err(unwritten)?,
        };
        let mut count = 0;
        for start in starts {
            for found in self.store().history_page(&filter, Some(start), WINDOW).await? {
                writer.write(&record(&row(found))).map_err(unwritten)?;
                count += 1;
            }
        }
        writer.finish().map_err(unwritten)?;
        Ok(count)
    }
}
