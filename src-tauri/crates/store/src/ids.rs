//! New ids: UUIDv7 for machines, numbered words for people.

use crate::error::{Result, StoreError};
use crate::transaction::WriteTransaction;
use circletake_domain::id::RecordUid;

/// A fresh identity.
pub(crate) fn new_uid() -> RecordUid {
    RecordUid(uuid::Uuid::now_v7())
}

/// What is numbered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Counter {
    Generations,
    People,
    Pilots,
    Prompts,
}

impl Counter {
    fn name(self) -> &'static str {
        match self {
            Self::Generations => "generations",
            Self::People => "people",
            Self::Pilots => "pilots",
            Self::Prompts => "prompts",
        }
    }
}

impl WriteTransaction {
    /// Takes `count` numbers that nobody else will ever get; answers the first. Numbers of an act that failed stay unused.
    pub(crate) async fn reserve_numbers(&mut self, counter: Counter, count: u32) -> Result<u64> {
        let next: i64 = sqlx::query_scalar(
            "INSERT INTO counters (name, next_number) VALUES (?1, 1 + ?2)
             ON CONFLICT (name) DO UPDATE SET next_number = next_number + ?2 RETURNING next_number",
        )
        .bind(counter.name())
        .bind(i64::from(count))
        .fetch_one(self.connection())
        .await?;
        u64::try_from(next - i64::from(count)).map_err(|_| StoreError::Unreadable {
            field: format!("counters.{}", counter.name()),
            value: next.to_string(),
        })
    }

    /// Never hands out a number that an imported record already carries.
    pub(crate) async fn skip_numbers_to(&mut self, counter: Counter, taken: u64) -> Result<()> {
        let next = i64::try_from(taken.saturating_add(1)).unwrap_or(i64::MAX);
        sqlx::query(
            "INSERT INTO counters (name, next_number) VALUES (?1, ?2)
             ON CONFLICT (name) DO UPDATE SET next_number = max(next_number, ?2)",
        )
        .bind(counter.name())
        .bind(next)
        .execute(self.connection())
        .await?;
        Ok(())
    }
}
