//! Holding a take back for later: it still waits for review, but in a list of its own, until it is judged or let go.

use crate::error::{Result, StoreError};
use crate::library::Library;
use crate::row::Columns;
use crate::transaction::WriteTransaction;
use circletake_domain::id::{GenerationId, PersonId};
use circletake_domain::status::Status;
use circletake_domain::timestamp::Timestamp;
use sqlx::{QueryBuilder, Row};
use std::collections::HashMap;

/// Who holds a take back, and since when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hold {
    /// Who.
    pub by: PersonId,
    /// Their name.
    pub name: String,
    /// Since when.
    pub at: Timestamp,
}

impl Library {
    /// The holds of these generations, by id.
    pub(super) async fn holds(&self, keys: &[i64]) -> Result<HashMap<GenerationId, Hold>> {
        let mut query = QueryBuilder::new(
            "SELECT g.id, g.held_at, p.id AS person_id, p.name FROM generations g JOIN people p ON p.key = g.held_by_key
             WHERE g.key IN (SELECT value FROM json_each(",
        );
        query.push_bind(serde_json::json!(keys).to_string()).push("))");
        let rows = query.build().fetch_all(self.readers()).await?;
        let holds = rows.iter().map(|row| {
            let hold = Hold {
                by: row.text("person_id")?,
                name: row.try_get("name")?,
                at: row.text("held_at")?,
            };
            Ok((row.text("id")?, hold))
        });
        holds.collect()
    }

    /// Who holds a take back; `None` where nobody does.
    pub async fn hold_of(&self, generation: &GenerationId) -> Result<Option<Hold>> {
        let key: Option<i64> = sqlx::query_scalar("SELECT key FROM generations WHERE id = ?")
            .bind(generation.as_str())
            .fetch_optional(self.readers())
            .await?;
        let key = key.ok_or_else(|| StoreError::not_found("generation", generation))?;
        Ok(self.holds(&[key]).await?.remove(generation))
    }
}

impl WriteTransaction {
    /// Holds a take back in a person's name. Refused where it does not wait for review, or somebody else holds it.
    pub async fn hold(&mut self, generation: &GenerationId, person: &PersonId, at: Timestamp) -> Result<()> {
        let person = self.known_person(person).await?;
        let row = sqlx::query(
            "SELECT g.key, g.status, g.held_at, g.held_by_key, p.name FROM generations g LEFT JOIN people p ON p.key = g.held_by_key
             WHERE g.id = ?",
        )
        .bind(generation.as_str())
        .fetch_optional(self.connection())
        .await?
        .ok_or_else(|| StoreError::not_found("generation", generation))?;
        let key: i64 = row.try_get("key")?;
        let actual: Status = row.word("status")?;
        if actual != Status::ReviewPending {
            let (by, at) = self.last_mover(key).await?;
            return Err(StoreError::StatusConflict {
                generation: generation.clone(),
                expected: Status::ReviewPending,
                actual,
                by,
                at,
            });
        }
        match row.try_get::<Option<i64>, _>("held_by_key")? {
            Some(holder) if holder != person.key => Err(StoreError::HeldBySomebody {
                generation: generation.clone(),
                by: row.try_get::<Option<String>, _>("name")?.unwrap_or_default(),
                at: row.text("held_at")?,
            }),
            Some(_) => Ok(()),
            None => self.set_hold(key, Some((person.key, at))).await,
        }
    }

    /// Lets a take go: it waits with the others again. Whoever is there may do that, so that nobody's absence stops a queue.
    pub async fn let_go(&mut self, generation: &GenerationId) -> Result<()> {
        let key = self.standing(generation).await?.key;
        self.set_hold(key, None).await
    }

    async fn set_hold(&mut self, generation_key: i64, hold: Option<(i64, Timestamp)>) -> Result<()> {
        sqlx::query("UPDATE generations SET held_by_key = ?, held_at = ? WHERE key = ?")
            .bind(hold.map(|(person, _)| person))
            .bind(hold.map(|(_, at)| at.to_string()))
            .bind(generation_key)
            .execute(self.connection())
            .await?;
        Ok(())
    }
}
