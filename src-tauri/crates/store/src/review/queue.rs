//! The lists of the review room, a page at a time: what waits, what is held back, what was judged.

use super::hold::Hold;
use crate::error::{Result, StoreError};
use crate::grid::GridRow;
use crate::library::Library;
use crate::row::Columns;
use crate::scope::{BriefKeySet, Scope, brief_keys};
use circletake_domain::id::{GenerationId, PersonId};
use circletake_domain::reason::{OtherShare, RejectionReason};
use circletake_domain::status::Status;
use sqlx::{QueryBuilder, Row, Sqlite};
use std::collections::HashMap;

/// Which list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum QueueList {
    /// Waits for review and nobody holds it.
    #[default]
    Pending,
    /// Waits for review, put aside by somebody; in the order of putting aside.
    Held,
    /// A person has judged it; latest first.
    Judged,
}

/// The order of what waits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum QueueOrder {
    /// The attempt made first, first.
    #[default]
    OldestFirst,
    /// What checks saw most in, first; the oldest first among equals.
    FlaggedFirst,
}

/// Asks for a page of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueueQuestion {
    /// Where.
    pub scope: Scope,
    /// Only this person's: takes of the briefs they have judged in, and of what is held only what they hold.
    pub mine: Option<PersonId>,
    /// Which list.
    pub list: QueueList,
    /// In which order; only what waits has a choice.
    pub order: QueueOrder,
    /// The page begins behind this one.
    pub after: Option<GenerationId>,
    /// How many at most.
    pub limit: u32,
}

/// A take in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueueRow {
    /// As in the grid.
    pub row: GridRow,
    /// Who holds it back, where somebody does.
    pub hold: Option<Hold>,
}

/// A page of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueuePage {
    /// The takes.
    pub rows: Vec<QueueRow>,
    /// Whether there are more behind it.
    pub more: bool,
}

/// How long the lists are, and how often `other` was the reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct QueueCounts {
    /// Waits, and nobody holds it.
    pub pending: u32,
    /// Held back.
    pub held: u32,
    /// Judged by a person.
    pub judged: u32,
    /// How often `other` was the reason.
    pub other: OtherShare,
}

/// Where a page begins: the values that the lists are ordered by, of the take before it.
struct Behind {
    key: i64,
    created_at: String,
    flag_count: i64,
    held_at: Option<String>,
    status_changed_at: String,
}

impl Library {
    /// A page of a list of the review room.
    pub async fn queue_page(&self, question: &QueueQuestion) -> Result<QueuePage> {
        let briefs = self.queue_briefs(&question.scope, question.mine.as_ref()).await?;
        let behind = match &question.after {
            Some(id) => Some(self.behind(id).await?),
            None => None,
        };
        let mut query = QueryBuilder::new("SELECT key FROM generations INDEXED BY ");
        match question.list {
            QueueList::Pending => push_pending(&mut query, question.order, &briefs, behind.as_ref()),
            QueueList::Held => {
                push_held(&mut query, &briefs, behind.as_ref());
                if let Some(person) = &question.mine {
                    query
                        .push(" AND held_by_key = (SELECT key FROM people WHERE id = ")
                        .push_bind(person.as_str())
                        .push(")");
                }
                query.push(" ORDER BY held_at, key");
            }
            QueueList::Judged => push_judged(&mut query, &briefs, behind.as_ref()),
        }
        // One more than asked for tells whether there are more.
        query.push(" LIMIT ").push_bind(i64::from(question.limit) + 1);
        let mut keys: Vec<i64> = query.build_query_scalar().fetch_all(self.readers()).await?;
        let more = keys.len() > question.limit as usize;
        keys.truncate(question.limit as usize);
        let mut holds = match question.list {
            QueueList::Held => self.holds(&keys).await?,
            QueueList::Pending | QueueList::Judged => HashMap::new(),
        };
        let rows = self.grid_rows(&keys).await?;
        let rows = rows.into_iter().map(|row| QueueRow {
            hold: holds.remove(&row.id),
            row,
        });
        Ok(QueuePage {
            rows: rows.collect(),
            more,
        })
    }

    /// How long the lists are.
    pub async fn queue_counts(&self, scope: &Scope, mine: Option<&PersonId>) -> Result<QueueCounts> {
        let briefs = self.queue_briefs(scope, mine).await?.condition("brief_key");
        let sql = format!(
            "SELECT status, reason, count(*) AS count FROM generations INDEXED BY generations_by_brief
             WHERE {briefs} GROUP BY brief_key, status, reason"
        );
        let mut counts = QueueCounts::default();
        for row in sqlx::query(sqlx::AssertSqlSafe(sql)).fetch_all(self.readers()).await? {
            let count: u32 = row.number("count")?;
            let status: Status = row.word("status")?;
            if status == Status::ReviewPending {
                counts.pending += count;
            } else if status > Status::ReviewPending {
                counts.judged += count;
            }
            if status.needs_reason() {
                counts.other.rejected += u64::from(count);
                if row.word_or_null("reason")? == Some(RejectionReason::Other) {
                    counts.other.other += u64::from(count);
                }
            }
        }
        let mut held = QueryBuilder::new(
            "SELECT count(*) AS count, coalesce(sum(held_by_key IS (SELECT key FROM people WHERE id = ",
        );
        held.push_bind(mine.map(PersonId::as_str)).push(format!(
            ")), 0) AS own FROM generations INDEXED BY generations_on_hold
             WHERE status = 'review_pending' AND held_by_key IS NOT NULL AND {briefs}"
        ));
        let held = held.build().fetch_one(self.readers()).await?;
        let all_held: u32 = held.number("count")?;
        counts.pending = counts.pending.saturating_sub(all_held);
        counts.held = if mine.is_some() { held.number("own")? } else { all_held };
        Ok(counts)
    }

    async fn queue_briefs(&self, scope: &Scope, mine: Option<&PersonId>) -> Result<BriefKeySet> {
        let briefs = brief_keys(self.readers(), scope).await?;
        let Some(person) = mine else { return Ok(briefs) };
        let own = sqlx::query_scalar(
            "SELECT j.brief_key FROM people p JOIN brief_judges j ON j.person_key = p.key WHERE p.id = ?1
             UNION SELECT g.brief_key FROM people p JOIN generations g ON g.held_by_key = p.key WHERE p.id = ?1",
        )
        .bind(person.as_str())
        .fetch_all(self.readers())
        .await?;
        Ok(briefs.only(&own))
    }

    async fn behind(&self, id: &GenerationId) -> Result<Behind> {
        let row =
            sqlx::query("SELECT key, created_at, flag_count, held_at, status_changed_at FROM generations WHERE id = ?")
                .bind(id.as_str())
                .fetch_optional(self.readers())
                .await?
                .ok_or_else(|| StoreError::not_found("generation", id))?;
        Ok(Behind {
            key: row.try_get("key")?,
            created_at: row.try_get("created_at")?,
            flag_count: row.try_get("flag_count")?,
            held_at: row.try_get("held_at")?,
            status_changed_at: row.try_get("status_changed_at")?,
        })
    }
}

fn push_pending(query: &mut QueryBuilder<Sqlite>, order: QueueOrder, briefs: &BriefKeySet, behind: Option<&Behind>) {
    let (index, by) = match order {
        QueueOrder::OldestFirst => ("generations_to_judge", "created_at, key"),
        QueueOrder::FlaggedFirst => ("generations_to_judge_flagged", "flag_count DESC, created_at, key"),
    };
    query.push(format!(
        "{index} WHERE status = 'review_pending' AND held_by_key IS NULL AND {}",
        briefs.condition("brief_key")
    ));
    if let Some(behind) = behind {
        if order == QueueOrder::FlaggedFirst {
            let flags = behind.flag_count;
            query.push(format!(" AND flag_count <= {flags} AND (flag_count < {flags} OR "));
        }
        query.push(if order == QueueOrder::FlaggedFirst { "" } else { " AND " });
        query.push("(created_at, key) > (").push_bind(behind.created_at.clone());
        query.push(format!(", {})", behind.key));
        query.push(if order == QueueOrder::FlaggedFirst { ")" } else { "" });
    }
    query.push(format!(" ORDER BY {by}"));
}

fn push_held(query: &mut QueryBuilder<Sqlite>, briefs: &BriefKeySet, behind: Option<&Behind>) {
    query.push(format!(
        "generations_on_hold WHERE status = 'review_pending' AND held_by_key IS NOT NULL AND {}",
        briefs.condition("brief_key")
    ));
    if let Some((at, key)) = behind.and_then(|behind| Some((behind.held_at.clone()?, behind.key))) {
        query
            .push(" AND (held_at, key) > (")
            .push_bind(at)
            .push(format!(", {key})"));
    }
}

fn push_judged(query: &mut QueryBuilder<Sqlite>, briefs: &BriefKeySet, behind: Option<&Behind>) {
    query.push(format!(
        "generations_judged WHERE status_rank > 5 AND {}",
        briefs.condition("brief_key")
    ));
    if let Some(behind) = behind {
        query
            .push(" AND (status_changed_at, key) < (")
            .push_bind(behind.status_changed_at.clone())
            .push(format!(", {})", behind.key));
    }
    query.push(" ORDER BY status_changed_at DESC, key DESC");
}
