//! What people said of two takes side by side: only ever added to.

use crate::error::{Result, StoreError};
use crate::ids::new_uid;
use crate::library::Library;
use crate::row::Columns;
use crate::transaction::WriteTransaction;
use circletake_domain::id::{BriefId, GenerationId, ModelName};
use circletake_domain::pair::PairJudgement;
use circletake_domain::timestamp::Timestamp;
use sqlx::Row;

/// What a library knows of the pairs of a brief.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredPairs {
    /// Every answer, oldest first.
    pub judgements: Vec<PairJudgement>,
    /// The models of the takes in them, where known.
    pub models: Vec<(GenerationId, Option<ModelName>)>,
}

impl Library {
    /// What was said of pairs whose first take is of a brief.
    pub async fn pair_judgements(&self, brief: &BriefId) -> Result<StoredPairs> {
        let rows = sqlx::query(
            "SELECT a.id AS a, am.name AS a_model, b.id AS b, bm.name AS b_model, p.id AS person, j.answer
             FROM briefs f
             JOIN pair_judgements j ON j.brief_key = f.key
             JOIN generations a ON a.key = j.a_key
             JOIN generations b ON b.key = j.b_key
             JOIN people p ON p.key = j.person_key
             LEFT JOIN models am ON am.key = a.model_key
             LEFT JOIN models bm ON bm.key = b.model_key
             WHERE f.id = ? ORDER BY j.key",
        )
        .bind(brief.as_str())
        .fetch_all(self.readers())
        .await?;
        let mut found = StoredPairs {
            judgements: Vec::with_capacity(rows.len()),
            models: Vec::new(),
        };
        for row in rows {
            let judgement = PairJudgement {
                a: row.text("a")?,
                b: row.text("b")?,
                person: row.text("person")?,
                answer: row.word("answer")?,
            };
            found.models.push((judgement.a.clone(), row.text_or_null("a_model")?));
            found.models.push((judgement.b.clone(), row.text_or_null("b_model")?));
            found.judgements.push(judgement);
        }
        found.models.sort();
        found.models.dedup();
        Ok(found)
    }
}

impl WriteTransaction {
    /// Adds what a person said of two takes; `blind` is whether model, prompt and price were hidden from them.
    pub async fn add_pair_judgement(&mut self, judgement: &PairJudgement, blind: bool, at: Timestamp) -> Result<()> {
        if judgement.a == judgement.b {
            return Err(StoreError::Invalid {
                field: "pair",
                problem: format!("{} is compared with itself", judgement.a),
            });
        }
        let person = self.known_person(&judgement.person).await?;
        let (brief, a, a_clip) = self.compared(&judgement.a).await?;
        let (_, b, b_clip) = self.compared(&judgement.b).await?;
        let device = self.device.key;
        sqlx::query(
            "INSERT INTO pair_judgements
               (uid, device_key, brief_key, a_key, b_key, a_clip_key, b_clip_key, person_key, person_name, answer, blind, at)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )
        .bind(new_uid().to_string())
        .bind(device)
        .bind(brief)
        .bind(a)
        .bind(b)
        .bind(a_clip)
        .bind(b_clip)
        .bind(person.key)
        .bind(person.name)
        .bind(judgement.answer.as_str())
        .bind(blind)
        .bind(at.to_string())
        .execute(self.connection())
        .await?;
        Ok(())
    }

    /// A take's brief, key and clip.
    async fn compared(&mut self, id: &GenerationId) -> Result<(i64, i64, Option<i64>)> {
        let row = sqlx::query("SELECT brief_key, key, current_clip_key FROM generations WHERE id = ?")
            .bind(id.as_str())
            .fetch_optional(self.connection())
            .await?
            .ok_or_else(|| StoreError::not_found("generation", id))?;
        Ok((
            row.try_get("brief_key")?,
            row.try_get("key")?,
            row.try_get("current_clip_key")?,
        ))
    }
}
