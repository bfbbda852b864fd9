//! Taking a decision back: new moves that reverse it, by the same person. The history keeps both.

use super::decide::Decided;
use super::moves::{Mover, PlannedMove};
use crate::error::{Result, StoreError};
use crate::ids::new_uid;
use crate::people::KnownPerson;
use crate::row::Columns;
use crate::transaction::WriteTransaction;
use circletake_domain::id::{GenerationId, PersonId};
use circletake_domain::reason::RejectionReason;
use circletake_domain::sign_off::VoidReason;
use circletake_domain::status::Status;
use circletake_domain::timestamp::Timestamp;
use sqlx::Row;
use sqlx::sqlite::SqliteRow;

struct MadeMove {
    key: i64,
    uid: String,
    from: Option<Status>,
    to: Status,
}

impl WriteTransaction {
    /// Takes back this person's last decision that still stands, all of its moves. Called again, the one before it. Refused where
    /// anybody moved the generation since.
    pub async fn undo_last(&mut self, person: &PersonId, at: Timestamp) -> Result<Decided> {
        let person = self.known_person(person).await?;
        let last = sqlx::query(
            "SELECT m.decision_uid, m.generation_key, g.uid, g.id, g.status
             FROM moves m JOIN generations g ON g.key = m.generation_key
             WHERE m.person_key = ? AND m.undoes_key IS NULL AND m.from_status IS NOT NULL
               AND NOT EXISTS (SELECT 1 FROM moves u WHERE u.undoes_key = m.key)
             ORDER BY m.key DESC LIMIT 1",
        )
        .bind(person.key)
        .fetch_optional(self.connection())
        .await?;
        self.take_back(person, last, at).await
    }

    /// The same of this person's last decision on one generation, whatever they decided elsewhere since.
    pub async fn undo_last_on(
        &mut self,
        generation: &GenerationId,
        person: &PersonId,
        at: Timestamp,
    ) -> Result<Decided> {
        let person = self.known_person(person).await?;
        let key = self.standing(generation).await?.key;
        let last = sqlx::query(
            "SELECT m.decision_uid, m.generation_key, g.uid, g.id, g.status
             FROM moves m JOIN generations g ON g.key = m.generation_key
             WHERE m.generation_key = ? AND m.person_key = ? AND m.undoes_key IS NULL AND m.from_status IS NOT NULL
               AND NOT EXISTS (SELECT 1 FROM moves u WHERE u.undoes_key = m.key)
             ORDER BY m.key DESC LIMIT 1",
        )
        .bind(key)
        .bind(person.key)
        .fetch_optional(self.connection())
        .await?;
        self.take_back(person, last, at).await
    }

    async fn take_back(&mut self, person: KnownPerson, last: Option<SqliteRow>, at: Timestamp) -> Result<Decided> {
        let last = last.ok_or_else(|| StoreError::NothingToUndo {
            person: person.name.clone(),
        })?;
        let generation_key: i64 = last.try_get("generation_key")?;
        let generation: GenerationId = last.text("id")?;
        let status: Status = last.word("status")?;
        let decision = last.try_get::<String, _>("decision_uid")?;
        let made = self.moves_of_decision(&decision).await?;
        let Some(end) = made.first() else {
            return Err(StoreError::NothingToUndo { person: person.name });
        };
        if self.latest_standing_move(generation_key).await? != Some(end.key) {
            let (by, at) = self.last_mover(generation_key).await?;
            return Err(StoreError::UndoOvertaken { generation, by, at });
        }
        let undoing = new_uid();
        let mut planned = Vec::with_capacity(made.len());
        for step in &made {
            let Some(back_to) = step.from else {
                return Err(StoreError::NothingToUndo { person: person.name });
            };
            planned.push(PlannedMove {
                generation_key,
                generation_uid: last.try_get("uid")?,
                decision_uid: undoing.to_string(),
                at: at.to_string(),
                from: Some(step.to),
                to: back_to,
                reasons: Vec::new(),
                note: None,
                content_hash: None,
                undoes: Some((step.key, step.uid.clone())),
            });
        }
        let to = planned.last().map_or(status, |last| last.to);
        self.append_moves(&planned, &Mover::Person(person)).await?;
        if made.iter().any(|step| step.to == Status::ApprovedToPublish) {
            self.end_sign_offs(generation_key, VoidReason::TakenBack, at).await?;
        }
        let reason = self.reason_it_stands_with(generation_key, to).await?;
        self.set_status(generation_key, to, reason, &at.to_string()).await?;
        self.take_back_good_part(&decision, at).await?;
        Ok(Decided {
            decision: undoing,
            generation,
            from: status,
            to,
            reason,
        })
    }

    /// Latest first.
    async fn moves_of_decision(&mut self, decision_uid: &str) -> Result<Vec<MadeMove>> {
        let rows =
            sqlx::query("SELECT key, uid, from_status, to_status FROM moves WHERE decision_uid = ? ORDER BY key DESC")
                .bind(decision_uid)
                .fetch_all(self.connection())
                .await?;
        let made = rows.iter().map(|row| {
            Ok(MadeMove {
                key: row.try_get("key")?,
                uid: row.try_get("uid")?,
                from: row.word_or_null("from_status")?,
                to: row.word("to_status")?,
            })
        });
        made.collect()
    }

    /// The latest move of a generation that neither takes another back nor was taken back.
    async fn latest_standing_move(&mut self, generation_key: i64) -> Result<Option<i64>> {
        Ok(sqlx::query_scalar(
            "SELECT m.key FROM moves m
             WHERE m.generation_key = ? AND m.undoes_key IS NULL
               AND NOT EXISTS (SELECT 1 FROM moves u WHERE u.undoes_key = m.key)
             ORDER BY m.key DESC LIMIT 1",
        )
        .bind(generation_key)
        .fetch_optional(self.connection())
        .await?)
    }

    /// A generation that goes back to a status with a reason (`needs_revision`) has the reason it had there.
    async fn reason_it_stands_with(&mut self, generation_key: i64, status: Status) -> Result<Option<RejectionReason>> {
        if !status.needs_reason() {
            return Ok(None);
        }
        let row = sqlx::query(
            "SELECT r.reason FROM moves m JOIN move_reasons r ON r.move_key = m.key AND r.place = 0
             WHERE m.generation_key = ? AND m.to_status = ? ORDER BY m.key DESC LIMIT 1",
        )
        .bind(generation_key)
        .bind(status.as_str())
        .fetch_optional(self.connection())
        .await?;
        row.map(|row| row.word("reason")).transpose()
    }
}
