//! Minutes of people: measured in the review room, entered by hand, or brought in with a log.

use crate::error::{Result, StoreError};
use crate::ids::new_uid;
use crate::transaction::WriteTransaction;
use circletake_domain::frame::Microseconds;
use circletake_domain::id::{GenerationId, PersonId};
use circletake_domain::timestamp::Timestamp;
use sqlx::Row;

/// What the time was spent on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TimeKind {
    /// Creative review.
    Review,
    /// Editing.
    Editing,
    /// Brand review.
    BrandReview,
}

impl TimeKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Review, Self::Editing, Self::BrandReview];

    /// The word stored.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Review => "review",
            Self::Editing => "editing",
            Self::BrandReview => "brand_review",
        }
    }
}

impl std::str::FromStr for TimeKind {
    type Err = StoreError;
    fn from_str(text: &str) -> Result<Self> {
        let found = Self::ALL.into_iter().find(|kind| kind.as_str() == text);
        found.ok_or_else(|| StoreError::Unreadable {
            field: "time_entries.kind".to_owned(),
            value: text.to_owned(),
        })
    }
}

/// How the time is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimeSource {
    /// By the review room's clock.
    Measured,
    /// Typed in.
    Entered,
    /// Brought in with a log.
    Imported,
}

impl TimeSource {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Measured => "measured",
            Self::Entered => "entered",
            Self::Imported => "imported",
        }
    }
}

/// Time that somebody spent on a generation.
#[derive(Debug, Clone)]
pub struct SpentTime {
    /// On which generation.
    pub generation: GenerationId,
    /// Who.
    pub person: PersonId,
    /// On what.
    pub kind: TimeKind,
    /// How long.
    pub duration: Microseconds,
    /// How that is known.
    pub source: TimeSource,
}

impl WriteTransaction {
    /// Adds time. Nothing is added for nothing; less than nothing is refused.
    pub async fn add_time(&mut self, spent: &SpentTime, at: Timestamp) -> Result<()> {
        if spent.duration.0 < 0 {
            return Err(StoreError::Invalid {
                field: "minutes",
                problem: "time spent cannot be below zero".to_owned(),
            });
        }
        let person = self.known_person(&spent.person).await?;
        let row = sqlx::query("SELECT key, brief_key, current_clip_key FROM generations WHERE id = ?")
            .bind(spent.generation.as_str())
            .fetch_optional(self.connection())
            .await?
            .ok_or_else(|| StoreError::not_found("generation", &spent.generation))?;
        if spent.duration.0 == 0 {
            return Ok(());
        }
        let device = self.device.key;
        sqlx::query(
            "INSERT INTO time_entries (uid, device_key, generation_key, brief_key, clip_key, person_key, kind, duration_us, source, at)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )
        .bind(new_uid().to_string())
        .bind(device)
        .bind(row.try_get::<i64, _>("key")?)
        .bind(row.try_get::<i64, _>("brief_key")?)
        .bind(row.try_get::<Option<i64>, _>("current_clip_key")?)
        .bind(person.key)
        .bind(spent.kind.as_str())
        .bind(spent.duration.0)
        .bind(spent.source.as_str())
        .bind(at.to_string())
        .execute(self.connection())
        .await?;
        Ok(())
    }
}
