//! Files with bytes that were seen, and the clip versions they are.

use crate::error::{Result, StoreError};
use crate::ids::new_uid;
use crate::library::Library;
use crate::row::Columns;
use crate::transaction::WriteTransaction;
use camino::{Utf8Path, Utf8PathBuf};
use circletake_domain::clip::ClipFacts;
use circletake_domain::clip_flag::ClipFlag;
use circletake_domain::frame::FrameIndex;
use circletake_domain::frame_range::FrameRange;
use circletake_domain::id::{ContentHash, GenerationId, PersonId, RecordUid};
use circletake_domain::timestamp::Timestamp;
use sqlx::Row;
use sqlx::sqlite::SqliteRow;

/// Where a clip's file lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FilePlace {
    /// Copied in: a path below the library's folder.
    Stored(Utf8PathBuf),
    /// Left where it was: an absolute path.
    Referenced(Utf8PathBuf),
}

impl FilePlace {
    pub(crate) fn word(&self) -> &'static str {
        match self {
            Self::Stored(_) => "stored",
            Self::Referenced(_) => "referenced",
        }
    }
    pub(crate) fn path(&self) -> &Utf8Path {
        match self {
            Self::Stored(path) | Self::Referenced(path) => path,
        }
    }
}

/// How a file was found when it was last looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileCondition {
    /// There, with the bytes it came with.
    Present,
    /// Not there.
    Missing,
    /// There with other bytes.
    Changed,
}

impl FileCondition {
    /// What the hash that was found says, where a file was found.
    pub(crate) fn of(found: Option<&str>, expected: &str) -> Self {
        match found {
            None => Self::Missing,
            Some(found) if found == expected => Self::Present,
            Some(_) => Self::Changed,
        }
    }
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Present => "present",
            Self::Missing => "missing",
            Self::Changed => "changed",
        }
    }
}

impl std::str::FromStr for FileCondition {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        [Self::Present, Self::Missing, Self::Changed]
            .into_iter()
            .find(|state| state.word() == text)
            .ok_or(())
    }
}

/// A clip version that is new in the library.
#[derive(Debug, Clone)]
pub struct NewClip {
    /// Its key, made before its derived files were.
    pub uid: RecordUid,
    /// The attempt it came from.
    pub generation: GenerationId,
    /// Where its file lies.
    pub place: FilePlace,
    /// What the file was called where it came from.
    pub original_name: String,
    /// What FFmpeg measured.
    pub facts: ClipFacts,
    /// What checks saw.
    pub flags: Vec<ClipFlag>,
    /// Who made this version; `None` for what a model made.
    pub made_by: Option<PersonId>,
}

/// A clip version with its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredClip {
    /// Its key.
    pub uid: RecordUid,
    /// The attempt it came from.
    pub generation: GenerationId,
    /// 1 for what the model made.
    pub version: u32,
    /// Where its file lies.
    pub place: FilePlace,
    /// How the file was found last.
    pub condition: FileCondition,
    /// When that was.
    pub checked_at: Timestamp,
    /// What FFmpeg measured.
    pub facts: ClipFacts,
    /// Tiles in its strip; 0 while there is none.
    pub strip_tiles: u32,
    /// The part that was marked as good with a keep.
    pub good_part: Option<FrameRange>,
}

/// A key for a clip version to come.
pub fn new_clip_uid() -> RecordUid {
    new_uid()
}

pub(crate) const CLIP_COLUMNS: &str =
    "SELECT c.key, c.uid, g.id AS generation_id, c.version, c.facts_json, c.strip_tiles, c.good_first_frame,
            c.good_last_frame, f.place, f.path, f.state, f.checked_at
     FROM clip_versions c JOIN generations g ON g.key = c.generation_key JOIN files f ON f.key = c.file_key";

pub(crate) fn clip(row: &SqliteRow) -> Result<StoredClip> {
    Ok(StoredClip {
        uid: row.uid("uid")?,
        generation: row.text("generation_id")?,
        version: row.number("version")?,
        place: place(row)?,
        condition: row.word("state")?,
        checked_at: row.text("checked_at")?,
        facts: row.json("facts_json")?,
        strip_tiles: row.number("strip_tiles")?,
        good_part: match (
            row.number_or_null("good_first_frame")?,
            row.number_or_null("good_last_frame")?,
        ) {
            (Some(first), Some(last)) => FrameRange::new(FrameIndex(first), FrameIndex(last)).ok(),
            _ => None,
        },
    })
}

pub(crate) fn place(row: &SqliteRow) -> Result<FilePlace> {
    let path = Utf8PathBuf::from(row.try_get::<String, _>("path")?);
    Ok(match row.try_get::<String, _>("place")?.as_str() {
        "referenced" => FilePlace::Referenced(path),
        _ => FilePlace::Stored(path),
    })
}

impl Library {
    /// Where a clip's file lies, absolutely.
    pub fn path_of(&self, place: &FilePlace) -> Utf8PathBuf {
        match place {
            FilePlace::Stored(path) => self.folder().path().join(path),
            FilePlace::Referenced(path) => path.clone(),
        }
    }
    /// One clip version.
    pub async fn clip(&self, uid: RecordUid) -> Result<StoredClip> {
        let sql = sqlx::AssertSqlSafe(format!("{CLIP_COLUMNS} WHERE c.uid = ?"));
        let row = sqlx::query(sql)
            .bind(uid.to_string())
            .fetch_optional(self.readers())
            .await?;
        clip(&row.ok_or_else(|| StoreError::not_found("clip", &uid))?)
    }
    /// The clip version a generation stands with; `None` where it has no clip on this machine.
    pub async fn current_clip(&self, generation: &GenerationId) -> Result<Option<StoredClip>> {
        let sql = sqlx::AssertSqlSafe(format!("{CLIP_COLUMNS} WHERE g.id = ? AND c.key = g.current_clip_key"));
        let row = sqlx::query(sql)
            .bind(generation.as_str())
            .fetch_optional(self.readers())
            .await?;
        row.as_ref().map(clip).transpose()
    }
    /// The clip version that is these very bytes; the first, where several are.
    pub async fn clip_with_bytes(&self, hash: &ContentHash) -> Result<Option<StoredClip>> {
        let sql = sqlx::AssertSqlSafe(format!(
            "{CLIP_COLUMNS} WHERE f.content_hash = ? ORDER BY c.key LIMIT 1"
        ));
        let row = sqlx::query(sql)
            .bind(hash.as_str())
            .fetch_optional(self.readers())
            .await?;
        row.as_ref().map(clip).transpose()
    }
    /// Whether a record says that its file lies there.
    pub async fn is_taken(&self, place: &FilePlace) -> Result<bool> {
        let row = sqlx::query("SELECT 1 FROM files WHERE place = ? AND path = ?")
            .bind(place.word())
            .bind(place.path().as_str())
            .fetch_optional(self.readers())
            .await?;
        Ok(row.is_some())
    }
}

impl WriteTransaction {
    /// A clip's file, lost or written over, lies whole at this place now.
    pub async fn file_is_back(&mut self, clip: RecordUid, place: &FilePlace, now: Timestamp) -> Result<()> {
        sqlx::query(
            "UPDATE files SET place = ?, path = ?, state = 'present', checked_at = ?
             WHERE key = (SELECT file_key FROM clip_versions WHERE uid = ?)",
        )
        .bind(place.word())
        .bind(place.path().as_str())
        .bind(now.to_string())
        .bind(clip.to_string())
        .execute(self.connection())
        .await?;
        Ok(())
    }

    /// Adds a clip version to a generation, which stands with it from then on.
    pub async fn add_clip(&mut self, new: &NewClip, now: Timestamp) -> Result<u32> {
        let generation_key: i64 = sqlx::query_scalar("SELECT key FROM generations WHERE id = ?")
            .bind(new.generation.as_str())
            .fetch_optional(self.connection())
            .await?
            .ok_or_else(|| StoreError::not_found("generation", &new.generation))?;
        let taken = sqlx::query("SELECT 1 FROM files WHERE content_hash = ?").bind(new.facts.blake3.as_str());
        if taken.fetch_optional(self.connection()).await?.is_some() {
            return Err(StoreError::AlreadyThere {
                what: "clip with the bytes",
                id: new.facts.blake3.to_string(),
            });
        }
        let file_key = sqlx::query(
            "INSERT INTO files (uid, content_hash, bytes, place, path, original_name, checked_at, created_at)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        )
        .bind(new_uid().to_string())
        .bind(new.facts.blake3.as_str())
        .bind(i64::try_from(new.facts.bytes).unwrap_or(i64::MAX))
        .bind(new.place.word())
        .bind(new.place.path().as_str())
        .bind(&new.original_name)
        .bind(now.to_string())
        .bind(now.to_string())
        .execute(self.connection())
        .await?
        .last_insert_rowid();
        let before = sqlx::query(
            "SELECT key, version FROM clip_versions WHERE generation_key = ? ORDER BY version DESC LIMIT 1",
        )
        .bind(generation_key)
        .fetch_optional(self.connection())
        .await?;
        let (parent, version) = match before {
            Some(row) => (Some(row.try_get::<i64, _>("key")?), row.number::<u32>("version")? + 1),
            None => (None, 1),
        };
        let made_by = match &new.made_by {
            Some(person) => Some(self.known_person(person).await?.key),
            None => None,
        };
        let facts = &new.facts;
        let key = sqlx::query(
            "INSERT INTO clip_versions (uid, generation_key, version, origin, parent_key, made_by_key, file_key, facts_json, duration_us,
                                        frame_count, frame_rate, display_width, display_height, created_at)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )
        .bind(new.uid.to_string())
        .bind(generation_key)
        .bind(version)
        .bind(if parent.is_some() { "edit" } else { "model" })
        .bind(parent)
        .bind(made_by)
        .bind(file_key)
        .bind(serde_json::to_string(facts).map_err(|error| StoreError::Invalid { field: "facts", problem: error.to_string() })?)
        .bind(facts.duration_us.0)
        .bind(facts.frame_count)
        .bind(facts.frame_rate.to_string())
        .bind(facts.display_width.max(1))
        .bind(facts.display_height.max(1))
        .bind(now.to_string())
        .execute(self.connection())
        .await?
        .last_insert_rowid();
        sqlx::query("UPDATE generations SET current_clip_key = ?, flag_count = 0 WHERE key = ?")
            .bind(key)
            .bind(generation_key)
            .execute(self.connection())
            .await?;
        self.flag_clip(new.uid, &new.flags, now).await?;
        self.refresh_search_text(generation_key).await?;
        Ok(version)
    }

    /// Remembers what checks saw; a flag that is there already stays as it is.
    pub async fn flag_clip(&mut self, uid: RecordUid, flags: &[ClipFlag], now: Timestamp) -> Result<()> {
        for flag in flags {
            sqlx::query(
                "INSERT INTO clip_flags (clip_key, flag, created_at) SELECT key, ?, ? FROM clip_versions WHERE uid = ?
                 ON CONFLICT DO NOTHING",
            )
            .bind(flag.as_str())
            .bind(now.to_string())
            .bind(uid.to_string())
            .execute(self.connection())
            .await?;
        }
        if !flags.is_empty() {
            sqlx::query(
                "UPDATE generations SET flag_count = (SELECT count(*) FROM clip_flags WHERE clip_key = current_clip_key)
                 WHERE current_clip_key = (SELECT key FROM clip_versions WHERE uid = ?)",
            )
            .bind(uid.to_string())
            .execute(self.connection())
            .await?;
        }
        Ok(())
    }
}
