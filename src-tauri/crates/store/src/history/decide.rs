//! A person's decision: one or more moves that happen together, each allowed by the state machine of `domain`.

use super::moves::{Mover, PlannedMove, check_reasons};
use crate::error::{Result, StoreError};
use crate::ids::new_uid;
use crate::row::Columns;
use crate::transaction::WriteTransaction;
use circletake_domain::id::{GenerationId, PersonId, RecordUid};
use circletake_domain::reason::RejectionReason;
use circletake_domain::status::Status;
use circletake_domain::timestamp::Timestamp;
use sqlx::Row;

/// One step of a decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Where to.
    pub to: Status,
    /// Why, primary reason first; required for a reject and for `needs_revision`, refused elsewhere.
    pub reasons: Vec<RejectionReason>,
    /// In their words; required for the reason `other`.
    pub note: Option<String>,
}

impl Step {
    /// A step that needs no words.
    pub fn to(to: Status) -> Self {
        Self {
            to,
            reasons: Vec::new(),
            note: None,
        }
    }
}

/// What became of a decision, or of taking one back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided {
    /// The identity that its moves share.
    pub decision: RecordUid,
    /// About which generation.
    pub generation: GenerationId,
    /// Where it stood.
    pub from: Status,
    /// Where it stands now.
    pub to: Status,
    /// The primary reason, where it stands with one.
    pub reason: Option<RejectionReason>,
}

/// A generation as a decision sees it.
pub(crate) struct Standing {
    pub(crate) key: i64,
    pub(crate) uid: String,
    pub(crate) id: GenerationId,
    pub(crate) status: Status,
    pub(crate) content_hash: Option<String>,
}

impl WriteTransaction {
    /// Moves a generation in a person's name. Refused where somebody else was first (`expected`), where the workflow has no such
    /// move, where the move is another role's, where a reason is missing, and for a person who was removed.
    pub async fn decide(
        &mut self,
        generation: &GenerationId,
        person: &PersonId,
        expected: Option<Status>,
        steps: &[Step],
        at: Timestamp,
    ) -> Result<Decided> {
        let person = self.deciding_person(person).await?;
        let standing = self.standing(generation).await?;
        if let Some(expected) = expected.filter(|expected| *expected != standing.status) {
            let (by, at) = self.last_mover(standing.key).await?;
            return Err(StoreError::StatusConflict {
                generation: standing.id,
                expected,
                actual: standing.status,
                by,
                at,
            });
        }
        self.take_steps(&standing, &Mover::Person(person), steps, at).await
    }

    /// Where a generation stands.
    pub async fn status_of(&mut self, generation: &GenerationId) -> Result<Status> {
        Ok(self.standing(generation).await?.status)
    }

    /// Moves a generation by the app itself: from a request that was sent to an asset that exists, and so on.
    pub async fn advance(&mut self, generation: &GenerationId, steps: &[Status], at: Timestamp) -> Result<Decided> {
        let standing = self.standing(generation).await?;
        let steps: Vec<Step> = steps.iter().copied().map(Step::to).collect();
        self.take_steps(&standing, &Mover::App, &steps, at).await
    }

    pub(crate) async fn take_steps(
        &mut self,
        standing: &Standing,
        mover: &Mover,
        steps: &[Step],
        at: Timestamp,
    ) -> Result<Decided> {
        let decision = new_uid();
        let mut status = standing.status;
        let mut planned = Vec::with_capacity(steps.len());
        for step in steps {
            mover.check_move(status, step.to)?;
            check_reasons(step.to, &step.reasons, step.note.as_deref())?;
            planned.push(PlannedMove {
                generation_key: standing.key,
                generation_uid: standing.uid.clone(),
                decision_uid: decision.to_string(),
                at: at.to_string(),
                from: Some(status),
                to: step.to,
                reasons: without_repeats(&step.reasons),
                note: step
                    .note
                    .as_deref()
                    .map(str::trim)
                    .filter(|note| !note.is_empty())
                    .map(ToOwned::to_owned),
                content_hash: standing.content_hash.clone(),
                undoes: None,
            });
            status = step.to;
        }
        let reason = planned.last().and_then(|last| last.reasons.first().copied());
        self.append_moves(&planned, mover).await?;
        self.set_status(standing.key, status, reason, &at.to_string()).await?;
        if planned.iter().any(|planned| planned.note.is_some()) {
            self.refresh_search_text(standing.key).await?;
        }
        if let (Status::ReviewPending, Mover::Person(judge)) = (standing.status, mover) {
            self.judges_brief_of(standing.key, judge.key, at).await?;
        }
        Ok(Decided {
            decision,
            generation: standing.id.clone(),
            from: standing.status,
            to: status,
            reason,
        })
    }

    /// Whoever judges a take of a brief judges the brief from then on: its takes are in their queue.
    async fn judges_brief_of(&mut self, generation_key: i64, person_key: i64, at: Timestamp) -> Result<()> {
        sqlx::query(
            "INSERT INTO brief_judges (brief_key, person_key, since_at) SELECT brief_key, ?, ? FROM generations WHERE key = ?
             ON CONFLICT DO NOTHING",
        )
        .bind(person_key)
        .bind(at.to_string())
        .bind(generation_key)
        .execute(self.connection())
        .await?;
        Ok(())
    }

    pub(crate) async fn standing(&mut self, generation: &GenerationId) -> Result<Standing> {
        let row = sqlx::query(
            "SELECT g.key, g.uid, g.id, g.status, f.content_hash
             FROM generations g
             LEFT JOIN clip_versions c ON c.key = g.current_clip_key
             LEFT JOIN files f ON f.key = c.file_key
             WHERE g.id = ?",
        )
        .bind(generation.as_str())
        .fetch_optional(self.connection())
        .await?
        .ok_or_else(|| StoreError::not_found("generation", generation))?;
        Ok(Standing {
            key: row.try_get("key")?,
            uid: row.try_get("uid")?,
            id: row.text("id")?,
            status: row.word("status")?,
            content_hash: row.try_get("content_hash")?,
        })
    }

    /// Who moved a generation last, and when.
    pub(crate) async fn last_mover(&mut self, generation_key: i64) -> Result<(Option<String>, Timestamp)> {
        let row = sqlx::query("SELECT person_name, at FROM moves WHERE generation_key = ? ORDER BY key DESC LIMIT 1")
            .bind(generation_key)
            .fetch_one(self.connection())
            .await?;
        Ok((row.try_get("person_name")?, row.text("at")?))
    }
}

fn without_repeats(reasons: &[RejectionReason]) -> Vec<RejectionReason> {
    let mut kept = Vec::with_capacity(reasons.len());
    for reason in reasons {
        if !kept.contains(reason) {
            kept.push(*reason);
        }
    }
    kept
}
