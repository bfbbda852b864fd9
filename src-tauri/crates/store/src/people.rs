//! People: who decides, what they do, what an hour of theirs costs.

use crate::error::{Result, StoreError};
use crate::ids::{Counter, new_uid};
use crate::library::Library;
use crate::row::Columns;
use crate::transaction::WriteTransaction;
use circletake_domain::id::PersonId;
use circletake_domain::money::Amount;
use circletake_domain::person::Role;
use circletake_domain::timestamp::Timestamp;
use sqlx::Row;
use sqlx::sqlite::SqliteRow;

/// A person of the library.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// `pe_0001`.
    pub id: PersonId,
    /// As they write it.
    pub name: String,
    /// What they do.
    pub role: Role,
    /// What an hour of theirs costs; `None` where nobody said.
    pub hourly_rate: Option<Amount>,
    /// Removed people keep their history but can decide no more.
    pub active: bool,
    /// Whether they sign with a passphrase.
    pub has_passphrase: bool,
}

/// What of a person can be said and changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonFields {
    /// As they write it.
    pub name: String,
    /// What they do.
    pub role: Role,
    /// What an hour of theirs costs; `None` where nobody said.
    pub hourly_rate: Option<Amount>,
    /// Whether they still decide.
    pub active: bool,
}

const COLUMNS: &str = "SELECT key, id, name, role, hourly_rate_nanos, active,
    passphrase_hash IS NOT NULL AS has_passphrase FROM people";

fn person(row: &SqliteRow) -> Result<Person> {
    Ok(Person {
        id: row.text("id")?,
        name: row.try_get("name")?,
        role: row.word("role")?,
        hourly_rate: row.amount_or_null("hourly_rate_nanos")?,
        active: row.try_get("active")?,
        has_passphrase: row.try_get("has_passphrase")?,
    })
}

impl Library {
    /// Everybody, removed people last, else in the order they came.
    pub async fn people(&self) -> Result<Vec<Person>> {
        let sql = sqlx::AssertSqlSafe(format!("{COLUMNS} ORDER BY active DESC, key"));
        let rows = sqlx::query(sql).fetch_all(self.readers()).await?;
        rows.iter().map(person).collect()
    }
    /// One person by id, or by name where only one active person has it.
    pub async fn find_person(&self, id_or_name: &str) -> Result<Person> {
        let people = self.people().await?;
        if let Some(found) = people.iter().find(|person| person.id.as_str() == id_or_name) {
            return Ok(found.clone());
        }
        let wanted = id_or_name.trim().to_lowercase();
        let mut named = people
            .into_iter()
            .filter(|person| person.active && person.name.to_lowercase() == wanted);
        match (named.next(), named.next()) {
            (Some(only), None) => Ok(only),
            (Some(_), Some(_)) => Err(StoreError::Invalid {
                field: "person",
                problem: format!("more than one person is called `{id_or_name}`; name the id instead"),
            }),
            (None, _) => Err(StoreError::not_found("person", id_or_name)),
        }
    }
}

/// A person as the writer sees them.
pub(crate) struct KnownPerson {
    pub(crate) key: i64,
    pub(crate) uid: String,
    pub(crate) name: String,
    pub(crate) role: Role,
    pub(crate) active: bool,
}

impl WriteTransaction {
    /// Adds a person.
    pub async fn add_person(&mut self, fields: &PersonFields, now: Timestamp) -> Result<Person> {
        let name = checked_name(&fields.name)?;
        let number = self.reserve_numbers(Counter::People, 1).await?;
        let id = format!("pe_{number:04}");
        sqlx::query(
            "INSERT INTO people (uid, id, name, role, hourly_rate_nanos, active, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
        )
        .bind(new_uid().to_string())
        .bind(&id)
        .bind(name)
        .bind(fields.role.as_str())
        .bind(checked_rate(fields.hourly_rate)?)
        .bind(fields.active)
        .bind(now.to_string())
        .execute(self.connection())
        .await?;
        self.person(&id).await
    }
    /// Changes a person. Their past decisions keep the name they had then.
    pub async fn update_person(&mut self, id: &PersonId, fields: &PersonFields) -> Result<Person> {
        let name = checked_name(&fields.name)?;
        let changed =
            sqlx::query("UPDATE people SET name = ?, role = ?, hourly_rate_nanos = ?, active = ? WHERE id = ?")
                .bind(name)
                .bind(fields.role.as_str())
                .bind(checked_rate(fields.hourly_rate)?)
                .bind(fields.active)
                .bind(id.as_str())
                .execute(self.connection())
                .await?;
        if changed.rows_affected() == 0 {
            return Err(StoreError::not_found("person", id));
        }
        self.person(id.as_str()).await
    }
    async fn person(&mut self, id: &str) -> Result<Person> {
        let sql = sqlx::AssertSqlSafe(format!("{COLUMNS} WHERE id = ?"));
        person(&sqlx::query(sql).bind(id).fetch_one(self.connection()).await?)
    }
    /// A person who still decides.
    pub(crate) async fn deciding_person(&mut self, id: &PersonId) -> Result<KnownPerson> {
        let person = self.known_person(id).await?;
        if person.active {
            return Ok(person);
        }
        Err(StoreError::Invalid {
            field: "person",
            problem: format!("{} was removed and can decide no more", person.name),
        })
    }
    pub(crate) async fn known_person(&mut self, id: &PersonId) -> Result<KnownPerson> {
        let row = sqlx::query("SELECT key, uid, name, role, active FROM people WHERE id = ?")
            .bind(id.as_str())
            .fetch_optional(self.connection())
            .await?
            .ok_or_else(|| StoreError::not_found("person", id))?;
        Ok(KnownPerson {
            key: row.try_get("key")?,
            uid: row.try_get("uid")?,
            name: row.try_get("name")?,
            role: row.word("role")?,
            active: row.try_get("active")?,
        })
    }
}

fn checked_name(name: &str) -> Result<String> {
    let name = name.trim();
    if name.is_empty() {
        return Err(StoreError::Invalid {
            field: "name",
            problem: "a person needs a name".to_owned(),
        });
    }
    Ok(name.to_owned())
}

fn checked_rate(rate: Option<Amount>) -> Result<Option<i64>> {
    match rate {
        Some(rate) if rate < Amount::ZERO => Err(StoreError::Invalid {
            field: "hourly rate",
            problem: format!("{rate} is below zero"),
        }),
        rate => Ok(rate.map(Amount::nanos)),
    }
}
