//! Writing templates: names, versions, tags, variants, approvals.

use super::no_such_version;
use crate::error::{Result, StoreError};
use crate::ids::new_uid;
use crate::transaction::WriteTransaction;
use circletake_domain::id::{PersonId, TemplateId};
use circletake_domain::timestamp::Timestamp;
use sqlx::Row;

/// The longest text a template may have, in bytes: far beyond what any model reads.
const LONGEST_BODY: usize = 100_000;
/// The most tags of a version.
const MOST_TAGS: usize = 20;
/// The longest name, tag or group, in characters.
const LONGEST_NAME: usize = 80;

/// What a version is filed under. It may change at any time: it changes no word of a prompt.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct VersionMarks {
    /// What it is filed under.
    pub tags: Vec<String>,
    /// The idea it is a variant of.
    pub variant_group: Option<String>,
}

impl WriteTransaction {
    /// Adds a template with a first version; its id is made of its name.
    pub async fn add_template(
        &mut self,
        name: &str,
        body: &str,
        by: Option<&PersonId>,
        now: Timestamp,
    ) -> Result<TemplateId> {
        let name = checked_name("name", name)?;
        let id = self.free_template_id(&name).await?;
        let key = sqlx::query("INSERT INTO prompt_templates (uid, id, name, created_at) VALUES (?, ?, ?, ?)")
            .bind(new_uid().to_string())
            .bind(id.as_str())
            .bind(&name)
            .bind(now.to_string())
            .execute(self.connection())
            .await?
            .last_insert_rowid();
        self.insert_version(key, 1, body, by, now).await?;
        Ok(id)
    }

    /// Calls a template something else; its id stays.
    pub async fn rename_template(&mut self, id: &TemplateId, name: &str) -> Result<()> {
        let key = self.known_template(id).await?;
        sqlx::query("UPDATE prompt_templates SET name = ? WHERE key = ?")
            .bind(checked_name("name", name)?)
            .bind(key)
            .execute(self.connection())
            .await?;
        Ok(())
    }

    /// Begins the next version with the words of another one; answers its number.
    pub async fn add_template_version(
        &mut self,
        id: &TemplateId,
        from: u32,
        by: Option<&PersonId>,
        now: Timestamp,
    ) -> Result<u32> {
        let template = self.known_template(id).await?;
        let source = self.known_version(id, from).await?;
        let body: String = sqlx::query_scalar("SELECT body FROM prompt_template_versions WHERE key = ?")
            .bind(source)
            .fetch_one(self.connection())
            .await?;
        let latest: u32 = sqlx::query_scalar("SELECT max(number) FROM prompt_template_versions WHERE template_key = ?")
            .bind(template)
            .fetch_one(self.connection())
            .await?;
        let made = self.insert_version(template, latest + 1, &body, by, now).await?;
        sqlx::query(
            "UPDATE prompt_template_versions SET tags_json = (SELECT tags_json FROM prompt_template_versions WHERE key = ?)
             WHERE key = ?",
        )
        .bind(source)
        .bind(made)
        .execute(self.connection())
        .await?;
        Ok(latest + 1)
    }

    /// Writes the words of a version that was neither used nor approved.
    pub async fn write_template_version(&mut self, id: &TemplateId, number: u32, body: &str) -> Result<()> {
        let key = self.open_version(id, number).await?;
        sqlx::query("UPDATE prompt_template_versions SET body = ? WHERE key = ?")
            .bind(checked_body(body)?)
            .bind(key)
            .execute(self.connection())
            .await?;
        Ok(())
    }

    /// Takes away a version that was neither used nor approved, unless it is the only one.
    pub async fn discard_template_version(&mut self, id: &TemplateId, number: u32) -> Result<()> {
        let key = self.open_version(id, number).await?;
        let gone = sqlx::query(
            "DELETE FROM prompt_template_versions WHERE key = ?1 AND EXISTS
               (SELECT 1 FROM prompt_template_versions other
                WHERE other.template_key = prompt_template_versions.template_key AND other.key <> ?1)",
        )
        .bind(key)
        .execute(self.connection())
        .await?;
        if gone.rows_affected() == 0 {
            return Err(StoreError::Invalid {
                field: "version",
                problem: "the only version of a template cannot be taken away".to_owned(),
            });
        }
        Ok(())
    }

    /// Files a version. Who joins a group of variants gets the next free letter in it.
    pub async fn mark_template_version(&mut self, id: &TemplateId, number: u32, marks: &VersionMarks) -> Result<()> {
        let key = self.known_version(id, number).await?;
        let mut tags = Vec::new();
        for tag in &marks.tags {
            let tag = checked_name("tag", tag)?;
            if !tags.contains(&tag) {
                tags.push(tag);
            }
        }
        if tags.len() > MOST_TAGS {
            return Err(StoreError::Invalid {
                field: "tags",
                problem: format!("{} are more than the {MOST_TAGS} a version can have", tags.len()),
            });
        }
        let group = marks
            .variant_group
            .as_deref()
            .map(str::trim)
            .filter(|group| !group.is_empty());
        let group = group.map(|group| checked_name("variant group", group)).transpose()?;
        let label = match &group {
            Some(group) => Some(self.variant_label(key, group).await?),
            None => None,
        };
        sqlx::query(
            "UPDATE prompt_template_versions SET tags_json = ?, variant_group = ?, variant_label = ? WHERE key = ?",
        )
        .bind(serde_json::json!(tags).to_string())
        .bind(group)
        .bind(label)
        .bind(key)
        .execute(self.connection())
        .await?;
        Ok(())
    }

    /// A person approves a version, or nobody does any more.
    pub async fn approve_template_version(
        &mut self,
        id: &TemplateId,
        number: u32,
        by: Option<&PersonId>,
        now: Timestamp,
    ) -> Result<()> {
        let key = self.known_version(id, number).await?;
        let person = match by {
            Some(person) => Some(self.deciding_person(person).await?.key),
            None => None,
        };
        sqlx::query("UPDATE prompt_template_versions SET approved_by_key = ?, approved_at = ? WHERE key = ?")
            .bind(person)
            .bind(person.map(|_| now.to_string()))
            .bind(key)
            .execute(self.connection())
            .await?;
        Ok(())
    }

    pub(crate) async fn known_version(&mut self, id: &TemplateId, number: u32) -> Result<i64> {
        let found = sqlx::query_scalar(
            "SELECT v.key FROM prompt_templates t JOIN prompt_template_versions v ON v.template_key = t.key
             WHERE t.id = ? AND v.number = ?",
        );
        let found = found.bind(id.as_str()).bind(number);
        let key = found.fetch_optional(self.connection()).await?;
        key.ok_or_else(|| no_such_version(id, number))
    }

    async fn known_template(&mut self, id: &TemplateId) -> Result<i64> {
        let found = sqlx::query_scalar("SELECT key FROM prompt_templates WHERE id = ?").bind(id.as_str());
        let key = found.fetch_optional(self.connection()).await?;
        key.ok_or_else(|| StoreError::not_found("template", id))
    }

    /// The version, if its words may still change.
    async fn open_version(&mut self, id: &TemplateId, number: u32) -> Result<i64> {
        let key = self.known_version(id, number).await?;
        let settled = sqlx::query(
            "SELECT approved_at IS NOT NULL AS approved, EXISTS (SELECT 1 FROM prompts WHERE template_version_key = v.key) AS used
             FROM prompt_template_versions v WHERE key = ?",
        )
        .bind(key)
        .fetch_one(self.connection())
        .await?;
        let (approved, used): (bool, bool) = (settled.try_get("approved")?, settled.try_get("used")?);
        if approved || used {
            return Err(StoreError::VersionSettled {
                template: id.clone(),
                number,
                used,
            });
        }
        Ok(key)
    }

    /// The letter a version has in a group, or the next that is free.
    async fn variant_label(&mut self, version: i64, group: &str) -> Result<String> {
        let rows = sqlx::query("SELECT key, variant_label FROM prompt_template_versions WHERE variant_group = ?")
            .bind(group)
            .fetch_all(self.connection())
            .await?;
        let mut taken = Vec::new();
        for row in &rows {
            let label: Option<String> = row.try_get("variant_label")?;
            let label = label.unwrap_or_default();
            if row.try_get::<i64, _>("key")? == version {
                return Ok(label);
            }
            taken.push(label);
        }
        // One more than are taken: one of them is free.
        let candidates = u32::try_from(taken.len()).unwrap_or(u32::MAX).saturating_add(1);
        let free = (1..=candidates).map(letters).find(|label| !taken.contains(label));
        Ok(free.unwrap_or_default())
    }

    async fn free_template_id(&mut self, name: &str) -> Result<TemplateId> {
        let mut slug = String::new();
        for letter in name.chars() {
            if letter.is_alphanumeric() {
                slug.extend(letter.to_lowercase());
            } else if !slug.ends_with('_') && !slug.is_empty() {
                slug.push('_');
            }
        }
        let slug = match slug.trim_end_matches('_') {
            "" => "template",
            slug => slug,
        };
        let slug: String = slug.chars().take(LONGEST_NAME / 4).collect();
        for number in 1_u32.. {
            let text = match number {
                1 => format!("tpl_{slug}"),
                number => format!("tpl_{slug}_{number}"),
            };
            let id = TemplateId::new(&text).map_err(|error| StoreError::Invalid {
                field: "name",
                problem: error.to_string(),
            })?;
            let taken = sqlx::query("SELECT 1 FROM prompt_templates WHERE id = ?").bind(id.as_str());
            if taken.fetch_optional(self.connection()).await?.is_none() {
                return Ok(id);
            }
        }
        Err(StoreError::AlreadyThere {
            what: "template",
            id: slug,
        })
    }

    async fn insert_version(
        &mut self,
        template: i64,
        number: u32,
        body: &str,
        by: Option<&PersonId>,
        now: Timestamp,
    ) -> Result<i64> {
        let by = match by {
            Some(person) => Some(self.known_person(person).await?.key),
            None => None,
        };
        let added = sqlx::query(
            "INSERT INTO prompt_template_versions (uid, template_key, number, body, created_by_key, created_at)
             VALUES (?, ?, ?, ?, ?, ?)",
        )
        .bind(new_uid().to_string())
        .bind(template)
        .bind(number)
        .bind(checked_body(body)?)
        .bind(by)
        .bind(now.to_string())
        .execute(self.connection())
        .await?;
        Ok(added.last_insert_rowid())
    }
}

/// `A` to `Z`, then `AA`.
fn letters(mut number: u32) -> String {
    let mut label = Vec::new();
    while number > 0 {
        number -= 1;
        label.push(char::from(b'A' + u8::try_from(number % 26).unwrap_or(0)));
        number /= 26;
    }
    label.into_iter().rev().collect()
}

fn checked_name(field: &'static str, name: &str) -> Result<String> {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let problem = if name.is_empty() {
        "it is empty".to_owned()
    } else if name.chars().count() > LONGEST_NAME {
        format!("it is longer than {LONGEST_NAME} characters")
    } else {
        return Ok(name);
    };
    Err(StoreError::Invalid { field, problem })
}

fn checked_body(body: &str) -> Result<&str> {
    if body.len() > LONGEST_BODY {
        return Err(StoreError::Invalid {
            field: "template",
            problem: format!("it is longer than {LONGEST_BODY} bytes, more than any model reads"),
        });
    }
    Ok(body)
}

#[cfg(test)]
mod tests {
    use super::letters;

    #[test]
    fn variants_are_lettered_and_go_on_behind_z() {
        assert_eq!([1, 2, 3, 26, 27, 28].map(letters), ["A", "B", "C", "Z", "AA", "AB"]);
    }
}
