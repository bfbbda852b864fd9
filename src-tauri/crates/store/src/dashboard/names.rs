//! What the keys of models, prompt versions, briefs and people are called.

use crate::error::Result;
use crate::library::Library;
use crate::row::Columns;
use circletake_domain::id::{BriefId, ModelName, PersonId, PromptId};
use sqlx::Row;
use std::collections::HashMap;

/// A prompt version as people name it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PromptName {
    /// `pr_00007`.
    pub id: PromptId,
    /// As written (`3`, `v3`); empty where a log names none.
    pub version: String,
}

/// Names by key.
#[derive(Debug, Clone, Default)]
pub struct DashboardNames {
    /// Models.
    pub models: HashMap<i64, ModelName>,
    /// Prompt versions.
    pub prompts: HashMap<i64, PromptName>,
    /// Briefs.
    pub briefs: HashMap<i64, BriefId>,
    /// People, in the order they came.
    pub people: Vec<(i64, PersonId, String)>,
}

impl Library {
    pub(super) async fn dashboard_names(&self) -> Result<DashboardNames> {
        let mut connection = self.readers().acquire().await?;
        let mut names = DashboardNames::default();
        let models = sqlx::query("SELECT key, name FROM models")
            .fetch_all(&mut *connection)
            .await?;
        for row in &models {
            names.models.insert(row.try_get("key")?, row.text("name")?);
        }
        let prompts = sqlx::query("SELECT key, id, version FROM prompts")
            .fetch_all(&mut *connection)
            .await?;
        for row in &prompts {
            let name = PromptName {
                id: row.text("id")?,
                version: row.try_get("version")?,
            };
            names.prompts.insert(row.try_get("key")?, name);
        }
        let briefs = sqlx::query("SELECT key, id FROM briefs")
            .fetch_all(&mut *connection)
            .await?;
        for row in &briefs {
            names.briefs.insert(row.try_get("key")?, row.text("id")?);
        }
        let people = sqlx::query("SELECT key, id, name FROM people ORDER BY key")
            .fetch_all(&mut *connection)
            .await?;
        for row in &people {
            names
                .people
                .push((row.try_get("key")?, row.text("id")?, row.try_get("name")?));
        }
        Ok(names)
    }
}
