//! The history goes out: every move that matches, as JSONL or CSV.

use super::{WINDOW, filter, row};
use crate::error::AppError;
use crate::log_import::LogError;
use crate::open_library::OpenLibrary;
use crate::view::history::{HistoryQuery, HistoryRow};
use crate::view::import::LogFormat;
use camino::Utf8Path;
use circletake_reports::history::{HistoryRecord, HistoryWriter};
use std::io::{self, Write};

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
        let unfinished = path.with_file_name(format!(".{}.part", path.file_name().unwrap_or("history")));
        let refused = |source: io::Error| AppError::from(LogError::Unwritten(source));
        let file = fs_err::File::create(&unfinished).map_err(refused)?;
        let mut out = io::BufWriter::new(file);
        let written = self.write_history(query, format, &mut out).await;
        let finished = match written {
            Ok(count) => out
                .into_inner()
                .map_err(io::IntoInnerError::into_error)
                .and_then(|file| file.sync_all())
                .and_then(|()| fs_err::rename(&unfinished, path))
                .map(|()| count)
                .map_err(refused),
            Err(error) => Err(error),
        };
        if finished.is_err() {
            // What is left of it is of no use; that it cannot be removed changes nothing about the error.
            let _ = fs_err::remove_file(&unfinished);
        }
        finished
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
