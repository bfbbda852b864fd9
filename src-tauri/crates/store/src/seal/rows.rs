//! What of a row is sealed. Writing and verifying read it by the same words, so that they hash the same bytes.

use super::Sealed;
use crate::error::Result;
use crate::history::netstrings;
use futures::{StreamExt, TryStreamExt};
use sqlx::sqlite::{SqliteConnection, SqliteRow};
use sqlx::{Row, SqlSafeStr};

/// A row that is sealed, or should be.
pub(crate) struct SealedRow {
    /// Its identity.
    pub(crate) uid: String,
    /// BLAKE3 of its fields.
    pub(crate) hash: String,
    /// The generation it is about, as people call it.
    pub(crate) generation: Option<String>,
}

/// All rows of a kind. Identities, not row numbers, are hashed; `generation` alone is not, it is how people call the row.
const GATE_ANSWERS: &str =
    "SELECT a.uid, d.uid, g.uid, coalesce(t.gate, i.uid), c.uid, a.content_hash, a.answer, a.reason, a.note,
        CAST(a.frame AS TEXT), p.uid, a.at, g.id AS generation
 FROM gate_answers a
 LEFT JOIN devices d ON d.key = a.device_key
 LEFT JOIN gates t ON t.key = a.gate_key
 LEFT JOIN checklist_items i ON i.key = t.checklist_item_key
 LEFT JOIN generations g ON g.key = t.generation_key
 LEFT JOIN clip_versions c ON c.key = a.clip_key
 LEFT JOIN people p ON p.key = a.person_key
 WHERE ?1 IS NULL OR a.uid = ?1";
const SIGN_OFFS: &str =
    "SELECT s.uid, m.uid, c.uid, s.content_hash, p.uid, CAST(s.passphrase_checked AS TEXT), s.at, g.id AS generation
 FROM sign_offs s
 LEFT JOIN moves m ON m.key = s.move_key
 LEFT JOIN clip_versions c ON c.key = s.clip_key
 LEFT JOIN generations g ON g.key = c.generation_key
 LEFT JOIN people p ON p.key = s.person_key
 WHERE ?1 IS NULL OR s.uid = ?1";
const VOIDS: &str = "SELECT s.uid, s.voided_at, s.void_reason, g.id AS generation
 FROM sign_offs s
 LEFT JOIN clip_versions c ON c.key = s.clip_key
 LEFT JOIN generations g ON g.key = c.generation_key
 WHERE s.voided_at IS NOT NULL AND (?1 IS NULL OR s.uid = ?1)";

/// Every row of a kind, or the one with this identity.
pub(crate) async fn rows_of(
    connection: &mut SqliteConnection,
    kind: Sealed,
    uid: Option<&str>,
) -> Result<Vec<SealedRow>> {
    let select = match kind {
        Sealed::GateAnswer => GATE_ANSWERS,
        Sealed::SignOff => SIGN_OFFS,
        Sealed::Void => VOIDS,
    };
    sqlx::query(select.into_sql_str())
        .bind(uid)
        .fetch(connection)
        .map(|row| read(&row?))
        .try_collect()
        .await
}

fn read(row: &SqliteRow) -> Result<SealedRow> {
    let hashed = row.len() - 1;
    let fields = (0..hashed).map(|column| row.try_get::<Option<String>, _>(column));
    let fields = fields.collect::<std::result::Result<Vec<_>, _>>()?;
    let bytes = netstrings(fields.iter().map(Option::as_deref));
    Ok(SealedRow {
        uid: row.try_get(0)?,
        hash: blake3::hash(&bytes).to_hex().to_string(),
        generation: row.try_get("generation")?,
    })
}
