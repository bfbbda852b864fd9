//! Reading a generation's history.

use crate::error::Result;
use crate::library::Library;
use crate::row::Columns;
use circletake_domain::id::{ContentHash, GenerationId, PersonId};
use circletake_domain::reason::RejectionReason;
use circletake_domain::status::Status;
use circletake_domain::timestamp::Timestamp;
use sqlx::Row;
use sqlx::sqlite::SqliteRow;

/// One move of the history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredMove {
    /// When.
    pub at: Timestamp,
    /// `person`, `app` or `import`.
    pub actor: String,
    /// Who; `None` where the app itself or an import moved it.
    pub person: Option<PersonId>,
    /// Their name then.
    pub person_name: Option<String>,
    /// From where; `None` for the first.
    pub from: Option<Status>,
    /// To where.
    pub to: Status,
    /// Why, primary reason first.
    pub reasons: Vec<RejectionReason>,
    /// In their words.
    pub note: Option<String>,
    /// BLAKE3 of the bytes that were judged.
    pub content_hash: Option<ContentHash>,
    /// Whether it takes back an earlier move.
    pub undoes: bool,
    /// Its link in the chain.
    pub hash: String,
}

impl Library {
    /// Every move of a generation, latest first; empty for an unknown one.
    pub async fn history(&self, generation: &GenerationId) -> Result<Vec<StoredMove>> {
        let rows = sqlx::query(
            "SELECT m.at, m.actor, p.id AS person_id, m.person_name, m.from_status, m.to_status, m.reasons, m.note,
                    m.content_hash, m.undoes_key IS NOT NULL AS undoes, m.hash
             FROM generations g
             JOIN moves m ON m.generation_key = g.key
             LEFT JOIN people p ON p.key = m.person_key
             WHERE g.id = ? ORDER BY m.key DESC",
        )
        .bind(generation.as_str())
        .fetch_all(self.readers())
        .await?;
        rows.iter().map(stored_move).collect()
    }
}

/// A move by the columns of [`Library::history`].
pub(super) fn stored_move(row: &SqliteRow) -> Result<StoredMove> {
    let reasons: Option<String> = row.try_get("reasons")?;
    let reasons = reasons.iter().flat_map(|words| words.split(','));
    Ok(StoredMove {
        at: row.text("at")?,
        actor: row.try_get("actor")?,
        person: row.text_or_null("person_id")?,
        person_name: row.try_get("person_name")?,
        from: row.word_or_null("from_status")?,
        to: row.word("to_status")?,
        reasons: reasons.filter_map(|word| word.parse().ok()).collect(),
        note: row.try_get("note")?,
        content_hash: row.text_or_null("content_hash")?,
        undoes: row.try_get("undoes")?,
        hash: row.try_get("hash")?,
    })
}
