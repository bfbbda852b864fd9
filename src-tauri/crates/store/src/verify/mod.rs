//! Whether anybody changed the library behind its own back: every file hashed again, the hash chain of every computer walked, and every
//! record held against those that must agree with it. It only looks; what it finds is named by table and row.
//!
//! What can be told: every row of every table that holds a record, for each is hashed. What cannot: somebody who knows this code and writes a
//! whole new history with it. It is attribution among colleagues, not proof against them.

mod approvals;
mod clips;
mod files;
mod history;
mod rows;
mod seals;
mod shape;
mod sums;
#[cfg(test)]
mod tests;

use crate::clips::FileCondition;
use crate::error::Result;
use crate::file_conditions::SeenFile;
use crate::library::Library;
use crate::watched_work::Watcher;
use camino::Utf8PathBuf;
use circletake_domain::timestamp::Timestamp;
use sqlx::sqlite::SqliteConnection;

/// One thing that is not as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tampering {
    /// A stable word: `move_changed`, `move_missing`, `file_changed`, `sign_off_unfounded` ...
    pub code: &'static str,
    /// The table whose row it is; `files` for what lies on disk.
    pub table: &'static str,
    /// Which row: what people call it where they have a name for it, else its identity.
    pub id: String,
    /// What should be there, where that is known.
    pub expected: Option<String>,
    /// What is there instead.
    pub found: Option<String>,
    /// What is wrong, in a sentence.
    pub message: String,
}

impl Tampering {
    fn new(code: &'static str, table: &'static str, id: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            code,
            table,
            id: id.into(),
            expected: None,
            found: None,
            message: message.into(),
        }
    }
    fn expected(mut self, expected: impl Into<String>) -> Self {
        self.expected = Some(expected.into());
        self
    }
    fn found(mut self, found: impl Into<String>) -> Self {
        self.found = Some(found.into());
        self
    }
    fn found_if(mut self, found: Option<String>) -> Self {
        self.found = found;
        self
    }
}

/// What was looked at, and what was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Verified {
    /// Files hashed again.
    pub files: u32,
    /// Moves of the history walked.
    pub moves: u32,
    /// Rows of records held against their seals.
    pub rows: u32,
    /// Those of them that were there before rows were sealed, and are as they were found then.
    pub as_found: Option<RowsAsFound>,
    /// Everything that is not as it was written; nothing else is wrong where this is empty.
    pub tampering: Vec<Tampering>,
    /// How each file was found that is not as its record says, to be noted with it.
    pub seen: Vec<SeenFile>,
}

/// Rows that nobody can say more of than that they are as they were found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RowsAsFound {
    /// How many.
    pub rows: u32,
    /// When they were sealed for the first time.
    pub on: Timestamp,
}

/// A file as the records know it.
struct KnownFile {
    key: i64,
    before: FileCondition,
    path: Utf8PathBuf,
    shown: String,
    content_hash: String,
}

impl Library {
    /// Looks at every row and every file. The rows are those of one moment, whoever writes meanwhile.
    pub async fn verify(&self, watcher: Watcher<'_>) -> Result<Verified> {
        let mut moment = self.readers().begin().await?;
        watcher.tell(0, 0, "records")?;
        let mut tampering = shape::changed_tables(&mut moment).await?;
        tampering.extend(damage(&mut moment).await?);
        let (moves, broken) = history::walk(&mut moment, watcher).await?;
        tampering.extend(broken);
        tampering.extend(history::statuses(&mut moment).await?);
        watcher.go_on()?;
        tampering.extend(clips::disagreeing(&mut moment).await?);
        tampering.extend(approvals::unfounded(&mut moment).await?);
        let seals = seals::read(&mut moment).await?;
        tampering.extend(seals::broken(&mut moment, &seals).await?);
        let rows = rows::held_against(&mut moment, &seals, watcher).await?;
        drop(seals);
        tampering.extend(rows.tampering);
        tampering.extend(sums::changed(&mut moment).await?);
        let known = files::known(self, &mut moment).await?;
        drop(moment);
        let count = known.len();
        let (changed, seen) = files::changed(known, watcher).await?;
        tampering.extend(changed);
        Ok(Verified {
            files: u32::try_from(count).unwrap_or(u32::MAX),
            moves,
            rows: rows.count,
            as_found: rows.as_found,
            tampering,
            seen,
        })
    }
}

impl Library {
    /// The history alone: every computer's chain, and the statuses that follow from it.
    pub async fn verify_history(&self, watcher: Watcher<'_>) -> Result<Vec<Tampering>> {
        let mut moment = self.readers().begin().await?;
        let (_, mut broken) = history::walk(&mut moment, watcher).await?;
        broken.extend(history::statuses(&mut moment).await?);
        Ok(broken)
    }
}

/// The file by itself, and rows that name others that are gone.
async fn damage(moment: &mut SqliteConnection) -> Result<Vec<Tampering>> {
    let mut found = Vec::new();
    let pages: Vec<String> = sqlx::query_scalar("PRAGMA integrity_check")
        .fetch_all(&mut *moment)
        .await?;
    for problem in pages.into_iter().filter(|line| line != "ok") {
        found.push(Tampering::new("database_damaged", "circletake.db", "", problem));
    }
    let orphans: Vec<(String, Option<i64>, String)> =
        sqlx::query_as(r#"SELECT "table", rowid, parent FROM pragma_foreign_key_check"#)
            .fetch_all(&mut *moment)
            .await?;
    for (table, row, parent) in orphans {
        let id = row.map_or_else(|| table.clone(), |row| format!("{table} row {row}"));
        let message = format!("It names a record of `{parent}` that is not there.");
        found.push(Tampering::new("record_missing", known_table(&parent), id, message));
    }
    Ok(found)
}

/// The name as one of ours, so that whoever reads a finding can trust it.
fn known_table(name: &str) -> &'static str {
    const TABLES: [&str; 12] = [
        "briefs",
        "brief_revisions",
        "clip_versions",
        "devices",
        "files",
        "gates",
        "generations",
        "models",
        "moves",
        "people",
        "pilots",
        "prompts",
    ];
    TABLES
        .into_iter()
        .find(|table| *table == name)
        .unwrap_or("circletake.db")
}
