//! Compliance, storage, orchestration, tooling: entered once for a pilot or a brief, or for one clip; corrected by adding, never changed.

use super::sums::{Lot, day, known, nanos};
use crate::error::{Result, StoreError};
use crate::ids::new_uid;
use crate::library::Library;
use crate::row::Columns;
use crate::scope::{BriefKeySet, Scope, pilot_key};
use crate::transaction::WriteTransaction;
use circletake_domain::id::{BriefId, GenerationId, PersonId, PilotId, RecordUid};
use circletake_domain::money::{Amount, CostBasis};
use circletake_domain::overhead::OverheadKind;
use circletake_domain::timestamp::Timestamp;
use sqlx::Row;
use sqlx::sqlite::SqliteRow;

/// What an overhead cost was entered for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OverheadPlace {
    /// A whole pilot.
    Pilot(PilotId),
    /// A brief.
    Brief(BriefId),
    /// One attempt.
    Generation(GenerationId),
}

/// An overhead cost that is new.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewOverhead {
    /// What for.
    pub place: OverheadPlace,
    /// Of which kind.
    pub kind: OverheadKind,
    /// How much.
    pub amount: Amount,
    /// How that is known.
    pub basis: CostBasis,
    /// What it is, in words.
    pub what: Option<String>,
    /// Who enters it.
    pub person: Option<PersonId>,
}

/// A correction of one: what it should have said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OverheadCorrection {
    /// Which entry.
    pub entry: RecordUid,
    /// The amount it should have; zero takes it back.
    pub amount: Amount,
    /// How that is known.
    pub basis: CostBasis,
    /// Why it is corrected.
    pub why: Option<String>,
    /// Who corrects it.
    pub person: Option<PersonId>,
}

/// An entry with what it stands at now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredOverhead {
    /// Its identity.
    pub uid: RecordUid,
    /// What for.
    pub place: OverheadPlace,
    /// Of which kind.
    pub kind: OverheadKind,
    /// What was entered first.
    pub entered: Amount,
    /// What it stands at, corrections added.
    pub amount: Amount,
    /// How the standing amount is known.
    pub basis: CostBasis,
    /// What it is, in words.
    pub what: Option<String>,
    /// Who entered it.
    pub person: Option<String>,
    /// When.
    pub at: Timestamp,
    /// How often it was corrected.
    pub corrections: u32,
}

/// What of the overhead counts in a scope, before it is shared among attempts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OverheadSum {
    /// Of which kind.
    pub kind: OverheadKind,
    /// For all attempts of the scope, of a brief (by key), or of one attempt's lot.
    pub shared_by: SharedBy,
    /// The day it was entered.
    pub entered: circletake_domain::day::Day,
    /// How it is known.
    pub basis: CostBasis,
    /// How much, in nano-units.
    pub nanos: i128,
}

/// Which attempts an overhead cost belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SharedBy {
    /// All of the scope.
    All,
    /// Those of a brief.
    Brief(i64),
    /// One attempt, by key, and what it has in common with others.
    Attempt(i64, Lot),
}

const SUMS: &str = "SELECT o.kind, o.basis, o.brief_key AS own_brief, substr(o.at, 1, 10) AS entered, g.key AS generation_key,
       g.brief_key, substr(g.created_at, 1, 10) AS day, coalesce(g.model_key, 0) AS model_key, coalesce(g.prompt_key, 0) AS prompt_key,
       sum(o.amount_nanos / 1000000000) AS units, sum(o.amount_nanos % 1000000000) AS nanos
     FROM overhead_costs o LEFT JOIN generations g ON g.key = o.generation_key";

impl Library {
    pub(super) async fn overhead_of(&self, scope: &Scope, briefs: &BriefKeySet) -> Result<Vec<OverheadSum>> {
        let pilot = match scope {
            Scope::Library => "true".to_owned(),
            Scope::Pilot(id) => format!("o.pilot_key = {}", pilot_key(self.readers(), id).await?),
            Scope::Brief(_) => "false".to_owned(),
        };
        // Entries are few, typed in by hand; one pass over them is quicker than three over indices.
        let sql = format!(
            "{SUMS} WHERE ({pilot}) OR (o.pilot_key IS NULL AND {})
             GROUP BY o.kind, o.basis, o.brief_key, entered, g.key",
            briefs.condition("coalesce(o.brief_key, g.brief_key)")
        );
        let rows = sqlx::query(sqlx::AssertSqlSafe(sql)).fetch_all(self.readers()).await?;
        rows.iter().map(overhead_sum).collect()
    }

    /// The entries of a pilot, its briefs and its clips, the latest first.
    pub async fn overhead_entries(&self, pilot: &PilotId) -> Result<Vec<StoredOverhead>> {
        let key = pilot_key(self.readers(), pilot).await?;
        let rows = sqlx::query(
            "SELECT o.key, o.uid, o.kind, o.basis, o.what, o.at, o.amount_nanos, p.name AS person,
                    pi.id AS pilot_id, b.id AS brief_id, g.id AS generation_id,
                    o.amount_nanos + coalesce((SELECT sum(c.amount_nanos) FROM overhead_costs c WHERE c.corrects_key = o.key), 0) AS standing,
                    coalesce((SELECT c.basis FROM overhead_costs c WHERE c.corrects_key = o.key ORDER BY c.key DESC LIMIT 1), o.basis) AS standing_basis,
                    (SELECT count(DISTINCT c.at) FROM overhead_costs c WHERE c.corrects_key = o.key) AS corrections
             FROM overhead_costs o LEFT JOIN people p ON p.key = o.entered_by_key LEFT JOIN pilots pi ON pi.key = o.pilot_key
             LEFT JOIN briefs b ON b.key = o.brief_key LEFT JOIN generations g ON g.key = o.generation_key
             LEFT JOIN briefs gb ON gb.key = g.brief_key
             WHERE o.corrects_key IS NULL AND (o.pilot_key = ?1 OR b.pilot_key = ?1 OR gb.pilot_key = ?1)
             ORDER BY o.key DESC",
        )
        .bind(key)
        .fetch_all(self.readers())
        .await?;
        rows.iter().map(stored_overhead).collect()
    }
}

fn overhead_sum(row: &SqliteRow) -> Result<OverheadSum> {
    let attempt: Option<i64> = row.try_get("generation_key")?;
    let own_brief: Option<i64> = row.try_get("own_brief")?;
    let shared_by = match (attempt, own_brief) {
        (Some(key), _) => SharedBy::Attempt(
            key,
            Lot {
                brief: row.try_get("brief_key")?,
                day: day(row.try_get("day")?)?,
                model: known(row.try_get("model_key")?),
                prompt: known(row.try_get("prompt_key")?),
            },
        ),
        (None, Some(brief)) => SharedBy::Brief(brief),
        (None, None) => SharedBy::All,
    };
    Ok(OverheadSum {
        kind: row.word("kind")?,
        shared_by,
        entered: day(row.try_get("entered")?)?,
        basis: crate::sums::basis(row.try_get("basis")?)?,
        nanos: nanos(row.try_get("units")?, row.try_get("nanos")?),
    })
}

fn stored_overhead(row: &SqliteRow) -> Result<StoredOverhead> {
    let place = match (
        row.text_or_null("pilot_id")?,
        row.text_or_null("brief_id")?,
        row.text_or_null("generation_id")?,
    ) {
        (Some(pilot), _, _) => OverheadPlace::Pilot(pilot),
        (_, Some(brief), _) => OverheadPlace::Brief(brief),
        (_, _, Some(generation)) => OverheadPlace::Generation(generation),
        (None, None, None) => {
            return Err(StoreError::Unreadable {
                field: "overhead_costs".to_owned(),
                value: row.try_get("uid")?,
            });
        }
    };
    Ok(StoredOverhead {
        uid: row.uid("uid")?,
        place,
        kind: row.word("kind")?,
        entered: Amount::from_nanos(row.try_get("amount_nanos")?),
        amount: Amount::from_nanos(row.try_get("standing")?),
        basis: crate::sums::basis(row.try_get("standing_basis")?)?,
        what: row.try_get("what")?,
        person: row.try_get("person")?,
        at: row.text("at")?,
        corrections: row.number("corrections")?,
    })
}

impl WriteTransaction {
    /// Enters an overhead cost.
    pub async fn add_overhead(&mut self, new: &NewOverhead, now: Timestamp) -> Result<RecordUid> {
        if new.amount <= Amount::ZERO {
            return Err(StoreError::Invalid {
                field: "amount",
                problem: "an overhead cost is above zero; what costs nothing needs no entry".to_owned(),
            });
        }
        let (pilot, brief, generation) = self.place_keys(&new.place).await?;
        let entered_by = self.entered_by(new.person.as_ref()).await?;
        let uid = new_uid();
        sqlx::query(
            "INSERT INTO overhead_costs (uid, pilot_key, brief_key, generation_key, kind, amount_nanos, basis, what, entered_by_key, at)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )
        .bind(uid.to_string())
        .bind(pilot)
        .bind(brief)
        .bind(generation)
        .bind(new.kind.as_str())
        .bind(new.amount.nanos())
        .bind(new.basis.as_str())
        .bind(&new.what)
        .bind(entered_by)
        .bind(now.to_string())
        .execute(self.connection())
        .await?;
        Ok(uid)
    }

    /// Puts an entry right. What it stood at is taken back under its old basis and what it should be is added under its new one, so
    /// that sums stay right by basis and nothing that was said is lost.
    pub async fn correct_overhead(&mut self, correction: &OverheadCorrection, now: Timestamp) -> Result<()> {
        if correction.amount < Amount::ZERO {
            return Err(StoreError::Invalid {
                field: "amount",
                problem: format!("{} is below zero", correction.amount),
            });
        }
        let entry = sqlx::query("SELECT key FROM overhead_costs WHERE uid = ? AND corrects_key IS NULL")
            .bind(correction.entry.to_string())
            .fetch_optional(self.connection())
            .await?
            .ok_or_else(|| StoreError::not_found("overhead cost", &correction.entry))?;
        let key: i64 = entry.try_get("key")?;
        let standing = sqlx::query(
            "SELECT basis, sum(amount_nanos) AS nanos FROM overhead_costs WHERE key = ?1 OR corrects_key = ?1 GROUP BY basis HAVING nanos <> 0",
        )
        .bind(key)
        .fetch_all(self.connection())
        .await?;
        let mut steps: Vec<(i64, String)> = Vec::new();
        for row in &standing {
            steps.push((-row.try_get::<i64, _>("nanos")?, row.try_get("basis")?));
        }
        let basis = correction.basis.as_str().to_owned();
        let back = steps.iter().position(|(_, of)| *of == basis);
        let same = back.map_or(0, |at| steps.remove(at).0);
        let nanos = correction.amount.nanos().checked_add(same);
        let nanos = nanos.ok_or_else(|| StoreError::Invalid {
            field: "amount",
            problem: format!("{} is too large", correction.amount),
        })?;
        if steps.is_empty() && nanos == 0 {
            return Ok(());
        }
        // The one that says what stands now comes last.
        steps.push((nanos, basis));
        let entered_by = self.entered_by(correction.person.as_ref()).await?;
        for (nanos, basis) in steps {
            sqlx::query(
                "INSERT INTO overhead_costs (uid, pilot_key, brief_key, generation_key, kind, amount_nanos, basis, what, entered_by_key, at, corrects_key)
                 SELECT ?, pilot_key, brief_key, generation_key, kind, ?, ?, ?, ?, ?, key FROM overhead_costs WHERE key = ?",
            )
            .bind(new_uid().to_string())
            .bind(nanos)
            .bind(basis)
            .bind(&correction.why)
            .bind(entered_by)
            .bind(now.to_string())
            .bind(key)
            .execute(self.connection())
            .await?;
        }
        Ok(())
    }

    async fn entered_by(&mut self, person: Option<&PersonId>) -> Result<Option<i64>> {
        match person {
            Some(person) => Ok(Some(self.known_person(person).await?.key)),
            None => Ok(None),
        }
    }

    async fn place_keys(&mut self, place: &OverheadPlace) -> Result<(Option<i64>, Option<i64>, Option<i64>)> {
        let (sql, what, id) = match place {
            OverheadPlace::Pilot(id) => ("SELECT key FROM pilots WHERE id = ?", "pilot", id.as_str()),
            OverheadPlace::Brief(id) => ("SELECT key FROM briefs WHERE id = ?", "brief", id.as_str()),
            OverheadPlace::Generation(id) => ("SELECT key FROM generations WHERE id = ?", "generation", id.as_str()),
        };
        let found: Option<i64> = sqlx::query_scalar(sql)
            .bind(id)
            .fetch_optional(self.connection())
            .await?;
        let key = Some(found.ok_or_else(|| StoreError::not_found(what, &id))?);
        Ok(match place {
            OverheadPlace::Pilot(_) => (key, None, None),
            OverheadPlace::Brief(_) => (None, key, None),
            OverheadPlace::Generation(_) => (None, None, key),
        })
    }
}
