//! Clip versions, their files' records, and the moves that name their bytes: each says the same hash.

use super::Tampering;
use crate::error::Result;
use sqlx::Row;
use sqlx::sqlite::SqliteConnection;

/// Rows that disagree with one another.
pub(super) async fn disagreeing(moment: &mut SqliteConnection) -> Result<Vec<Tampering>> {
    let mut wrong = facts(moment).await?;
    wrong.extend(lineage(moment).await?);
    wrong.extend(judged_bytes(moment).await?);
    Ok(wrong)
}

/// What was measured stands twice: whole, and column by column.
async fn facts(moment: &mut SqliteConnection) -> Result<Vec<Tampering>> {
    let rows = sqlx::query(
        "SELECT * FROM (
             SELECT g.id || ' v' || c.version AS id, f.path,
                    json_extract(c.facts_json, '$.blake3') AS measured_hash, f.content_hash,
                    json_extract(c.facts_json, '$.bytes') AS measured_bytes, f.bytes,
                    json_extract(c.facts_json, '$.duration_us') AS measured_duration, c.duration_us,
                    json_extract(c.facts_json, '$.frame_count') AS measured_frames, c.frame_count,
                    json_extract(c.facts_json, '$.frame_rate') AS measured_rate, c.frame_rate
             FROM clip_versions c JOIN files f ON f.key = c.file_key JOIN generations g ON g.key = c.generation_key)
         WHERE measured_hash IS NOT content_hash OR measured_bytes IS NOT bytes OR measured_duration IS NOT duration_us
            OR measured_frames IS NOT frame_count OR measured_rate IS NOT frame_rate",
    )
    .fetch_all(moment)
    .await?;
    let mut wrong = Vec::new();
    for row in rows {
        let (id, path): (String, String) = (row.try_get("id")?, row.try_get("path")?);
        let (measured, kept): (Option<String>, String) = (row.try_get("measured_hash")?, row.try_get("content_hash")?);
        let measured_bytes: Option<i64> = row.try_get("measured_bytes")?;
        let bytes: i64 = row.try_get("bytes")?;
        if measured.as_deref() != Some(kept.as_str()) {
            let message = format!("The hash of `{path}` is not the one that was measured when {id} came in.");
            let changed = Tampering::new("hash_changed", "files", path, message);
            wrong.push(changed.expected(measured.unwrap_or_default()).found(kept));
        } else if measured_bytes != Some(bytes) {
            let message = format!("The size of `{path}` is not the one that was measured when {id} came in.");
            let changed = Tampering::new("size_changed", "files", path, message);
            wrong.push(
                changed
                    .expected(measured_bytes.unwrap_or_default().to_string())
                    .found(bytes.to_string()),
            );
        } else {
            let shown = |row: &sqlx::sqlite::SqliteRow, measured: bool| -> Result<String> {
                let column = |name: &'static str, other: &'static str| if measured { other } else { name };
                let duration: Option<i64> = row.try_get(column("duration_us", "measured_duration"))?;
                let frames: Option<i64> = row.try_get(column("frame_count", "measured_frames"))?;
                let rate: Option<String> = row.try_get(column("frame_rate", "measured_rate"))?;
                Ok(format!(
                    "{} us, {} frames, {} a second",
                    duration.unwrap_or_default(),
                    frames.unwrap_or_default(),
                    rate.unwrap_or_default()
                ))
            };
            let message = format!("What {id} is listed with is not what was measured of it.");
            let changed = Tampering::new("facts_changed", "clip_versions", id, message);
            wrong.push(changed.expected(shown(&row, true)?).found(shown(&row, false)?));
        }
    }
    Ok(wrong)
}

/// Versions count up from 1, each made from an earlier one of the same generation, which stands with one of its own.
async fn lineage(moment: &mut SqliteConnection) -> Result<Vec<Tampering>> {
    let rows = sqlx::query(
        "SELECT g.id || ' v' || c.version AS id, 'clip_versions' AS place, 'Its earlier version is not one of the same generation.' AS what
         FROM clip_versions c JOIN generations g ON g.key = c.generation_key LEFT JOIN clip_versions p ON p.key = c.parent_key
         WHERE (c.version = 1) IS NOT (c.parent_key IS NULL)
            OR (c.parent_key IS NOT NULL AND (p.generation_key IS NOT c.generation_key OR p.version >= c.version))
         UNION ALL
         SELECT g.id || ' v' || c.version, 'clip_versions', 'A version before it is not there any more.'
         FROM clip_versions c JOIN generations g ON g.key = c.generation_key
         WHERE c.version > 1 AND NOT EXISTS (SELECT 1 FROM clip_versions p
                                             WHERE p.generation_key = c.generation_key AND p.version = c.version - 1)
         UNION ALL
         SELECT g.id, 'generations', 'It stands with a clip of another generation.'
         FROM generations g JOIN clip_versions c ON c.key = g.current_clip_key WHERE c.generation_key <> g.key
         UNION ALL
         SELECT g.id, 'generations', 'It stands with an earlier version than its last.'
         FROM generations g JOIN clip_versions c ON c.key = g.current_clip_key
         WHERE c.generation_key = g.key
           AND c.version < (SELECT max(l.version) FROM clip_versions l WHERE l.generation_key = g.key)",
    )
    .fetch_all(moment)
    .await?;
    let wrong = rows.iter().map(|row| {
        let place: String = row.try_get("place")?;
        let table = if place == "generations" {
            "generations"
        } else {
            "clip_versions"
        };
        let (id, what): (String, String) = (row.try_get("id")?, row.try_get("what")?);
        Ok(Tampering::new("lineage_changed", table, id, what))
    });
    wrong.collect()
}

/// A move names the bytes that were judged, and it is hashed: those bytes must be a version of its generation.
async fn judged_bytes(moment: &mut SqliteConnection) -> Result<Vec<Tampering>> {
    let rows = sqlx::query(
        "SELECT g.id, m.content_hash, max(m.sequence) AS sequence FROM moves m JOIN generations g ON g.key = m.generation_key
         WHERE m.content_hash IS NOT NULL AND NOT EXISTS (
             SELECT 1 FROM clip_versions c JOIN files f ON f.key = c.file_key
             WHERE c.generation_key = m.generation_key AND f.content_hash = m.content_hash)
         GROUP BY g.id, m.content_hash",
    )
    .fetch_all(moment)
    .await?;
    let wrong = rows.iter().map(|row| {
        let id: String = row.try_get("id")?;
        let hash: String = row.try_get("content_hash")?;
        let message = format!("{id} was judged by bytes that none of its versions has any more.");
        Ok(Tampering::new("judged_bytes_missing", "clip_versions", id, message).expected(hash))
    });
    wrong.collect()
}
