//! The history of the whole library: narrowed, and read in windows by key, so that a hundred thousand moves are as quick as ten.

use super::read::{StoredMove, stored_move};
use crate::error::{Result, StoreError};
use crate::library::Library;
use crate::row::Columns;
use crate::scope::{Scope, brief_keys};
use circletake_domain::id::{BriefId, GenerationId, PersonId};
use circletake_domain::reason::RejectionReason;
use circletake_domain::status::Status;
use circletake_domain::timestamp::Timestamp;
use sqlx::{QueryBuilder, Row, Sqlite};

/// Which moves are asked for; what is empty asks for all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryFilter {
    /// Only of this generation.
    pub generation: Option<GenerationId>,
    /// Only of generations in this scope.
    pub scope: Scope,
    /// Only by this person.
    pub person: Option<PersonId>,
    /// Only to these statuses.
    pub statuses: Vec<Status>,
    /// Only for these reasons.
    pub reasons: Vec<RejectionReason>,
    /// Not before.
    pub since: Option<Timestamp>,
    /// Before.
    pub until: Option<Timestamp>,
    /// Words that must stand in the generation's id, the note or the person's name.
    pub text: String,
}

impl Default for HistoryFilter {
    fn default() -> Self {
        Self {
            generation: None,
            scope: Scope::Library,
            person: None,
            statuses: Vec::new(),
            reasons: Vec::new(),
            since: None,
            until: None,
            text: String::new(),
        }
    }
}

/// A move's place in this library's history; later moves have higher ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct MoveKey(i64);

impl MoveKey {
    /// As it is written down.
    pub fn number(self) -> i64 {
        self.0
    }
    /// A key that was written down.
    pub fn from_number(number: i64) -> Self {
        Self(number)
    }
}

/// One move of the library's history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryMove {
    /// Its place.
    pub key: MoveKey,
    /// Which generation it moved.
    pub generation: GenerationId,
    /// Of which brief.
    pub brief: BriefId,
    /// The move.
    pub step: StoredMove,
    /// The computer that wrote it.
    pub host: String,
    /// When the move before it on the same computer was made, where that is later: the clock was set back in between.
    pub clock_was_at: Option<Timestamp>,
}

/// How many moves match, and where each window of them begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryOutline {
    /// How many match in all.
    pub total: u32,
    /// The first move of every window, latest first.
    pub starts: Vec<MoveKey>,
}

/// Moves of persons and of a clock that steps back by less are told as they are.
const STEP_BACK_SECONDS: i64 = 1;

impl Library {
    /// How many moves match, and the first key of every window of `window` moves, latest first.
    pub async fn history_outline(&self, filter: &HistoryFilter, window: u32) -> Result<HistoryOutline> {
        // Only what the conditions ask for is joined: this reads every matching move.
        let mut sql = QueryBuilder::<Sqlite>::new("SELECT m.key FROM moves m");
        if filter.scope != Scope::Library || !filter.text.trim().is_empty() {
            sql.push(" JOIN generations g ON g.key = m.generation_key");
        }
        self.matching(&mut sql, filter).await?;
        sql.push(" ORDER BY m.key DESC");
        let keys: Vec<i64> = sql.build_query_scalar().fetch_all(self.readers()).await?;
        let window = usize::try_from(window.max(1)).unwrap_or(usize::MAX);
        Ok(HistoryOutline {
            total: u32::try_from(keys.len()).unwrap_or(u32::MAX),
            starts: keys.iter().step_by(window).map(|key| MoveKey(*key)).collect(),
        })
    }

    /// The moves from a key on, latest first; from the latest where no key is given.
    pub async fn history_page(
        &self,
        filter: &HistoryFilter,
        from: Option<MoveKey>,
        limit: u32,
    ) -> Result<Vec<HistoryMove>> {
        let mut sql = QueryBuilder::<Sqlite>::new(
            "SELECT m.key, g.id AS generation_id, b.id AS brief_id, m.at, m.actor, p.id AS person_id, m.person_name, m.from_status,
                    m.to_status, m.reasons, m.note, m.content_hash, m.undoes_key IS NOT NULL AS undoes, m.hash, d.host,
                    before.at AS before_at
             FROM moves m
             JOIN generations g ON g.key = m.generation_key
             JOIN briefs b ON b.key = g.brief_key
             JOIN devices d ON d.key = m.device_key
             LEFT JOIN people p ON p.key = m.person_key
             LEFT JOIN moves before ON before.device_key = m.device_key AND before.sequence = m.sequence - 1
                                   AND before.actor = 'person' AND m.actor = 'person'",
        );
        self.matching(&mut sql, filter).await?;
        if let Some(MoveKey(from)) = from {
            sql.push(" AND m.key <= ").push_bind(from);
        }
        sql.push(" ORDER BY m.key DESC LIMIT ").push_bind(limit);
        let rows = sql.build().fetch_all(self.readers()).await?;
        let moves = rows.iter().map(|row| {
            let step = stored_move(row)?;
            let before: Option<Timestamp> = row.text_or_null("before_at")?;
            let set_back =
                before.filter(|before| (before.moment() - step.at.moment()).whole_seconds() >= STEP_BACK_SECONDS);
            Ok(HistoryMove {
                key: MoveKey(row.try_get("key")?),
                generation: row.text("generation_id")?,
                brief: row.text("brief_id")?,
                step,
                host: row.try_get("host")?,
                clock_was_at: set_back,
            })
        });
        moves.collect()
    }

    /// The conditions of a filter, on the moves `m` and their generations `g`.
    async fn matching(&self, sql: &mut QueryBuilder<Sqlite>, filter: &HistoryFilter) -> Result<()> {
        sql.push(" WHERE true");
        if let Some(generation) = &filter.generation {
            let key: Option<i64> = sqlx::query_scalar("SELECT key FROM generations WHERE id = ?")
                .bind(generation.as_str())
                .fetch_optional(self.readers())
                .await?;
            let key = key.ok_or_else(|| StoreError::not_found("generation", generation))?;
            sql.push(" AND m.generation_key = ").push_bind(key);
        }
        if let Some(person) = &filter.person {
            let key: Option<i64> = sqlx::query_scalar("SELECT key FROM people WHERE id = ?")
                .bind(person.as_str())
                .fetch_optional(self.readers())
                .await?;
            let key = key.ok_or_else(|| StoreError::not_found("person", person))?;
            sql.push(" AND m.person_key = ").push_bind(key);
        }
        if filter.scope != Scope::Library {
            let briefs = brief_keys(self.readers(), &filter.scope).await?;
            sql.push(" AND ").push(briefs.condition("g.brief_key"));
        }
        if !filter.statuses.is_empty() {
            let mut list = sql.push(" AND m.to_status IN (").separated(", ");
            for status in &filter.statuses {
                list.push_bind(status.as_str());
            }
            sql.push(")");
        }
        if !filter.reasons.is_empty() {
            let mut list = sql
                .push(" AND EXISTS (SELECT 1 FROM move_reasons r WHERE r.move_key = m.key AND r.reason IN (")
                .separated(", ");
            for reason in &filter.reasons {
                list.push_bind(reason.as_str());
            }
            sql.push("))");
        }
        if let Some(since) = filter.since {
            sql.push(" AND m.at >= ").push_bind(since.to_string());
        }
        if let Some(until) = filter.until {
            sql.push(" AND m.at < ").push_bind(until.to_string());
        }
        for word in filter.text.split_whitespace() {
            let pattern = format!("%{}%", escaped(word));
            sql.push(" AND (g.id LIKE ")
                .push_bind(pattern.clone())
                .push(" ESCAPE '\\' OR m.note LIKE ")
                .push_bind(pattern.clone())
                .push(" ESCAPE '\\' OR m.person_name LIKE ")
                .push_bind(pattern)
                .push(" ESCAPE '\\')");
        }
        Ok(())
    }
}

/// The word as itself in a LIKE pattern.
fn escaped(word: &str) -> String {
    word.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_")
}
