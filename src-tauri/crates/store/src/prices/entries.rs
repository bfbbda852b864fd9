//! Price entries in the library. Those that ship with the app come in when something is priced with them; then they stay.

use crate::error::{Result, StoreError};
use crate::ids::new_uid;
use crate::library::Library;
use crate::row::Columns;
use crate::transaction::WriteTransaction;
use circletake_domain::id::RecordUid;
use circletake_domain::prices::{AudioRate, Billing, ListedEntry, Origin, PriceEntry};
use circletake_domain::timestamp::Timestamp;
use rust_decimal::Decimal;
use sqlx::Row;
use sqlx::sqlite::SqliteRow;

/// An entry that a person adds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPriceEntry {
    /// What it says.
    pub entry: PriceEntry,
    /// By hand or with a file.
    pub origin: Origin,
    /// The entry whose place it takes.
    pub replaces: Option<ListedEntry>,
}

const COLUMNS: &str = "SELECT e.uid, e.origin, r.uid AS replaces, e.created_at, e.details_json
     FROM price_entries e LEFT JOIN price_entries r ON r.key = e.replaces_key";

fn listed(row: &SqliteRow) -> Result<ListedEntry> {
    let origin: Origin = row.word("origin")?;
    let replaces: Option<String> = row.try_get("replaces")?;
    Ok(ListedEntry {
        uid: row.uid("uid")?,
        origin,
        replaces: match replaces {
            Some(_) => Some(row.uid("replaces")?),
            None => None,
        },
        added_at: match origin {
            Origin::Shipped => None,
            Origin::Person | Origin::Import => Some(row.text("created_at")?),
        },
        entry: row.json("details_json")?,
    })
}

impl Library {
    /// The entries of people that count, in the order they came.
    pub async fn own_price_entries(&self) -> Result<Vec<ListedEntry>> {
        let sql = sqlx::AssertSqlSafe(format!(
            "{COLUMNS} WHERE e.origin <> 'shipped'
             AND NOT EXISTS (SELECT 1 FROM price_entry_withdrawals w WHERE w.entry_key = e.key) ORDER BY e.key"
        ));
        let rows = sqlx::query(sql).fetch_all(self.readers()).await?;
        rows.iter().map(listed).collect()
    }
    /// The entry a generation was priced with, whatever became of it since.
    pub async fn price_entry(&self, uid: RecordUid) -> Result<ListedEntry> {
        let sql = sqlx::AssertSqlSafe(format!("{COLUMNS} WHERE e.uid = ?"));
        let row = sqlx::query(sql)
            .bind(uid.to_string())
            .fetch_optional(self.readers())
            .await?;
        row.as_ref()
            .map(listed)
            .transpose()?
            .ok_or_else(|| StoreError::not_found("price entry", &uid.to_string()))
    }
}

impl WriteTransaction {
    /// Adds an entry of a person's.
    pub async fn add_price_entry(&mut self, new: &NewPriceEntry, now: Timestamp) -> Result<ListedEntry> {
        let replaces = match &new.replaces {
            Some(entry) => Some(self.keep_price_entry(entry, now).await?),
            None => None,
        };
        let listed = ListedEntry {
            uid: new_uid(),
            origin: new.origin,
            replaces: new.replaces.as_ref().map(|entry| entry.uid),
            added_at: Some(now),
            entry: new.entry.clone(),
        };
        self.insert_price_entry(&listed, replaces, now).await?;
        Ok(listed)
    }

    /// Lets an entry of a person's count no more. The one it replaced counts again.
    pub async fn withdraw_price_entry(&mut self, uid: RecordUid, now: Timestamp) -> Result<()> {
        let key: Option<i64> =
            sqlx::query_scalar("SELECT key FROM price_entries WHERE uid = ? AND origin <> 'shipped'")
                .bind(uid.to_string())
                .fetch_optional(self.connection())
                .await?;
        let key = key.ok_or_else(|| StoreError::not_found("price entry of yours", &uid.to_string()))?;
        sqlx::query(
            "INSERT INTO price_entry_withdrawals (entry_key, withdrawn_at) VALUES (?, ?) ON CONFLICT (entry_key) DO NOTHING",
        )
        .bind(key)
        .bind(now.to_string())
        .execute(self.connection())
        .await?;
        Ok(())
    }

    /// The key of an entry; one that ships with the app is written down the first time.
    pub(crate) async fn keep_price_entry(&mut self, listed: &ListedEntry, now: Timestamp) -> Result<i64> {
        let known: Option<i64> = sqlx::query_scalar("SELECT key FROM price_entries WHERE uid = ?")
            .bind(listed.uid.to_string())
            .fetch_optional(self.connection())
            .await?;
        match known {
            Some(key) => Ok(key),
            None => self.insert_price_entry(listed, None, now).await,
        }
    }

    async fn insert_price_entry(&mut self, listed: &ListedEntry, replaces: Option<i64>, now: Timestamp) -> Result<i64> {
        let entry = &listed.entry;
        let details = serde_json::to_string(entry).map_err(|error| StoreError::Invalid {
            field: "price entry",
            problem: error.to_string(),
        })?;
        let text = |value: Decimal| value.to_string();
        let (price, credits, per_credit) = match &entry.billing {
            Billing::Second { price } | Billing::Formula { base_rate: price } | Billing::Block { price, .. } => {
                (Some(text(*price)), None, None)
            }
            Billing::Credit {
                credits_per_second,
                price_per_credit,
            } => (None, Some(text(*credits_per_second)), Some(text(*price_per_credit))),
            Billing::Token { price_per_million, .. } => (Some(text(*price_per_million)), None, None),
            Billing::Run { .. } => (None, None, None),
        };
        let audio = match entry.audio {
            AudioRate::On | AudioRate::AlwaysOn => Some(true),
            AudioRate::Off | AudioRate::None => Some(false),
            AudioRate::Any | AudioRate::Bundled => None,
        };
        let resolutions: Vec<&str> = entry
            .resolutions
            .iter()
            .map(circletake_domain::prices::Resolution::as_str)
            .collect();
        let added = sqlx::query(
            "INSERT INTO price_entries (uid, provider, model, mode, resolution, audio, unit, price, credits_per_second, price_per_credit,
                minimum_charge, currency, details_json, valid_from, valid_to, status, source, as_of, confidence, origin, replaces_key,
                created_at)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )
        .bind(listed.uid.to_string())
        .bind(&entry.provider)
        .bind(entry.model.as_str())
        .bind(&entry.mode)
        .bind((!resolutions.is_empty()).then(|| resolutions.join(",")))
        .bind(audio)
        .bind(entry.billing.unit())
        .bind(price)
        .bind(credits)
        .bind(per_credit)
        .bind(entry.minimum.map(text))
        .bind(entry.currency.as_str())
        .bind(details)
        .bind(entry.valid_from.map(|day| day.to_string()))
        .bind(entry.valid_to.map(|day| day.to_string()))
        .bind(entry.status.as_str())
        .bind(&entry.source)
        .bind(entry.as_of.to_string())
        .bind(entry.confidence.map(circletake_domain::prices::Confidence::as_str))
        .bind(listed.origin.as_str())
        .bind(replaces)
        .bind(now.to_string())
        .execute(self.connection())
        .await?;
        Ok(added.last_insert_rowid())
    }
}
