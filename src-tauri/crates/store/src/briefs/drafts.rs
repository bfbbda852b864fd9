//! What is being written of a brief. It survives whatever ends the app, and becomes a revision when it is used or somebody says so.

use super::{BriefKeys, revisions};
use crate::error::{Result, StoreError};
use crate::library::Library;
use crate::row::Columns;
use crate::transaction::WriteTransaction;
use circletake_domain::brief::{Brief, BriefForm, BriefProblem};
use circletake_domain::id::{BriefId, PersonId};
use circletake_domain::timestamp::Timestamp;
use sqlx::Row;

/// What is being written of a brief.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredDraft {
    /// As it was typed.
    pub form: BriefForm,
    /// The number of the revision it was begun on.
    pub base: u32,
    /// When it was typed.
    pub saved_at: Timestamp,
}

impl Library {
    /// What is being written of a brief; `None` where all of it is in the current revision.
    pub async fn brief_draft(&self, id: &BriefId) -> Result<Option<StoredDraft>> {
        let row = sqlx::query(
            "SELECT d.form_json, d.base_number, d.saved_at FROM brief_drafts d JOIN briefs b ON b.key = d.brief_key WHERE b.id = ?",
        )
        .bind(id.as_str())
        .fetch_optional(self.readers())
        .await?;
        row.map(|row| {
            Ok(StoredDraft {
                form: row.json("form_json")?,
                base: row.number("base_number")?,
                saved_at: row.text("saved_at")?,
            })
        })
        .transpose()
    }
}

impl WriteTransaction {
    /// Keeps what is typed of a brief. Where it says what the current revision says there is nothing to keep.
    pub async fn keep_brief_draft(
        &mut self,
        id: &BriefId,
        form: &BriefForm,
        by: Option<&PersonId>,
        now: Timestamp,
    ) -> Result<()> {
        let keys = self.known_brief(id).await?;
        let current = self.current_revision(keys).await?;
        if form.says(&current.0) {
            return self.drop_draft(keys).await;
        }
        let by = match by {
            Some(person) => Some(self.known_person(person).await?.key),
            None => None,
        };
        let form = serde_json::to_string(form).map_err(|error| StoreError::Invalid {
            field: "brief",
            problem: error.to_string(),
        })?;
        sqlx::query(
            "INSERT INTO brief_drafts (brief_key, base_number, form_json, saved_by_key, saved_at) VALUES (?, ?, ?, ?, ?)
             ON CONFLICT (brief_key) DO UPDATE SET form_json = excluded.form_json, saved_by_key = excluded.saved_by_key,
                                                   saved_at = excluded.saved_at",
        )
        .bind(keys.brief)
        .bind(current.1)
        .bind(form)
        .bind(by)
        .bind(now.to_string())
        .execute(self.connection())
        .await?;
        Ok(())
    }

    /// Makes what is written of a brief its next revision. What does not read stays a draft, and says why.
    pub async fn make_brief_revision(
        &mut self,
        id: &BriefId,
        now: Timestamp,
    ) -> Result<std::result::Result<(), Vec<BriefProblem>>> {
        let keys = self.known_brief(id).await?;
        Ok(self.settle_draft(keys, now).await?.map(|_| ()))
    }

    /// What a brief says, as far as it is in a revision.
    pub async fn brief_as_revised(&mut self, id: &BriefId) -> Result<Brief> {
        let keys = self.known_brief(id).await?;
        Ok(self.current_revision(keys).await?.0)
    }

    /// Forgets what is written of a brief beyond its current revision.
    pub async fn discard_brief_draft(&mut self, id: &BriefId) -> Result<()> {
        let keys = self.known_brief(id).await?;
        self.drop_draft(keys).await
    }

    /// The brief with its draft as its current revision; a draft that does not read yet waits.
    pub(crate) async fn with_draft_settled(&mut self, keys: BriefKeys, now: Timestamp) -> Result<BriefKeys> {
        Ok(self.settle_draft(keys, now).await?.unwrap_or(keys))
    }

    async fn settle_draft(
        &mut self,
        keys: BriefKeys,
        now: Timestamp,
    ) -> Result<std::result::Result<BriefKeys, Vec<BriefProblem>>> {
        let row = sqlx::query("SELECT form_json, saved_by_key FROM brief_drafts WHERE brief_key = ?")
            .bind(keys.brief)
            .fetch_optional(self.connection())
            .await?;
        let Some(row) = row else {
            return Ok(Ok(keys));
        };
        let form: BriefForm = row.json("form_json")?;
        let (current, _) = self.current_revision(keys).await?;
        let brief = match form.read(&current) {
            Ok(brief) => brief,
            Err(problems) => return Ok(Err(problems)),
        };
        let revised = self.revise(keys, &brief, row.try_get("saved_by_key")?, now).await?;
        // Half an entry of a list is no part of a revision, and not lost either.
        if form.unfinished.values().all(|typed| typed.trim().is_empty()) {
            self.drop_draft(keys).await?;
        } else {
            sqlx::query(
                "UPDATE brief_drafts SET base_number = (SELECT number FROM brief_revisions WHERE key = ?) WHERE brief_key = ?",
            )
            .bind(revised.revision)
            .bind(keys.brief)
            .execute(self.connection())
            .await?;
        }
        Ok(Ok(revised))
    }

    async fn current_revision(&mut self, keys: BriefKeys) -> Result<(Brief, u32)> {
        let row = sqlx::query("SELECT number, body_json FROM brief_revisions WHERE key = ?")
            .bind(keys.revision)
            .fetch_one(self.connection())
            .await?;
        Ok((revisions::body_of(&row)?, row.number("number")?))
    }

    async fn drop_draft(&mut self, keys: BriefKeys) -> Result<()> {
        sqlx::query("DELETE FROM brief_drafts WHERE brief_key = ?")
            .bind(keys.brief)
            .execute(self.connection())
            .await?;
        Ok(())
    }
}
