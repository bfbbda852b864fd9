//! The database by itself: pages, references, history.

use super::Finding;
use crate::error::Result;
use crate::library::Library;
use crate::watched_work::Watcher;
use sqlx::Row;

impl Library {
    pub(super) async fn check_database(&self, fix: bool, watcher: Watcher<'_>) -> Result<Vec<Finding>> {
        let mut findings = Vec::new();
        let pages: Vec<String> = sqlx::query_scalar("PRAGMA integrity_check")
            .fetch_all(self.readers())
            .await?;
        for problem in pages.into_iter().filter(|line| line != "ok") {
            findings.push(Finding::new("database_damaged", "circletake.db", problem, false));
        }
        for row in sqlx::query("PRAGMA foreign_key_check")
            .fetch_all(self.readers())
            .await?
        {
            let (table, parent): (String, String) = (row.try_get("table")?, row.try_get("parent")?);
            let message = format!("A record of `{table}` names one of `{parent}` that is not there.");
            findings.push(Finding::new("broken_reference", table, message, false));
        }
        for broken in self.verify_history(watcher).await? {
            let message = broken.message;
            findings.push(Finding::new("history_changed", broken.id, message, false));
        }
        findings.extend(self.check_searches(fix).await?);
        Ok(findings)
    }

    /// Generations that a search would not find.
    async fn check_searches(&self, fix: bool) -> Result<Vec<Finding>> {
        let missing = sqlx::query(
            "SELECT g.key, g.id FROM generations g
             WHERE NOT EXISTS (SELECT 1 FROM generation_texts t WHERE t.generation_key = g.key)",
        )
        .fetch_all(self.readers())
        .await?;
        let mut findings = Vec::new();
        for row in missing {
            if fix {
                let mut write = self.write().await?;
                write.refresh_search_text(row.try_get("key")?).await?;
                write.commit().await?;
            }
            let id: String = row.try_get("id")?;
            findings.push(Finding::new(
                "missing_search_text",
                id,
                "A search would not find it.",
                fix,
            ));
        }
        Ok(findings)
    }
}
