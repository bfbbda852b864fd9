//! A person's passphrase as it is kept, and how wrong tries are counted. A try is counted before it is looked at, so that ending the program
//! in between makes no try free.

use super::refused::SignOffRefused;
use crate::error::{Result, StoreError};
use crate::row::Columns;
use crate::transaction::WriteTransaction;
use circletake_domain::id::PersonId;
use circletake_domain::passphrase::{delay_after, still_to_wait};
use circletake_domain::timestamp::Timestamp;
use sqlx::Row;
use std::time::Duration;

/// A passphrase as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownPassphrase {
    /// Whose.
    pub name: String,
    /// argon2id in PHC form; `None` where none is set.
    pub hash: Option<String>,
    /// How long the next try has to wait if this one is wrong.
    pub wait: Duration,
}

impl WriteTransaction {
    /// A try begins: it counts as wrong until [`end_passphrase_try`](Self::end_passphrase_try) says otherwise. Refused while the person has
    /// to wait. Commit this before the passphrase is looked at.
    pub async fn begin_passphrase_try(&mut self, person: &PersonId, now: Timestamp) -> Result<KnownPassphrase> {
        let row = sqlx::query("SELECT name, passphrase_hash, wrong_tries, locked_until_at FROM people WHERE id = ?")
            .bind(person.as_str())
            .fetch_optional(self.connection())
            .await?
            .ok_or_else(|| StoreError::not_found("person", person))?;
        let known = KnownPassphrase {
            name: row.try_get("name")?,
            hash: row.try_get("passphrase_hash")?,
            wait: Duration::ZERO,
        };
        if known.hash.is_none() {
            return Ok(known);
        }
        let tries: u32 = row.number("wrong_tries")?;
        let wait = still_to_wait(tries, row.text_or_null("locked_until_at")?, now);
        if !wait.is_zero() {
            return Err(SignOffRefused::PassphraseLocked {
                person: known.name,
                tries,
                wait,
            }
            .into());
        }
        let wait = delay_after(tries.saturating_add(1));
        let until = now
            .moment()
            .checked_add(time::Duration::try_from(wait).unwrap_or_default());
        sqlx::query("UPDATE people SET wrong_tries = wrong_tries + 1, locked_until_at = ? WHERE id = ?")
            .bind(
                until
                    .filter(|_| !wait.is_zero())
                    .map(|until| Timestamp::new(until).to_string()),
            )
            .bind(person.as_str())
            .execute(self.connection())
            .await?;
        Ok(KnownPassphrase { wait, ..known })
    }
    /// It was the right one: nothing counts against the person any more.
    pub async fn end_passphrase_try(&mut self, person: &PersonId) -> Result<()> {
        sqlx::query("UPDATE people SET wrong_tries = 0, locked_until_at = NULL WHERE id = ?")
            .bind(person.as_str())
            .execute(self.connection())
            .await?;
        Ok(())
    }
    /// Sets a passphrase, or takes it away; wrong tries are forgotten.
    pub async fn set_passphrase(&mut self, person: &PersonId, hash: Option<&str>) -> Result<()> {
        let changed =
            sqlx::query("UPDATE people SET passphrase_hash = ?, wrong_tries = 0, locked_until_at = NULL WHERE id = ?")
                .bind(hash)
                .bind(person.as_str())
                .execute(self.connection())
                .await?;
        if changed.rows_affected() == 0 {
            return Err(StoreError::not_found("person", person));
        }
        Ok(())
    }
}
