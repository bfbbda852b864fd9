//! Notes at a frame or a range of a clip version, with what was drawn there. Edits keep what stood before, deleting only marks.

use crate::error::{Result, StoreError};
use crate::ids::new_uid;
use crate::library::Library;
use crate::row::Columns;
use crate::scope::{Scope, brief_keys};
use crate::transaction::WriteTransaction;
use circletake_domain::frame::{FrameIndex, FrameRate};
use circletake_domain::frame_range::FrameRange;
use circletake_domain::id::{BriefId, GenerationId, PersonId, RecordUid};
use circletake_domain::note::{LONGEST_NOTE, NoteCategory, Stroke, check_drawing};
use circletake_domain::timestamp::Timestamp;
use sqlx::Row;
use sqlx::sqlite::SqliteRow;

/// What a note says.
#[derive(Debug, Clone, PartialEq)]
pub struct NoteFields {
    /// The frames it is about.
    pub range: FrameRange,
    /// What it is about.
    pub category: Option<NoteCategory>,
    /// The words; empty only where something is drawn.
    pub body: String,
    /// What is drawn on the picture.
    pub strokes: Vec<Stroke>,
}

/// A note that is new.
#[derive(Debug, Clone, PartialEq)]
pub struct NewNote {
    /// On which generation.
    pub generation: GenerationId,
    /// On which of its clip versions; its current one where nothing is said.
    pub clip: Option<RecordUid>,
    /// By whom.
    pub person: PersonId,
    /// What it says.
    pub fields: NoteFields,
    /// The note of an earlier version that it carries over.
    pub carried_from: Option<RecordUid>,
}

/// A note as it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredNote {
    /// Its key.
    pub uid: RecordUid,
    /// On which generation.
    pub generation: GenerationId,
    /// Of which brief.
    pub brief: BriefId,
    /// On which clip version.
    pub clip: RecordUid,
    /// Its number.
    pub version: u32,
    /// The rate that its frames are counted at.
    pub frame_rate: FrameRate,
    /// How many frames the clip has.
    pub frame_count: u32,
    /// By whom.
    pub person: PersonId,
    /// Their name.
    pub person_name: String,
    /// What it says.
    pub fields: NoteFields,
    /// The note of an earlier version that it was carried over from.
    pub carried_from: Option<RecordUid>,
    /// When it was written.
    pub created_at: Timestamp,
    /// When it was edited last.
    pub edited_at: Option<Timestamp>,
}

const COLUMNS: &str = "
    SELECT n.uid, g.id AS generation_id, b.id AS brief_id, c.uid AS clip_uid, c.version, c.frame_rate, c.frame_count,
           p.id AS person_id, p.name, n.first_frame, n.last_frame, n.category, n.body, n.strokes_json,
           (SELECT o.uid FROM notes o WHERE o.key = n.carried_from_key) AS carried_uid, n.created_at, n.edited_at
    FROM notes n
    JOIN clip_versions c ON c.key = n.clip_key
    JOIN generations g ON g.key = c.generation_key
    JOIN briefs b ON b.key = g.brief_key
    JOIN people p ON p.key = n.person_key";

fn note(row: &SqliteRow) -> Result<StoredNote> {
    let (first, last) = (row.number("first_frame")?, row.number("last_frame")?);
    let range = FrameRange::new(FrameIndex(first), FrameIndex(last)).map_err(|error| StoreError::Unreadable {
        field: "notes.last_frame".to_owned(),
        value: error.to_string(),
    })?;
    let carried: Option<String> = row.try_get("carried_uid")?;
    Ok(StoredNote {
        uid: row.uid("uid")?,
        generation: row.text("generation_id")?,
        brief: row.text("brief_id")?,
        clip: row.uid("clip_uid")?,
        version: row.number("version")?,
        frame_rate: row.text("frame_rate")?,
        frame_count: row.number("frame_count")?,
        person: row.text("person_id")?,
        person_name: row.try_get("name")?,
        fields: NoteFields {
            range,
            category: row.word_or_null("category")?,
            body: row.try_get("body")?,
            strokes: row.json("strokes_json")?,
        },
        carried_from: carried.map(|_| row.uid("carried_uid")).transpose()?,
        created_at: row.text("created_at")?,
        edited_at: row.text_or_null("edited_at")?,
    })
}

#[expect(clippy::needless_pass_by_value, reason = "as `map_err` hands it over")]
fn refused(problem: impl ToString) -> StoreError {
    StoreError::Invalid {
        field: "note",
        problem: problem.to_string(),
    }
}

fn checked(fields: &NoteFields, frame_count: u32) -> Result<String> {
    fields.range.within(frame_count).map_err(refused)?;
    check_drawing(&fields.strokes).map_err(refused)?;
    let body = fields.body.trim();
    if body.is_empty() && fields.strokes.is_empty() {
        return Err(refused("it says nothing and nothing is drawn"));
    }
    if body.chars().count() > LONGEST_NOTE {
        return Err(refused(format!("it is longer than {LONGEST_NOTE} characters")));
    }
    Ok(body.to_owned())
}

/// The words of a search as a question of SQLite's full-text search: each must occur, at least as the beginning of a word.
/// Quoted, so that nothing in them is taken for its operators.
fn full_text(words: &str) -> String {
    let quoted = words
        .split_whitespace()
        .map(|word| format!("\"{}\"*", word.replace('"', "\"\"")));
    quoted.collect::<Vec<_>>().join(" ")
}

impl Library {
    /// The notes on every clip version of a generation, the latest version first, in the order of their frames.
    pub async fn notes_on(&self, generation: &GenerationId) -> Result<Vec<StoredNote>> {
        let sql = format!(
            "{COLUMNS} WHERE g.id = ? AND n.deleted_at IS NULL ORDER BY c.version DESC, n.first_frame, n.last_frame, n.key"
        );
        let rows = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(generation.as_str());
        rows.fetch_all(self.readers()).await?.iter().map(note).collect()
    }

    /// The notes of a scope in the order of their clips, at most `limit`; with words, only those that hold them all.
    pub async fn notes_in(&self, scope: &Scope, words: &str, limit: u32) -> Result<Vec<StoredNote>> {
        let briefs = brief_keys(self.readers(), scope).await?.condition("g.brief_key");
        let searched = !words.trim().is_empty();
        let found = if searched {
            "n.key IN (SELECT rowid FROM note_texts WHERE note_texts MATCH ?1)"
        } else {
            "?1 IS NOT NULL"
        };
        let sql = format!(
            "{COLUMNS} WHERE n.deleted_at IS NULL AND {found} AND {briefs}
             ORDER BY g.created_at, g.key, c.version, n.first_frame, n.last_frame, n.key LIMIT ?2"
        );
        let rows = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(full_text(words)).bind(limit);
        rows.fetch_all(self.readers()).await?.iter().map(note).collect()
    }

    /// One note.
    pub async fn note(&self, uid: RecordUid) -> Result<StoredNote> {
        let sql = format!("{COLUMNS} WHERE n.uid = ? AND n.deleted_at IS NULL");
        let row = sqlx::query(sqlx::AssertSqlSafe(sql))
            .bind(uid.to_string())
            .fetch_optional(self.readers())
            .await?;
        note(&row.ok_or_else(|| StoreError::not_found("note", &uid))?)
    }
}

impl WriteTransaction {
    /// Writes a note.
    pub async fn add_note(&mut self, new: &NewNote, at: Timestamp) -> Result<RecordUid> {
        let person = self.known_person(&new.person).await?;
        let row = sqlx::query(
            "SELECT c.key, c.generation_key, c.frame_count FROM generations g
             JOIN clip_versions c ON c.generation_key = g.key AND CASE WHEN ?1 IS NULL THEN c.key = g.current_clip_key ELSE c.uid = ?1 END
             WHERE g.id = ?2",
        )
        .bind(new.clip.map(|clip| clip.to_string()))
        .bind(new.generation.as_str())
        .fetch_optional(self.connection())
        .await?
        .ok_or_else(|| StoreError::not_found("clip of", &new.generation))?;
        let body = checked(&new.fields, row.number("frame_count")?)?;
        let carried: Option<i64> = match new.carried_from {
            Some(uid) => {
                let key = sqlx::query_scalar("SELECT key FROM notes WHERE uid = ?").bind(uid.to_string());
                let key = key.fetch_optional(self.connection()).await?;
                Some(key.ok_or_else(|| StoreError::not_found("note", &uid))?)
            }
            None => None,
        };
        let uid = new_uid();
        sqlx::query(
            "INSERT INTO notes (uid, clip_key, person_key, first_frame, last_frame, category, body, strokes_json, carried_from_key, created_at)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )
        .bind(uid.to_string())
        .bind(row.try_get::<i64, _>("key")?)
        .bind(person.key)
        .bind(new.fields.range.first().0)
        .bind(new.fields.range.last().0)
        .bind(new.fields.category.map(NoteCategory::as_str))
        .bind(body)
        .bind(serde_json::json!(new.fields.strokes).to_string())
        .bind(carried)
        .bind(at.to_string())
        .execute(self.connection())
        .await?;
        self.refresh_search_text(row.try_get("generation_key")?).await?;
        Ok(uid)
    }

    /// Changes what a note says. Only its writer may; what it said before is kept.
    pub async fn edit_note(
        &mut self,
        uid: RecordUid,
        person: &PersonId,
        fields: &NoteFields,
        at: Timestamp,
    ) -> Result<()> {
        let own = self.own_note(uid, person).await?;
        let body = checked(fields, own.frame_count)?;
        sqlx::query(
            "INSERT INTO note_revisions (note_key, first_frame, last_frame, category, body, strokes_json, replaced_at)
             SELECT key, first_frame, last_frame, category, body, strokes_json, ? FROM notes WHERE key = ?",
        )
        .bind(at.to_string())
        .bind(own.key)
        .execute(self.connection())
        .await?;
        sqlx::query(
            "UPDATE notes SET first_frame = ?, last_frame = ?, category = ?, body = ?, strokes_json = ?, edited_at = ? WHERE key = ?",
        )
        .bind(fields.range.first().0)
        .bind(fields.range.last().0)
        .bind(fields.category.map(NoteCategory::as_str))
        .bind(body)
        .bind(serde_json::json!(fields.strokes).to_string())
        .bind(at.to_string())
        .bind(own.key)
        .execute(self.connection())
        .await?;
        self.refresh_search_text(own.generation_key).await
    }

    /// Marks a note as deleted. Only its writer may; the record stays.
    pub async fn delete_note(&mut self, uid: RecordUid, person: &PersonId, at: Timestamp) -> Result<()> {
        let own = self.own_note(uid, person).await?;
        sqlx::query("UPDATE notes SET deleted_at = ? WHERE key = ?")
            .bind(at.to_string())
            .bind(own.key)
            .execute(self.connection())
            .await?;
        self.refresh_search_text(own.generation_key).await
    }

    async fn own_note(&mut self, uid: RecordUid, person: &PersonId) -> Result<OwnNote> {
        let row = sqlx::query(
            "SELECT n.key, c.generation_key, c.frame_count, p.id AS person_id, p.name FROM notes n
             JOIN clip_versions c ON c.key = n.clip_key JOIN people p ON p.key = n.person_key
             WHERE n.uid = ? AND n.deleted_at IS NULL",
        )
        .bind(uid.to_string())
        .fetch_optional(self.connection())
        .await?
        .ok_or_else(|| StoreError::not_found("note", &uid))?;
        let writer: PersonId = row.text("person_id")?;
        if writer != *person {
            let name: String = row.try_get("name")?;
            return Err(refused(format!("{name} wrote it, and only {name} can change it")));
        }
        Ok(OwnNote {
            key: row.try_get("key")?,
            generation_key: row.try_get("generation_key")?,
            frame_count: row.number("frame_count")?,
        })
    }
}

struct OwnNote {
    key: i64,
    generation_key: i64,
    frame_count: u32,
}
