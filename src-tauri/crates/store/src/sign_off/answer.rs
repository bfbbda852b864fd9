//! A person's answer at a gate, bound to the bytes it was given for. Append-only: a later answer counts instead, and both stay.

use super::asked::{asked, subject};
use super::refused::SignOffRefused;
use crate::error::{Result, StoreError};
use crate::ids::new_uid;
use crate::seal::Sealed;
use crate::transaction::WriteTransaction;
use circletake_domain::gate::{GateAnswer, GateKey};
use circletake_domain::id::{GenerationId, PersonId};
use circletake_domain::role_moves::RoleMayNot;
use circletake_domain::status::Status;
use circletake_domain::timestamp::Timestamp;

/// An answer to be recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAnswer {
    /// About which generation.
    pub generation: GenerationId,
    /// At which gate.
    pub gate: GateKey,
    /// By whom.
    pub person: PersonId,
    /// What.
    pub answer: GateAnswer,
    /// At which frame of the clip.
    pub frame: Option<u32>,
}

impl WriteTransaction {
    /// Records an answer. Refused for whoever may not sign, outside brand review, and for what is not asked of this generation.
    pub async fn answer_gate(&mut self, new: &NewAnswer, at: Timestamp) -> Result<()> {
        new.answer.check().map_err(|problem| StoreError::Invalid {
            field: "answer",
            problem: problem.to_string(),
        })?;
        let person = self.deciding_person(&new.person).await?;
        if !person.role.may_sign() {
            return Err(RoleMayNot {
                role: person.role,
                from: Status::BrandReview,
                to: Status::ApprovedToPublish,
            }
            .into());
        }
        self.in_brand_review(&new.generation).await?;
        let subject = subject(self.connection(), &new.generation).await?;
        let (Some(clip_key), Some(content_hash)) = (subject.clip_key, &subject.content_hash) else {
            return Err(no_clip(&new.generation).into());
        };
        let questions = asked(self.connection(), &subject).await?;
        if !questions.iter().any(|asked| asked.key == new.gate) {
            return Err(SignOffRefused::NotAsked {
                generation: new.generation.clone(),
                gate: new.gate.to_string(),
            }
            .into());
        }
        self.check_frame(clip_key, new.frame).await?;
        let gate_key = self.gate_row(subject.generation_key, new.gate, at).await?;
        let words = new.answer.words();
        let is_reason = matches!(new.answer, GateAnswer::Failed { .. });
        let device = self.device.key;
        let uid = new_uid().to_string();
        sqlx::query(
            "INSERT INTO gate_answers (uid, device_key, gate_key, clip_key, content_hash, answer, reason, note, frame, person_key, at)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )
        .bind(&uid)
        .bind(device)
        .bind(gate_key)
        .bind(clip_key)
        .bind(content_hash.as_str())
        .bind(new.answer.verdict().as_str())
        .bind(words.filter(|_| is_reason))
        .bind(words.filter(|_| !is_reason))
        .bind(new.frame)
        .bind(person.key)
        .bind(at.to_string())
        .execute(self.connection())
        .await?;
        self.seal(Sealed::GateAnswer, &uid).await
    }

    /// Refused where the generation is not at the desk.
    pub(super) async fn in_brand_review(&mut self, generation: &GenerationId) -> Result<()> {
        let status = self.status_of(generation).await?;
        if status == Status::BrandReview {
            return Ok(());
        }
        Err(SignOffRefused::NotInBrandReview {
            generation: generation.clone(),
            status,
        }
        .into())
    }

    async fn check_frame(&mut self, clip_key: i64, frame: Option<u32>) -> Result<()> {
        let Some(frame) = frame else { return Ok(()) };
        let count: u32 = sqlx::query_scalar("SELECT frame_count FROM clip_versions WHERE key = ?")
            .bind(clip_key)
            .fetch_one(self.connection())
            .await?;
        if frame < count {
            return Ok(());
        }
        Err(StoreError::Invalid {
            field: "frame",
            problem: format!("there is no frame {frame}; the clip has {count}, counted from 0"),
        })
    }

    async fn gate_row(&mut self, generation_key: i64, gate: GateKey, at: Timestamp) -> Result<i64> {
        let (word, item) = match gate {
            GateKey::Gate(gate) => (Some(gate.as_str()), None),
            GateKey::Item(uid) => (None, Some(uid.to_string())),
        };
        sqlx::query(
            "INSERT INTO gates (generation_key, gate, checklist_item_key, opened_at)
             VALUES (?, ?, (SELECT key FROM checklist_items WHERE uid = ?), ?) ON CONFLICT DO NOTHING",
        )
        .bind(generation_key)
        .bind(word)
        .bind(&item)
        .bind(at.to_string())
        .execute(self.connection())
        .await?;
        let found = match &item {
            None => sqlx::query_scalar("SELECT key FROM gates WHERE generation_key = ? AND gate = ?")
                .bind(generation_key)
                .bind(word),
            Some(uid) => sqlx::query_scalar(
                "SELECT key FROM gates WHERE generation_key = ?
                   AND checklist_item_key = (SELECT key FROM checklist_items WHERE uid = ?)",
            )
            .bind(generation_key)
            .bind(uid),
        };
        Ok(found.fetch_one(self.connection()).await?)
    }
}

pub(super) fn no_clip(generation: &GenerationId) -> SignOffRefused {
    SignOffRefused::NoClip {
        generation: generation.clone(),
    }
}
