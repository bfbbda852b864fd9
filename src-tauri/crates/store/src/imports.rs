//! Runs of bringing clips or a log in.

use crate::error::Result;
use crate::generations::ImportKey;
use crate::ids::new_uid;
use crate::transaction::WriteTransaction;
use circletake_domain::timestamp::Timestamp;

/// What is brought in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImportKind {
    /// Video files.
    Clips,
    /// A log of attempts.
    Log,
}

/// What came of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ImportCounts {
    /// New records.
    pub added: u32,
    /// Records that were there already.
    pub unchanged: u32,
    /// Records that were changed.
    pub updated: u32,
    /// Files or rows that could not be read.
    pub failed: u32,
    /// Stopped on request.
    pub cancelled: bool,
}

impl WriteTransaction {
    /// Notes that a run begins.
    pub async fn begin_import(&mut self, kind: ImportKind, source: &str, now: Timestamp) -> Result<ImportKey> {
        let kind = match kind {
            ImportKind::Clips => "clips",
            ImportKind::Log => "log",
        };
        let added = sqlx::query("INSERT INTO imports (uid, kind, source, started_at) VALUES (?, ?, ?, ?)")
            .bind(new_uid().to_string())
            .bind(kind)
            .bind(source)
            .bind(now.to_string())
            .execute(self.connection())
            .await?;
        Ok(ImportKey(added.last_insert_rowid()))
    }
    /// Notes what came of a run.
    pub async fn finish_import(&mut self, import: ImportKey, counts: ImportCounts, now: Timestamp) -> Result<()> {
        sqlx::query(
            "UPDATE imports SET added = ?, unchanged = ?, updated = ?, failed = ?, cancelled = ?, finished_at = ? WHERE key = ?",
        )
        .bind(counts.added)
        .bind(counts.unchanged)
        .bind(counts.updated)
        .bind(counts.failed)
        .bind(counts.cancelled)
        .bind(now.to_string())
        .bind(import.0)
        .execute(self.connection())
        .await?;
        Ok(())
    }
}
