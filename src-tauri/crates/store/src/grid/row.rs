//! One generation as the grid shows it.

use crate::clips::{FileCondition, FilePlace, place};
use crate::error::Result;
use crate::row::Columns;
use crate::sums::basis;
use circletake_domain::clip_flag::ClipFlag;
use circletake_domain::id::{BriefId, GenerationId, ModelName, RecordUid};
use circletake_domain::money::{Amount, CostBasis};
use circletake_domain::reason::RejectionReason;
use circletake_domain::status::Status;
use circletake_domain::timestamp::Timestamp;
use sqlx::Row;
use sqlx::sqlite::SqliteRow;

/// One generation as the grid shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GridRow {
    /// `gen_00042`.
    pub id: GenerationId,
    /// Its brief.
    pub brief: BriefId,
    /// Its model, where known.
    pub model: Option<ModelName>,
    /// Where it stands.
    pub status: Status,
    /// The primary reason it was thrown away or sent back for.
    pub reason: Option<RejectionReason>,
    /// What the model cost and how that is known.
    pub cost: Option<(Amount, CostBasis)>,
    /// Its clip, where a file is or was on this machine.
    pub clip: Option<GridClip>,
    /// An address where the clip is said to be.
    pub asset_url: Option<String>,
    /// What checks saw.
    pub flags: Vec<ClipFlag>,
    /// When the attempt was made.
    pub created_at: Timestamp,
}

/// What the grid shows of a clip.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GridClip {
    /// Its key.
    pub uid: RecordUid,
    /// 1 for what the model made.
    pub version: u32,
    /// In pixels, as shown.
    pub display_width: u32,
    /// In pixels, as shown.
    pub display_height: u32,
    /// Length in microseconds.
    pub duration_us: i64,
    /// Tiles in the strip; 0 while there is none.
    pub strip_tiles: u32,
    /// Where its file lies.
    pub place: FilePlace,
    /// How the file was found last.
    pub condition: FileCondition,
}

pub(super) const ROW_COLUMNS: &str = "
    SELECT g.key, g.id, b.id AS brief_id, m.name AS model, g.status, g.reason, g.cost_nanos, g.cost_basis, g.asset_url,
           g.created_at, c.uid AS clip_uid, c.version, c.display_width, c.display_height, c.duration_us, c.strip_tiles,
           f.place, f.path, f.state,
           CASE WHEN g.flag_count > 0 THEN (SELECT group_concat(flag) FROM clip_flags k WHERE k.clip_key = c.key) END AS flags
    FROM generations g
    JOIN briefs b ON b.key = g.brief_key
    LEFT JOIN models m ON m.key = g.model_key
    LEFT JOIN clip_versions c ON c.key = g.current_clip_key
    LEFT JOIN files f ON f.key = c.file_key";

pub(super) fn grid_row(row: &SqliteRow) -> Result<GridRow> {
    let cost = match (
        row.amount_or_null("cost_nanos")?,
        row.try_get::<Option<String>, _>("cost_basis")?,
    ) {
        (Some(amount), Some(word)) => Some((amount, basis(&word)?)),
        _ => None,
    };
    let clip = match row.try_get::<Option<String>, _>("clip_uid")? {
        Some(_) => Some(GridClip {
            uid: row.uid("clip_uid")?,
            version: row.number("version")?,
            display_width: row.number("display_width")?,
            display_height: row.number("display_height")?,
            duration_us: row.try_get("duration_us")?,
            strip_tiles: row.number("strip_tiles")?,
            place: place(row)?,
            condition: row.word("state")?,
        }),
        None => None,
    };
    let flags: Option<String> = row.try_get("flags")?;
    let mut flags: Vec<ClipFlag> = flags
        .iter()
        .flat_map(|words| words.split(','))
        .filter_map(|word| word.parse().ok())
        .collect();
    flags.sort();
    Ok(GridRow {
        id: row.text("id")?,
        brief: row.text("brief_id")?,
        model: row.text_or_null("model")?,
        status: row.word("status")?,
        reason: row.word_or_null("reason")?,
        cost,
        clip,
        asset_url: row.try_get("asset_url")?,
        flags,
        created_at: row.text("created_at")?,
    })
}
