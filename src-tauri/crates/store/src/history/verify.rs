//! Whether the history is as it was written.

use super::chain::{CHAIN_START, ChainedMove};
use crate::error::Result;
use crate::library::Library;
use futures::TryStreamExt;
use sqlx::Row;

/// A move that is not as it was written, or a place where one is missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BrokenMove {
    /// The computer that wrote it.
    pub host: String,
    /// Its place in that computer's chain.
    pub sequence: i64,
    /// The generation it moved.
    pub generation: String,
    /// What is wrong, in a sentence.
    pub problem: String,
}

impl Library {
    /// Walks every device's chain; answers each move that does not fit, in order.
    pub async fn verify_history(&self) -> Result<Vec<BrokenMove>> {
        let mut rows = sqlx::query(
            "SELECT m.device_key, d.uid AS device_uid, d.host, m.sequence, m.uid, g.uid AS generation_uid, g.id AS generation_id,
                    m.decision_uid, m.actor, p.uid AS person_uid, m.person_name, m.at, m.from_status, m.to_status, m.reasons,
                    m.note, m.content_hash, u.uid AS undoes_uid, m.previous_hash, m.hash,
                    (SELECT group_concat(r.reason, ',' ORDER BY r.place) FROM move_reasons r WHERE r.move_key = m.key) AS listed
             FROM moves m
             JOIN devices d ON d.key = m.device_key
             JOIN generations g ON g.key = m.generation_key
             LEFT JOIN people p ON p.key = m.person_key
             LEFT JOIN moves u ON u.key = m.undoes_key
             ORDER BY m.device_key, m.sequence",
        )
        .fetch(self.readers());
        let mut broken = Vec::new();
        let mut before: Option<(i64, i64, String)> = None;
        while let Some(row) = rows.try_next().await? {
            let device: i64 = row.try_get("device_key")?;
            let sequence: i64 = row.try_get("sequence")?;
            let (previous_sequence, previous_hash) = match before.take() {
                Some((same, sequence, hash)) if same == device => (sequence, hash),
                _ => (0, CHAIN_START.to_owned()),
            };
            let stored_hash: String = row.try_get("hash")?;
            let reasons: Option<String> = row.try_get("reasons")?;
            let hash = ChainedMove {
                previous_hash: row.try_get("previous_hash")?,
                device_uid: row.try_get("device_uid")?,
                sequence,
                uid: row.try_get("uid")?,
                generation_uid: row.try_get("generation_uid")?,
                decision_uid: row.try_get("decision_uid")?,
                actor: row.try_get("actor")?,
                person_uid: row.try_get("person_uid")?,
                person_name: row.try_get("person_name")?,
                at: row.try_get("at")?,
                from_status: row.try_get("from_status")?,
                to_status: row.try_get("to_status")?,
                reasons: reasons.as_deref(),
                note: row.try_get("note")?,
                content_hash: row.try_get("content_hash")?,
                undoes_uid: row.try_get("undoes_uid")?,
            }
            .hash();
            let problem = if sequence != previous_sequence + 1 {
                Some(format!(
                    "{} of this computer's moves before it are missing",
                    sequence - previous_sequence - 1
                ))
            } else if row.try_get::<String, _>("previous_hash")? != previous_hash {
                Some("it does not follow from the move before it".to_owned())
            } else if hash != stored_hash {
                Some("it was changed after it was written".to_owned())
            } else if row.try_get::<Option<String>, _>("listed")? != reasons {
                Some("its list of reasons was changed after it was written".to_owned())
            } else {
                None
            };
            if let Some(problem) = problem {
                broken.push(BrokenMove {
                    host: row.try_get("host")?,
                    sequence,
                    generation: row.try_get("generation_id")?,
                    problem,
                });
            }
            before = Some((device, sequence, stored_hash));
        }
        drop(rows);
        let drifted = sqlx::query(
            "SELECT g.id, g.status, (SELECT m.to_status FROM moves m WHERE m.generation_key = g.key ORDER BY m.key DESC LIMIT 1)
                    AS last
             FROM generations g WHERE g.status IS NOT last",
        )
        .fetch_all(self.readers())
        .await?;
        for row in drifted {
            let last: Option<String> = row.try_get("last")?;
            broken.push(BrokenMove {
                host: String::new(),
                sequence: 0,
                generation: row.try_get("id")?,
                problem: format!(
                    "it stands as {}, but its last move leads to {}",
                    row.try_get::<String, _>("status")?,
                    last.as_deref().unwrap_or("nowhere")
                ),
            });
        }
        Ok(broken)
    }
}
