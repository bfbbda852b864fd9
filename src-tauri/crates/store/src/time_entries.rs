//! Minutes of people: measured in the review room, entered by hand, or brought in with a log.

use crate::error::{Result, StoreError};
use crate::ids::new_uid;
use crate::library::Library;
use crate::row::Columns;
use crate::transaction::WriteTransaction;
use circletake_domain::frame::Microseconds;
use circletake_domain::id::{GenerationId, PersonId, RecordUid};
use circletake_domain::timestamp::Timestamp;
use sqlx::Row;
use sqlx::sqlite::SqliteRow;

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
    /// The difference that puts a sum right by hand; what was measured stays beside it.
    Corrected,
    /// Brought in with a log.
    Imported,
}

impl TimeSource {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Measured => "measured",
            Self::Entered => "entered",
            Self::Corrected => "corrected",
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
    /// The sitting it was spent in, where a clock measured it.
    pub sitting: Option<RecordUid>,
}

/// What one person spent on one kind of work on a generation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonTime {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// On what.
    pub kind: TimeKind,
    /// How long.
    pub duration: Microseconds,
    /// Whether somebody put it right by hand.
    pub corrected: bool,
    /// The sittings that a clock measured, the earliest first; what was entered or put right by hand belongs to none.
    pub sittings: Vec<Sitting>,
}

/// What a clock measured between somebody sitting down at a screen and leaving it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sitting {
    /// When its first piece was saved.
    pub since: Timestamp,
    /// How long.
    pub duration: Microseconds,
}

/// The longest piece a clock may hand in at once: a sitting is saved every few seconds, so more than this is a broken clock.
const LONGEST_MEASURED: Microseconds = Microseconds(3_600_000_000);

/// What one person spent on one kind of work in one sitting, or in none.
fn piece(row: &SqliteRow) -> Result<PersonTime> {
    let duration = Microseconds(row.try_get("duration")?);
    let sitting = Sitting {
        since: row.text("since")?,
        duration,
    };
    let sat: bool = row.try_get("sat")?;
    Ok(PersonTime {
        person: row.text("id")?,
        name: row.try_get("name")?,
        kind: row.word("kind")?,
        duration,
        corrected: row.try_get("corrected")?,
        sittings: sat.then_some(sitting).into_iter().collect(),
    })
}

impl Library {
    /// Who spent how long on a generation.
    pub async fn time_spent(&self, generation: &GenerationId) -> Result<Vec<PersonTime>> {
        let rows = sqlx::query(
            "SELECT p.id, p.name, t.kind, t.sitting_uid IS NOT NULL AS sat, min(t.at) AS since, sum(t.duration_us) AS duration,
                    max(t.source = 'corrected') AS corrected
             FROM generations g JOIN time_entries t ON t.generation_key = g.key JOIN people p ON p.key = t.person_key
             WHERE g.id = ? GROUP BY t.kind, t.person_key, t.sitting_uid ORDER BY t.kind, p.key, since",
        )
        .bind(generation.as_str())
        .fetch_all(self.readers())
        .await?;
        let mut spent: Vec<PersonTime> = Vec::new();
        for row in &rows {
            let piece = piece(row)?;
            match spent
                .last_mut()
                .filter(|of| (of.kind, &of.person) == (piece.kind, &piece.person))
            {
                Some(of) => {
                    of.duration = Microseconds(of.duration.0.saturating_add(piece.duration.0));
                    of.corrected |= piece.corrected;
                    of.sittings.extend(piece.sittings);
                }
                None => spent.push(piece),
            }
        }
        Ok(spent)
    }
}

impl WriteTransaction {
    /// Adds time. Nothing is added for nothing; less than nothing is refused.
    pub async fn add_time(&mut self, spent: &SpentTime, at: Timestamp) -> Result<()> {
        if spent.source == TimeSource::Measured && spent.duration > LONGEST_MEASURED {
            return Err(StoreError::Invalid {
                field: "minutes",
                problem: "a clock that measures more than an hour at once is wrong".to_owned(),
            });
        }
        if spent.duration.0 < 0 && spent.source != TimeSource::Corrected {
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
            "INSERT INTO time_entries (uid, device_key, generation_key, brief_key, clip_key, person_key, kind, duration_us, source, sitting_uid, at)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
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
        .bind(spent.sitting.map(|sitting| sitting.to_string()))
        .bind(at.to_string())
        .execute(self.connection())
        .await?;
        Ok(())
    }

    /// Puts right what a person spent on a generation: the difference to what is recorded is added, and says that it is a correction.
    pub async fn correct_time(
        &mut self,
        generation: &GenerationId,
        person: &PersonId,
        kind: TimeKind,
        total: Microseconds,
        at: Timestamp,
    ) -> Result<()> {
        if total.0 < 0 {
            return Err(StoreError::Invalid {
                field: "minutes",
                problem: "time spent cannot be below zero".to_owned(),
            });
        }
        let recorded: i64 = sqlx::query_scalar(
            "SELECT coalesce(sum(t.duration_us), 0) FROM generations g JOIN time_entries t ON t.generation_key = g.key
             JOIN people p ON p.key = t.person_key WHERE g.id = ? AND p.id = ? AND t.kind = ?",
        )
        .bind(generation.as_str())
        .bind(person.as_str())
        .bind(kind.as_str())
        .fetch_one(self.connection())
        .await?;
        let difference = SpentTime {
            generation: generation.clone(),
            person: person.clone(),
            kind,
            duration: Microseconds(total.0 - recorded),
            source: TimeSource::Corrected,
            sitting: None,
        };
        self.add_time(&difference, at).await
    }
}
