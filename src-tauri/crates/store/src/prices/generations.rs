//! Generations and the entries they are priced with.

use crate::error::Result;
use crate::generations::ImportKey;
use crate::library::Library;
use crate::row::Columns;
use crate::transaction::WriteTransaction;
use circletake_domain::clip::ClipFacts;
use circletake_domain::id::{GenerationId, ModelName};
use circletake_domain::money::{Amount, Currency};
use circletake_domain::prices::{ExchangeRate, ListedEntry};
use circletake_domain::status::Status;
use circletake_domain::timestamp::Timestamp;
use sqlx::Row;

/// A generation that no entry has priced yet, with what a price depends on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnpricedGeneration {
    /// Which.
    pub id: GenerationId,
    /// Which model made it.
    pub model: ModelName,
    /// Who sells it, where that is known.
    pub provider: Option<String>,
    /// How long it was to be, in microseconds.
    pub requested_us: Option<i64>,
    /// How long its file is, in microseconds.
    pub measured_us: Option<i64>,
    /// How large its picture is.
    pub pixels: Option<(u32, u32)>,
    /// Whether its file has sound.
    pub audio: Option<bool>,
    /// Where it stands.
    pub status: Status,
    /// Whether its failure was charged, where somebody said.
    pub failure_charged: Option<bool>,
    /// When it was made.
    pub created_at: Timestamp,
    /// The money of its pilot; the library's where it is of none.
    pub currency: Currency,
}

/// A generation with its price.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PricedGeneration {
    /// Which.
    pub id: GenerationId,
    /// The entry it was priced with.
    pub entry: ListedEntry,
    /// The rate it was converted at, where it was.
    pub rate: Option<ExchangeRate>,
    /// What the entry says it costs.
    pub projected: Amount,
    /// Whether that counts as its cost as long as nobody says another.
    pub assume: bool,
}

impl Library {
    /// What came in with an import and no entry has priced yet.
    pub async fn unpriced_of_import(&self, import: ImportKey) -> Result<Vec<UnpricedGeneration>> {
        let rows = sqlx::query(
            "SELECT g.id, m.name AS model, m.provider, g.requested_duration_us, c.duration_us, c.facts_json, g.status,
                    g.failure_charged, g.created_at, coalesce(p.currency, l.currency) AS currency
             FROM generations g JOIN models m ON m.key = g.model_key JOIN briefs b ON b.key = g.brief_key
                  LEFT JOIN pilots p ON p.key = b.pilot_key
                  LEFT JOIN clip_versions c ON c.key = g.current_clip_key, library l
             WHERE g.import_key = ? AND g.price_entry_key IS NULL",
        )
        .bind(import.0)
        .fetch_all(self.readers())
        .await?;
        let unpriced = rows.iter().map(|row| {
            let facts: Option<ClipFacts> = match row.try_get::<Option<&str>, _>("facts_json")? {
                Some(_) => Some(row.json("facts_json")?),
                None => None,
            };
            Ok(UnpricedGeneration {
                id: row.text("id")?,
                model: row.text("model")?,
                provider: row.try_get("provider")?,
                requested_us: row.try_get("requested_duration_us")?,
                measured_us: row.try_get("duration_us")?,
                pixels: facts.as_ref().map(|facts| (facts.display_width, facts.display_height)),
                audio: facts.map(|facts| facts.audio.is_some()),
                status: row.word("status")?,
                failure_charged: row.try_get("failure_charged")?,
                created_at: row.text("created_at")?,
                currency: row.text("currency")?,
            })
        });
        unpriced.collect()
    }
}

impl WriteTransaction {
    /// Prices a generation. A cost that somebody said stays; the entry is kept beside it either way.
    pub async fn price_generation(&mut self, priced: &PricedGeneration, now: Timestamp) -> Result<()> {
        let entry = self.keep_price_entry(&priced.entry, now).await?;
        let rate = match &priced.rate {
            Some(rate) => Some(self.exchange_rate_key(rate).await?),
            None => None,
        };
        sqlx::query(
            "UPDATE generations SET projected_cost_nanos = ?2, price_entry_key = ?3, exchange_rate_key = ?4,
               cost_basis = CASE WHEN cost_nanos IS NULL AND ?5 THEN 'assumed' ELSE cost_basis END,
               cost_nanos = CASE WHEN cost_nanos IS NULL AND ?5 THEN ?2 ELSE cost_nanos END
             WHERE id = ?1",
        )
        .bind(priced.id.as_str())
        .bind(priced.projected.nanos())
        .bind(entry)
        .bind(rate)
        .bind(priced.assume)
        .execute(self.connection())
        .await?;
        Ok(())
    }
}
