//! What the desk shows: what waits, what was signed before and why that holds no longer, every version, and who made them.

use crate::error::Result;
use crate::grid::GridRow;
use crate::library::Library;
use crate::row::Columns;
use crate::scope::{Scope, brief_keys};
use circletake_domain::id::{ContentHash, GenerationId, PersonId};
use circletake_domain::sign_off::VoidReason;
use circletake_domain::timestamp::Timestamp;
use sqlx::Row;

/// What waits for a brand reviewer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaitingForBrand {
    /// The longest waiting first.
    pub first: Vec<GridRow>,
    /// Of these, whose last sign-off was voided, and why.
    pub voided: Vec<(GenerationId, VoidReason)>,
    /// How many were signed in the same scope and still are.
    pub signed: u32,
}

/// A sign-off, standing or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredSignOff {
    /// The version that was signed.
    pub version: u32,
    /// Its bytes.
    pub content_hash: ContentHash,
    /// By whom.
    pub person: PersonId,
    /// Their name then.
    pub person_name: String,
    /// Whether they gave a passphrase.
    pub passphrase_checked: bool,
    /// In their words.
    pub note: Option<String>,
    /// When.
    pub at: Timestamp,
    /// When and why it ended; `None` while it stands.
    pub voided: Option<(Timestamp, VoidReason)>,
}

/// Somebody whose work a clip is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Maker {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
}

impl Library {
    /// What waits for a brand reviewer in a scope: at most `limit` of it, the oldest.
    pub async fn waiting_for_brand(&self, scope: &Scope, limit: u32) -> Result<WaitingForBrand> {
        let briefs = brief_keys(self.readers(), scope).await?.condition("brief_key");
        let sql = format!(
            "SELECT key FROM generations INDEXED BY generations_by_state
             WHERE status = 'brand_review' AND {briefs} ORDER BY created_at, key LIMIT ?"
        );
        let keys: Vec<i64> = sqlx::query_scalar(sqlx::AssertSqlSafe(sql))
            .bind(limit)
            .fetch_all(self.readers())
            .await?;
        let sql = format!(
            "SELECT count(*) FROM generations INDEXED BY generations_by_brief
             WHERE status IN ('approved_to_publish', 'scheduled', 'published') AND {briefs}"
        );
        let signed: u32 = sqlx::query_scalar(sqlx::AssertSqlSafe(sql))
            .fetch_one(self.readers())
            .await?;
        let rows = sqlx::query(
            "SELECT g.id, s.void_reason FROM json_each(?) wanted
             JOIN generations g ON g.key = wanted.value
             JOIN clip_versions c ON c.generation_key = g.key
             JOIN sign_offs s ON s.clip_key = c.key
             WHERE s.voided_at IS NOT NULL ORDER BY s.key DESC",
        )
        .bind(serde_json::json!(keys).to_string())
        .fetch_all(self.readers())
        .await?;
        let mut voided: Vec<(GenerationId, VoidReason)> = Vec::new();
        for row in rows {
            let id = row.text("id")?;
            if !voided.iter().any(|(known, _)| *known == id) {
                voided.push((id, row.word("void_reason")?));
            }
        }
        Ok(WaitingForBrand {
            first: self.grid_rows(&keys).await?,
            voided,
            signed,
        })
    }

    /// Every sign-off a generation ever had, the latest first.
    pub async fn sign_offs(&self, generation: &GenerationId) -> Result<Vec<StoredSignOff>> {
        let rows = sqlx::query(
            "SELECT c.version, s.content_hash, p.id AS person_id, m.person_name, s.passphrase_checked, m.note, s.at, s.voided_at,
                    s.void_reason
             FROM generations g
             JOIN clip_versions c ON c.generation_key = g.key
             JOIN sign_offs s ON s.clip_key = c.key
             JOIN moves m ON m.key = s.move_key
             JOIN people p ON p.key = s.person_key
             WHERE g.id = ? ORDER BY s.key DESC",
        )
        .bind(generation.as_str())
        .fetch_all(self.readers())
        .await?;
        let sign_offs = rows.iter().map(|row| {
            let voided_at = row.text_or_null("voided_at")?;
            Ok(StoredSignOff {
                version: row.number("version")?,
                content_hash: row.text("content_hash")?,
                person: row.text("person_id")?,
                person_name: row.try_get("person_name")?,
                passphrase_checked: row.try_get("passphrase_checked")?,
                note: row.try_get("note")?,
                at: row.text("at")?,
                voided: voided_at.zip(row.word_or_null("void_reason")?),
            })
        });
        sign_offs.collect()
    }

    /// Who may not sign a generation because it is their work; nobody where the pilot lets makers sign.
    pub async fn makers(&self, generation: &GenerationId) -> Result<Vec<Maker>> {
        let rows = sqlx::query(
            "SELECT DISTINCT p.id, p.name
             FROM generations g
             JOIN briefs b ON b.key = g.brief_key
             LEFT JOIN pilots l ON l.key = b.pilot_key
             LEFT JOIN clip_versions c ON c.generation_key = g.key
             JOIN people p ON p.key IN (g.made_by_key, c.made_by_key)
             WHERE g.id = ? AND coalesce(l.maker_may_sign, 0) = 0",
        )
        .bind(generation.as_str())
        .fetch_all(self.readers())
        .await?;
        let makers = rows.iter().map(|row| {
            Ok(Maker {
                person: row.text("id")?,
                name: row.try_get("name")?,
            })
        });
        makers.collect()
    }
}
