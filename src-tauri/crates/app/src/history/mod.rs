//! The history of the whole library: narrowed, read window by window, written out.

mod export;
mod line;

use crate::error::AppError;
use crate::open_library::OpenLibrary;
use crate::view::history::{HistoryOutline, HistoryQuery, HistoryRow};
use circletake_store::{HistoryFilter, HistoryMove, MoveKey, StoreError};

/// Moves in a window.
const WINDOW: u32 = 200;

fn filter(query: &HistoryQuery) -> HistoryFilter {
    HistoryFilter {
        generation: query.generation_id.clone(),
        scope: (&query.scope).into(),
        person: query.person_id.clone(),
        statuses: query.statuses.clone(),
        reasons: query.reasons.clone(),
        since: query.since,
        until: query.until,
        text: query.text.clone(),
    }
}

fn row(found: HistoryMove) -> HistoryRow {
    HistoryRow {
        key: found.key.number().to_string(),
        line: line::of(&found),
        at: found.step.at,
        person_id: found.step.person,
        person_name: found.step.person_name,
        actor: found.step.actor,
        generation_id: found.generation,
        brief_id: found.brief,
        from: found.step.from,
        to: found.step.to,
        reasons: found.step.reasons,
        note: found.step.note,
        undoes: found.step.undoes,
        content_hash: found.step.content_hash,
        hash: found.step.hash,
        host: found.host,
        clock_was_at: found.clock_was_at,
    }
}

fn key(text: &str) -> Result<MoveKey, AppError> {
    text.parse().map(MoveKey::from_number).map_err(|_| {
        AppError::Store(StoreError::NotFound {
            what: "move",
            id: text.to_owned(),
        })
    })
}

impl OpenLibrary {
    /// How many moves match, and where each window of them begins.
    pub async fn history_outline(&self, query: &HistoryQuery) -> Result<HistoryOutline, AppError> {
        let outline = self.store().history_outline(&filter(query), WINDOW).await?;
        Ok(HistoryOutline {
            total: outline.total,
            window: WINDOW,
            starts: outline.starts.iter().map(|key| key.number().to_string()).collect(),
        })
    }

    /// One window of the moves, latest first, from a key of the outline; the latest where no key is given.
    pub async fn history_page(&self, query: &HistoryQuery, from: Option<&str>) -> Result<Vec<HistoryRow>, AppError> {
        let from = from.map(key).transpose()?;
        let found = self.store().history_page(&filter(query), from, WINDOW).await?;
        Ok(found.into_iter().map(row).collect())
    }
}
