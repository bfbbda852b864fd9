//! Answers at gates and sign-offs: each is for bytes that its clip version has, by whoever made its move, and stands only where the
//! generation does.

use super::Tampering;
use crate::error::Result;
use sqlx::Row;
use sqlx::sqlite::SqliteConnection;

/// Answers and sign-offs that rest on nothing.
pub(super) async fn unfounded(moment: &mut SqliteConnection) -> Result<Vec<Tampering>> {
    let mut wrong = gate_answers(moment).await?;
    wrong.extend(sign_offs(moment).await?);
    Ok(wrong)
}

async fn gate_answers(moment: &mut SqliteConnection) -> Result<Vec<Tampering>> {
    let rows = sqlx::query(
        "SELECT a.uid, g.id AS generation, f.content_hash AS expected, a.content_hash AS found,
                c.generation_key IS NOT t.generation_key AS elsewhere
         FROM gate_answers a
         LEFT JOIN gates t ON t.key = a.gate_key
         LEFT JOIN generations g ON g.key = t.generation_key
         LEFT JOIN clip_versions c ON c.key = a.clip_key
         LEFT JOIN files f ON f.key = c.file_key
         WHERE a.content_hash IS NOT f.content_hash OR c.generation_key IS NOT t.generation_key",
    )
    .fetch_all(moment)
    .await?;
    let wrong = rows.iter().map(|row| {
        let generation: Option<String> = row.try_get("generation")?;
        let generation = generation.unwrap_or_else(|| "a generation that is not there".to_owned());
        let what = if row.try_get::<bool, _>("elsewhere")? {
            "is for a clip of another generation"
        } else {
            "is for other bytes than its clip has"
        };
        let uid: String = row.try_get("uid")?;
        let message = format!("An answer at a gate of {generation} {what}.");
        Ok(Tampering::new("gate_answer_unfounded", "gate_answers", uid, message)
            .expected(row.try_get::<Option<String>, _>("expected")?.unwrap_or_default())
            .found_if(row.try_get("found")?))
    });
    wrong.collect()
}

async fn sign_offs(moment: &mut SqliteConnection) -> Result<Vec<Tampering>> {
    let rows = sqlx::query(
        "SELECT s.uid, g.id AS generation, g.status, s.content_hash, f.content_hash AS clip_hash, m.content_hash AS move_hash,
                s.voided_at IS NULL AS stands, m.to_status IS NOT 'approved_to_publish' AS not_an_approval,
                m.person_key IS NOT s.person_key AS by_another, m.at IS NOT s.at AS at_another_time, m.at AS moved_at, s.at,
                c.generation_key IS NOT m.generation_key AS elsewhere,
                g.current_clip_key IS NOT s.clip_key AS superseded,
                EXISTS (SELECT 1 FROM moves u WHERE u.undoes_key = m.key) AS taken_back
         FROM sign_offs s
         LEFT JOIN moves m ON m.key = s.move_key
         LEFT JOIN generations g ON g.key = m.generation_key
         LEFT JOIN clip_versions c ON c.key = s.clip_key
         LEFT JOIN files f ON f.key = c.file_key
         ORDER BY s.key",
    )
    .fetch_all(moment)
    .await?;
    let mut wrong = Vec::new();
    for row in rows {
        let (uid, hash): (String, String) = (row.try_get("uid")?, row.try_get("content_hash")?);
        let generation: Option<String> = row.try_get("generation")?;
        let generation = generation.unwrap_or_else(|| "a generation that is not there".to_owned());
        let (clip_hash, move_hash): (Option<String>, Option<String>) =
            (row.try_get("clip_hash")?, row.try_get("move_hash")?);
        let status: Option<String> = row.try_get("status")?;
        let usable = matches!(
            status.as_deref(),
            Some("approved_to_publish" | "scheduled" | "published")
        );
        let stands: bool = row.try_get("stands")?;
        let mut tell = |what: &str, expected: Option<String>, found: Option<String>| {
            let message = format!("The sign-off of {generation} {what}.");
            let mut unfounded = Tampering::new("sign_off_unfounded", "sign_offs", &uid, message).found_if(found);
            unfounded.expected = expected;
            wrong.push(unfounded);
        };
        if clip_hash.as_deref() != Some(hash.as_str()) {
            tell("is for other bytes than its clip has", clip_hash, Some(hash));
        } else if move_hash.as_deref() != Some(hash.as_str()) {
            tell("is for other bytes than its move in the history", move_hash, Some(hash));
        } else if row.try_get("elsewhere")? {
            tell("is for a clip of another generation", None, None);
        } else if row.try_get("not_an_approval")? {
            tell("names a move that approves nothing", None, None);
        } else if row.try_get("by_another")? {
            tell("is by another person than its move in the history", None, None);
        } else if row.try_get("at_another_time")? {
            tell(
                "is of another time than its move in the history",
                row.try_get("moved_at")?,
                row.try_get("at")?,
            );
        } else if stands && row.try_get("taken_back")? {
            tell("stands though its move was taken back", None, None);
        } else if stands && row.try_get("superseded")? {
            tell("stands though a later version took the clip's place", None, None);
        } else if stands && !usable {
            tell(
                "stands though the generation was sent back",
                Some("approved_to_publish".to_owned()),
                status,
            );
        }
    }
    Ok(wrong)
}
