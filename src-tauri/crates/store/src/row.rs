//! Columns as words of the domain. What no Circletake writes is reported by name, never guessed.

use crate::error::{Result, StoreError};
use circletake_domain::id::RecordUid;
use circletake_domain::money::Amount;
use sqlx::Row;
use sqlx::sqlite::SqliteRow;
use std::str::FromStr;

/// Reads columns of a row as domain types.
pub(crate) trait Columns {
    /// A text that parses.
    fn word<T: FromStr>(&self, column: &'static str) -> Result<T>;
    /// A text that parses, or NULL.
    fn word_or_null<T: FromStr>(&self, column: &'static str) -> Result<Option<T>>;
    /// A text that converts (ids, hashes, times).
    fn text<T: TryFrom<String>>(&self, column: &'static str) -> Result<T>;
    /// An identity.
    fn uid(&self, column: &'static str) -> Result<RecordUid>;
    /// A text that converts, or NULL.
    fn text_or_null<T: TryFrom<String>>(&self, column: &'static str) -> Result<Option<T>>;
    /// A whole number that fits.
    fn number<T: TryFrom<i64>>(&self, column: &'static str) -> Result<T>;
    /// A whole number that fits, or NULL.
    fn number_or_null<T: TryFrom<i64>>(&self, column: &'static str) -> Result<Option<T>>;
    /// Nano-units, or NULL where the amount is unknown.
    fn amount_or_null(&self, column: &'static str) -> Result<Option<Amount>>;
    /// JSON that fits the type.
    fn json<T: serde::de::DeserializeOwned>(&self, column: &'static str) -> Result<T>;
}

fn unreadable(column: &'static str, value: impl Into<String>) -> StoreError {
    let mut value = value.into();
    if value.len() > 200 {
        let cut = (0..=200).rev().find(|&at| value.is_char_boundary(at)).unwrap_or(0);
        value.truncate(cut);
    }
    StoreError::Unreadable {
        field: column.to_owned(),
        value,
    }
}

impl Columns for SqliteRow {
    fn word<T: FromStr>(&self, column: &'static str) -> Result<T> {
        let value: String = self.try_get(column)?;
        value.parse().map_err(|_| unreadable(column, value))
    }
    fn word_or_null<T: FromStr>(&self, column: &'static str) -> Result<Option<T>> {
        let value: Option<String> = self.try_get(column)?;
        value
            .map(|value| value.parse().map_err(|_| unreadable(column, value)))
            .transpose()
    }
    fn text<T: TryFrom<String>>(&self, column: &'static str) -> Result<T> {
        let value: String = self.try_get(column)?;
        T::try_from(value.clone()).map_err(|_| unreadable(column, value))
    }
    fn uid(&self, column: &'static str) -> Result<RecordUid> {
        let value: String = self.try_get(column)?;
        value.parse().map(RecordUid).map_err(|_| unreadable(column, value))
    }
    fn text_or_null<T: TryFrom<String>>(&self, column: &'static str) -> Result<Option<T>> {
        let value: Option<String> = self.try_get(column)?;
        value
            .map(|value| T::try_from(value.clone()).map_err(|_| unreadable(column, value)))
            .transpose()
    }
    fn number<T: TryFrom<i64>>(&self, column: &'static str) -> Result<T> {
        let value: i64 = self.try_get(column)?;
        T::try_from(value).map_err(|_| unreadable(column, value.to_string()))
    }
    fn number_or_null<T: TryFrom<i64>>(&self, column: &'static str) -> Result<Option<T>> {
        let value: Option<i64> = self.try_get(column)?;
        value
            .map(|value| T::try_from(value).map_err(|_| unreadable(column, value.to_string())))
            .transpose()
    }
    fn amount_or_null(&self, column: &'static str) -> Result<Option<Amount>> {
        Ok(self.try_get::<Option<i64>, _>(column)?.map(Amount::from_nanos))
    }
    fn json<T: serde::de::DeserializeOwned>(&self, column: &'static str) -> Result<T> {
        let value: String = self.try_get(column)?;
        serde_json::from_str(&value).map_err(|_| unreadable(column, value))
    }
}
