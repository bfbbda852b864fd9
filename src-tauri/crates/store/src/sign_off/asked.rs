//! What is asked of a clip before it may be signed, and what was answered for the bytes it stands with.

use super::checklist::asked_of;
use super::rules::rules;
use crate::error::{Result, StoreError};
use crate::library::Library;
use crate::row::Columns;
use crate::transaction::WriteTransaction;
use circletake_domain::brief::Brief;
use circletake_domain::gate::{Gate, GateKey, Verdict};
use circletake_domain::id::{ContentHash, GenerationId, PersonId};
use circletake_domain::timestamp::Timestamp;
use sqlx::Row;
use sqlx::sqlite::{SqliteConnection, SqliteRow};
use std::collections::HashMap;

/// A question of the desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskedGate {
    /// Which.
    pub key: GateKey,
    /// The line of the checklist, where it is one.
    pub item: Option<String>,
    /// The latest answer for the current bytes.
    pub answer: Option<StoredAnswer>,
}

impl AskedGate {
    /// What is asked, in words.
    pub fn words(&self) -> String {
        self.item.clone().unwrap_or_else(|| self.key.to_string())
    }
}

/// What a person answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredAnswer {
    /// What.
    pub verdict: Verdict,
    /// Why it failed, or does not apply.
    pub words: Option<String>,
    /// At which frame.
    pub frame: Option<u32>,
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub person_name: String,
    /// When.
    pub at: Timestamp,
}

/// What decides what is asked: the current revision of the brief, and the bytes it is asked about.
pub(super) struct Subject {
    pub(super) generation_key: i64,
    pub(super) brief: Brief,
    pub(super) clip_key: Option<i64>,
    pub(super) content_hash: Option<ContentHash>,
}

pub(super) async fn subject(connection: &mut SqliteConnection, generation: &GenerationId) -> Result<Subject> {
    let row = sqlx::query(
        "SELECT g.key, r.body_json, c.key AS clip_key, f.content_hash
         FROM generations g
         JOIN briefs b ON b.key = g.brief_key
         JOIN brief_revisions r ON r.key = b.current_revision_key
         LEFT JOIN clip_versions c ON c.key = g.current_clip_key
         LEFT JOIN files f ON f.key = c.file_key
         WHERE g.id = ?",
    )
    .bind(generation.as_str())
    .fetch_optional(connection)
    .await?
    .ok_or_else(|| StoreError::not_found("generation", generation))?;
    let body: serde_json::Value = row.json("body_json")?;
    Ok(Subject {
        generation_key: row.try_get("key")?,
        brief: Brief::from_json(&body).map_err(|problems| StoreError::Unreadable {
            field: "brief_revisions.body_json".to_owned(),
            value: problems.first().map(ToString::to_string).unwrap_or_default(),
        })?,
        clip_key: row.try_get("clip_key")?,
        content_hash: row.text_or_null("content_hash")?,
    })
}

/// Gates first, in their order, then the checklist.
pub(super) async fn asked(connection: &mut SqliteConnection, subject: &Subject) -> Result<Vec<AskedGate>> {
    let rules = rules(&mut *connection).await?;
    let brand = subject.brief.brand.name().unwrap_or_default();
    let items = asked_of(&mut *connection, brand).await?;
    let mut answers = answers(connection, subject).await?;
    let gates = rules
        .opened_by(&subject.brief)
        .into_iter()
        .map(|gate| (GateKey::Gate(gate), None));
    let items = items.into_iter().map(|item| (GateKey::Item(item.uid), Some(item.body)));
    let asked = gates.chain(items).map(|(key, item)| AskedGate {
        answer: answers.remove(&key),
        key,
        item,
    });
    Ok(asked.collect())
}

/// The latest answers for the bytes that the generation stands with.
async fn answers(connection: &mut SqliteConnection, subject: &Subject) -> Result<HashMap<GateKey, StoredAnswer>> {
    let rows = sqlx::query(
        "SELECT t.gate, i.uid AS item_uid, a.answer, a.reason, a.note, a.frame, a.at, p.id AS person_id, p.name
         FROM gates t
         JOIN gate_answers a ON a.gate_key = t.key
         JOIN people p ON p.key = a.person_key
         LEFT JOIN checklist_items i ON i.key = t.checklist_item_key
         WHERE t.generation_key = ? AND a.content_hash = ? ORDER BY a.key",
    )
    .bind(subject.generation_key)
    .bind(subject.content_hash.as_ref().map(ContentHash::as_str))
    .fetch_all(connection)
    .await?;
    rows.iter().map(|row| Ok((key(row)?, answer(row)?))).collect()
}

fn key(row: &SqliteRow) -> Result<GateKey> {
    Ok(match row.word_or_null::<Gate>("gate")? {
        Some(gate) => GateKey::Gate(gate),
        None => GateKey::Item(row.uid("item_uid")?),
    })
}

fn answer(row: &SqliteRow) -> Result<StoredAnswer> {
    let reason: Option<String> = row.try_get("reason")?;
    Ok(StoredAnswer {
        verdict: row.word("answer")?,
        words: reason.or(row.try_get("note")?),
        frame: row.number_or_null("frame")?,
        person: row.text("person_id")?,
        person_name: row.try_get("name")?,
        at: row.text("at")?,
    })
}

impl Library {
    /// What is asked of a generation before it may be signed, and what was answered for the bytes it stands with.
    pub async fn asked_gates(&self, generation: &GenerationId) -> Result<Vec<AskedGate>> {
        let mut connection = self.readers().acquire().await?;
        let subject = subject(&mut connection, generation).await?;
        asked(&mut connection, &subject).await
    }
    /// The brand whose checklist is asked; `None` where the brief names none.
    pub async fn brand_of(&self, generation: &GenerationId) -> Result<Option<String>> {
        let mut connection = self.readers().acquire().await?;
        let subject = subject(&mut connection, generation).await?;
        Ok(subject.brief.brand.name().map(ToOwned::to_owned))
    }
}

impl WriteTransaction {
    /// What is asked of a generation before it may be signed, as the writer sees it.
    pub async fn asked_gates(&mut self, generation: &GenerationId) -> Result<Vec<AskedGate>> {
        let subject = subject(self.connection(), generation).await?;
        asked(self.connection(), &subject).await
    }
}
