//! Prompt templates and their versions. A version may be written until it is used or approved; from then on it never changes.

mod kept_prompts;
mod outcomes;
mod writing;

pub use kept_prompts::KeptPrompt;
pub use outcomes::{NamedPrompt, PromptSet};
pub use writing::VersionMarks;

use crate::error::{Result, StoreError};
use crate::library::Library;
use crate::row::Columns;
use circletake_domain::id::TemplateId;
use circletake_domain::timestamp::Timestamp;
use sqlx::Row;
use sqlx::sqlite::SqliteRow;

/// A template with everything that was ever written of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredTemplate {
    /// `tpl_social_broll`.
    pub id: TemplateId,
    /// As people call it.
    pub name: String,
    /// Its versions, the latest first.
    pub versions: Vec<StoredVersionText>,
}

/// A version of a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredVersionText {
    /// From 1.
    pub number: u32,
    /// The text with its placeholders.
    pub body: String,
    /// What it is filed under.
    pub tags: Vec<String>,
    /// The idea it is a variant of, and which variant: `hook`, `A`.
    pub variant: Option<(String, String)>,
    /// When it was begun.
    pub created_at: Timestamp,
    /// By whom, where known.
    pub created_by: Option<String>,
    /// Who approved it, and when.
    pub approved: Option<(String, Timestamp)>,
    /// Prompts that were rendered from it or that a log says are of it.
    pub prompts: u32,
}

impl StoredVersionText {
    /// Whether its words can change no more.
    pub fn is_settled(&self) -> bool {
        self.prompts > 0 || self.approved.is_some()
    }
}

const VERSIONS: &str = "
    SELECT t.id, t.name, v.number, v.body, v.tags_json, v.variant_group, v.variant_label, v.created_at, v.approved_at,
           maker.name AS created_by, approver.name AS approved_by,
           (SELECT count(*) FROM prompts p WHERE p.template_version_key = v.key) AS prompts
    FROM prompt_templates t
    JOIN prompt_template_versions v ON v.template_key = t.key
    LEFT JOIN people maker ON maker.key = v.created_by_key
    LEFT JOIN people approver ON approver.key = v.approved_by_key";

impl Library {
    /// Every template, by name.
    pub async fn templates(&self) -> Result<Vec<StoredTemplate>> {
        let sql = format!("{VERSIONS} ORDER BY lower(t.name), t.key, v.number DESC");
        let rows = sqlx::query(sqlx::AssertSqlSafe(sql)).fetch_all(self.readers()).await?;
        let mut templates: Vec<StoredTemplate> = Vec::new();
        for row in &rows {
            let id: TemplateId = row.text("id")?;
            let version = version(row)?;
            match templates.last_mut() {
                Some(last) if last.id == id => last.versions.push(version),
                _ => templates.push(StoredTemplate {
                    id,
                    name: row.try_get("name")?,
                    versions: vec![version],
                }),
            }
        }
        Ok(templates)
    }

    /// One template.
    pub async fn template(&self, id: &TemplateId) -> Result<StoredTemplate> {
        let sql = format!("{VERSIONS} WHERE t.id = ? ORDER BY v.number DESC");
        let rows = sqlx::query(sqlx::AssertSqlSafe(sql))
            .bind(id.as_str())
            .fetch_all(self.readers())
            .await?;
        let first = rows.first().ok_or_else(|| StoreError::not_found("template", id))?;
        Ok(StoredTemplate {
            id: id.clone(),
            name: first.try_get("name")?,
            versions: rows.iter().map(version).collect::<Result<_>>()?,
        })
    }

    /// One version of a template.
    pub async fn template_version(&self, id: &TemplateId, number: u32) -> Result<StoredVersionText> {
        let template = self.template(id).await?;
        let found = template.versions.into_iter().find(|version| version.number == number);
        found.ok_or_else(|| no_such_version(id, number))
    }
}

fn no_such_version(id: &TemplateId, number: u32) -> StoreError {
    StoreError::NotFound {
        what: "template version",
        id: format!("{id}@{number}"),
    }
}

fn version(row: &SqliteRow) -> Result<StoredVersionText> {
    let group: Option<String> = row.try_get("variant_group")?;
    let label: Option<String> = row.try_get("variant_label")?;
    let approver: Option<String> = row.try_get("approved_by")?;
    Ok(StoredVersionText {
        number: row.number("number")?,
        body: row.try_get("body")?,
        tags: row.json("tags_json")?,
        variant: group.map(|group| (group, label.unwrap_or_default())),
        created_at: row.text("created_at")?,
        created_by: row.try_get("created_by")?,
        approved: approver.zip(row.text_or_null("approved_at")?),
        prompts: row.number("prompts")?,
    })
}
