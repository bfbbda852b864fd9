//! Exchange rates, as people entered them.

use crate::error::{Result, StoreError};
use crate::library::Library;
use crate::row::Columns;
use crate::transaction::WriteTransaction;
use circletake_domain::prices::{ExchangeRate, ExchangeRates};
use circletake_domain::timestamp::Timestamp;
use rust_decimal::Decimal;

impl Library {
    /// Every rate, by currency, the latest first.
    pub async fn exchange_rates(&self) -> Result<ExchangeRates> {
        let rows = sqlx::query(
            "SELECT from_currency, to_currency, rate, as_of FROM exchange_rates ORDER BY from_currency, to_currency, as_of DESC",
        )
        .fetch_all(self.readers())
        .await?;
        let rates = rows.iter().map(|row| {
            Ok(ExchangeRate {
                from: row.text("from_currency")?,
                to: row.text("to_currency")?,
                rate: row.word("rate")?,
                as_of: row.text("as_of")?,
            })
        });
        rates.collect::<Result<_>>().map(ExchangeRates)
    }
}

impl WriteTransaction {
    /// Enters a rate, or corrects the one of the same day as long as nothing was converted at it.
    pub async fn set_exchange_rate(&mut self, rate: &ExchangeRate, now: Timestamp) -> Result<()> {
        if rate.from == rate.to {
            return Err(StoreError::Invalid {
                field: "currency",
                problem: format!("a rate from {} to itself is always 1", rate.from),
            });
        }
        if rate.rate <= Decimal::ZERO {
            return Err(StoreError::Invalid {
                field: "rate",
                problem: "more than 0 is expected".to_owned(),
            });
        }
        let used: Option<(i64, String)> = sqlx::query_as(
            "SELECT x.key, x.rate FROM exchange_rates x
             WHERE x.from_currency = ? AND x.to_currency = ? AND x.as_of = ?
               AND EXISTS (SELECT 1 FROM generations g WHERE g.exchange_rate_key = x.key)",
        )
        .bind(rate.from.as_str())
        .bind(rate.to.as_str())
        .bind(rate.as_of.to_string())
        .fetch_optional(self.connection())
        .await?;
        if let Some((_, kept)) = used {
            if kept.parse() == Ok(rate.rate) {
                return Ok(());
            }
            return Err(StoreError::Invalid {
                field: "rate",
                problem: format!(
                    "costs were converted at {kept} of {} already; enter the new rate under another date",
                    rate.as_of
                ),
            });
        }
        sqlx::query(
            "INSERT INTO exchange_rates (from_currency, to_currency, rate, as_of, created_at) VALUES (?, ?, ?, ?, ?)
             ON CONFLICT (from_currency, to_currency, as_of) DO UPDATE SET rate = excluded.rate, created_at = excluded.created_at",
        )
        .bind(rate.from.as_str())
        .bind(rate.to.as_str())
        .bind(rate.rate.normalize().to_string())
        .bind(rate.as_of.to_string())
        .bind(now.to_string())
        .execute(self.connection())
        .await?;
        Ok(())
    }

    /// The key of a rate that was entered.
    pub(crate) async fn exchange_rate_key(&mut self, rate: &ExchangeRate) -> Result<i64> {
        let key: Option<i64> = sqlx::query_scalar(
            "SELECT key FROM exchange_rates WHERE from_currency = ? AND to_currency = ? AND as_of = ?",
        )
        .bind(rate.from.as_str())
        .bind(rate.to.as_str())
        .bind(rate.as_of.to_string())
        .fetch_optional(self.connection())
        .await?;
        key.ok_or_else(|| {
            StoreError::not_found(
                "exchange rate",
                &format!("{} to {} of {}", rate.from, rate.to, rate.as_of),
            )
        })
    }
}
