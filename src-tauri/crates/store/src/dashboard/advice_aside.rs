//! Advice that somebody put aside, with the figures it had then.

use crate::error::Result;
use crate::error::StoreError;
use crate::ids::new_uid;
use crate::library::Library;
use crate::row::Columns;
use crate::scope::{Scope, pilot_key};
use crate::transaction::WriteTransaction;
use circletake_domain::advice::Figure;
use circletake_domain::id::PersonId;
use circletake_domain::timestamp::Timestamp;
use sqlx::Row;

/// Advice that was put aside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AsideAdvice {
    /// Which.
    pub advice: String,
    /// The figures it had then.
    pub figures: Vec<Figure>,
    /// Who put it aside, where that is known.
    pub person: Option<String>,
    /// When.
    pub at: Timestamp,
}

impl Library {
    /// What stands aside in a scope.
    pub async fn advice_aside(&self, scope: &Scope) -> Result<Vec<AsideAdvice>> {
        let (pilot, brief) = match scope {
            Scope::Library => (0, 0),
            Scope::Pilot(id) => (pilot_key(self.readers(), id).await?, 0),
            Scope::Brief(id) => (0, self.brief_key(id.as_str()).await?),
        };
        let rows = sqlx::query(
            "SELECT advice, figures_json, kept_aside, person_name, at FROM advice_aside
             WHERE coalesce(pilot_key, 0) = ? AND coalesce(brief_key, 0) = ? ORDER BY key",
        )
        .bind(pilot)
        .bind(brief)
        .fetch_all(self.readers())
        .await?;
        let mut standing: Vec<AsideAdvice> = Vec::new();
        for row in &rows {
            let advice: String = row.try_get("advice")?;
            standing.retain(|one| one.advice != advice);
            if row.try_get("kept_aside")? {
                standing.push(AsideAdvice {
                    advice,
                    figures: row.json("figures_json")?,
                    person: row.try_get("person_name")?,
                    at: row.text("at")?,
                });
            }
        }
        Ok(standing)
    }

    async fn brief_key(&self, id: &str) -> Result<i64> {
        let key = sqlx::query_scalar("SELECT key FROM briefs WHERE id = ?").bind(id);
        let found: Option<i64> = key.fetch_optional(self.readers()).await?;
        found.ok_or_else(|| StoreError::not_found("brief", &id))
    }
}

impl WriteTransaction {
    /// Puts advice aside with the figures it has now, or takes it up again.
    pub async fn put_advice_aside(
        &mut self,
        scope: &Scope,
        advice: &str,
        figures: &[Figure],
        aside: bool,
        person: Option<&PersonId>,
        now: Timestamp,
    ) -> Result<()> {
        let (pilot, brief) = match scope {
            Scope::Library => (None, None),
            Scope::Pilot(id) => (Some(id.as_str()), None),
            Scope::Brief(id) => (None, Some(id.as_str())),
        };
        let person = match person {
            Some(person) => Some(self.known_person(person).await?),
            None => None,
        };
        sqlx::query(
            "INSERT INTO advice_aside (uid, pilot_key, brief_key, advice, figures_json, kept_aside, person_key, person_name, at)
             VALUES (?, (SELECT key FROM pilots WHERE id = ?), (SELECT key FROM briefs WHERE id = ?), ?, ?, ?, ?, ?, ?)",
        )
        .bind(new_uid().to_string())
        .bind(pilot)
        .bind(brief)
        .bind(advice)
        .bind(serde_json::json!(figures).to_string())
        .bind(aside)
        .bind(person.as_ref().map(|person| person.key))
        .bind(person.as_ref().map(|person| person.name.clone()))
        .bind(now.to_string())
        .execute(self.connection())
        .await?;
        Ok(())
    }
}
