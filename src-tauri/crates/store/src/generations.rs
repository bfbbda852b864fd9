//! Attempts as they come in: one request to one model, numbered, at a first status.

use crate::error::{Result, StoreError};
use crate::history::{FirstMove, Mover};
use crate::ids::{Counter, new_uid};
use crate::library::Library;
use crate::requests::PromptReference;
use crate::row::Columns;
use crate::transaction::WriteTransaction;
use circletake_domain::id::{BriefId, GenerationId, ModelName, PersonId};
use circletake_domain::money::{Amount, CostBasis};
use circletake_domain::status::Status;
use circletake_domain::timestamp::Timestamp;
use sqlx::Row;

/// An attempt that is new in the library.
#[derive(Debug, Clone)]
pub struct NewGeneration {
    /// A reserved id, or one that came with it.
    pub id: GenerationId,
    /// For which brief; one that does not exist yet becomes a bare brief.
    pub brief: BriefId,
    /// By which model, where known.
    pub model: Option<ModelName>,
    /// With which prompt, where known.
    pub prompt: Option<PromptReference>,
    /// Who asked for it.
    pub made_by: Option<PersonId>,
    /// Where its history begins.
    pub first_status: Status,
    /// What the model cost and how that is known; `None` is unknown.
    pub cost: Option<(Amount, CostBasis)>,
    /// The run that brought it in.
    pub import: Option<ImportKey>,
    /// When the attempt was made.
    pub created_at: Timestamp,
}

impl NewGeneration {
    /// An attempt of which only the brief is known.
    pub fn started(id: GenerationId, brief: BriefId, created_at: Timestamp) -> Self {
        Self {
            id,
            brief,
            model: None,
            prompt: None,
            made_by: None,
            first_status: Status::GenerationStarted,
            cost: None,
            import: None,
            created_at,
        }
    }
}

/// An attempt that is known without its clip.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttemptWithoutClip {
    /// Which.
    pub id: GenerationId,
    /// Where it stands.
    pub status: Status,
    /// Where the clip is said to be.
    pub asset_url: Option<String>,
}

impl Library {
    /// The attempts of a brief that should have a clip and have none here; a request that failed, or was never made, has none anywhere.
    pub async fn attempts_without_clip(&self, brief: &BriefId) -> Result<Vec<AttemptWithoutClip>> {
        let rows = sqlx::query(
            "SELECT g.id, g.status, g.asset_url FROM briefs b JOIN generations g ON g.brief_key = b.key
             WHERE b.id = ? AND g.current_clip_key IS NULL
               AND g.status NOT IN ('draft_brief', 'prompt_ready', 'generation_failed')",
        )
        .bind(brief.as_str())
        .fetch_all(self.readers())
        .await?;
        rows.iter()
            .map(|row| {
                Ok(AttemptWithoutClip {
                    id: row.text("id")?,
                    status: row.word("status")?,
                    asset_url: row.try_get("asset_url")?,
                })
            })
            .collect()
    }
}

/// A run of bringing clips or a log in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ImportKey(pub(crate) i64);

impl WriteTransaction {
    /// Takes ids for `count` attempts to come. Commit this before a file takes such a name: ids are never handed out twice.
    pub async fn reserve_generations(&mut self, count: u32) -> Result<Vec<GenerationId>> {
        let first = self.reserve_numbers(Counter::Generations, count).await?;
        Ok((first..first + u64::from(count)).map(GenerationId::numbered).collect())
    }

    /// Adds an attempt, with the first move of its history.
    pub async fn add_generation(&mut self, new: &NewGeneration, now: Timestamp) -> Result<()> {
        let taken = sqlx::query("SELECT 1 FROM generations WHERE id = ?").bind(new.id.as_str());
        if taken.fetch_optional(self.connection()).await?.is_some() {
            return Err(StoreError::AlreadyThere {
                what: "generation",
                id: new.id.to_string(),
            });
        }
        let brief = self.brief_in_use(&new.brief, now).await?;
        let model = match &new.model {
            Some(name) => Some(self.model(name, now).await?),
            None => None,
        };
        let prompt = match &new.prompt {
            Some(prompt) => Some(self.prompt(prompt, now).await?),
            None => None,
        };
        let made_by = match &new.made_by {
            Some(person) => Some(self.known_person(person).await?.key),
            None => None,
        };
        let uid = new_uid().to_string();
        let key = sqlx::query(
            "INSERT INTO generations (uid, id, brief_key, brief_revision_key, prompt_key, model_key, status, status_rank, status_changed_at,
                                      made_by_key, cost_nanos, cost_basis, import_key, created_at)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )
        .bind(&uid)
        .bind(new.id.as_str())
        .bind(brief.brief)
        .bind(brief.revision)
        .bind(prompt)
        .bind(model)
        .bind(new.first_status.as_str())
        .bind(rank(new.first_status))
        .bind(now.to_string())
        .bind(made_by)
        .bind(new.cost.map(|(amount, _)| amount.nanos()))
        .bind(new.cost.map(|(_, basis)| basis.as_str()))
        .bind(new.import.map(|import| import.0))
        .bind(new.created_at.to_string())
        .execute(self.connection())
        .await?
        .last_insert_rowid();
        if let Some(number) = number_of(&new.id) {
            self.skip_numbers_to(Counter::Generations, number).await?;
        }
        let first = FirstMove {
            generation_key: key,
            generation_uid: uid,
            to: new.first_status,
            reason: None,
        };
        self.append_first_moves(vec![first], &Mover::App, new.created_at)
            .await?;
        self.refresh_search_text(key).await
    }

    /// What the grid's search looks through for one generation.
    pub(crate) async fn refresh_search_text(&mut self, generation_key: i64) -> Result<()> {
        let parts: Vec<String> = sqlx::query_scalar(
            "SELECT id FROM generations WHERE key = ?1
             UNION ALL SELECT error_message FROM generations WHERE key = ?1 AND error_message IS NOT NULL
             UNION ALL SELECT f.original_name FROM clip_versions c JOIN files f ON f.key = c.file_key WHERE c.generation_key = ?1
             UNION ALL SELECT note FROM moves WHERE generation_key = ?1 AND note IS NOT NULL
             UNION ALL SELECT n.body FROM clip_versions c JOIN notes n ON n.clip_key = c.key
                       WHERE c.generation_key = ?1 AND n.deleted_at IS NULL",
        )
        .bind(generation_key)
        .fetch_all(self.connection())
        .await?;
        sqlx::query(
            "INSERT INTO generation_texts (generation_key, body) VALUES (?, ?)
             ON CONFLICT (generation_key) DO UPDATE SET body = excluded.body",
        )
        .bind(generation_key)
        .bind(parts.join("\n").to_lowercase())
        .execute(self.connection())
        .await?;
        Ok(())
    }
}

/// A status's place in the workflow, which the grid sorts by.
pub(crate) fn rank(status: Status) -> i64 {
    let place = Status::ALL.iter().position(|known| *known == status);
    place.and_then(|place| i64::try_from(place).ok()).unwrap_or(i64::MAX)
}

/// The number in an id of our own making, `gen_00042`.
pub(crate) fn number_of(id: &GenerationId) -> Option<u64> {
    id.as_str()
        .strip_prefix("gen_")?
        .parse()
        .ok()
        .filter(|number| *number < 1_000_000_000_000)
}
