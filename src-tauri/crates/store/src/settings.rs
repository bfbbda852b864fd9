//! Small things a library remembers by name.

use crate::error::Result;
use crate::library::Library;
use crate::row::Columns;
use crate::transaction::WriteTransaction;
use circletake_domain::timestamp::Timestamp;
use serde::Serialize;
use serde::de::DeserializeOwned;

impl Library {
    /// What is remembered under a name; `None` where nothing is.
    pub async fn setting<T: DeserializeOwned>(&self, name: &str) -> Result<Option<T>> {
        let row = sqlx::query("SELECT value_json FROM settings WHERE name = ?").bind(name);
        row.fetch_optional(self.readers())
            .await?
            .map(|row| row.json("value_json"))
            .transpose()
    }
}

impl WriteTransaction {
    /// Remembers something under a name.
    pub async fn set_setting<T: Serialize + Sync>(&mut self, name: &str, value: &T, now: Timestamp) -> Result<()> {
        sqlx::query(
            "INSERT INTO settings (name, value_json, changed_at) VALUES (?, ?, ?)
             ON CONFLICT (name) DO UPDATE SET value_json = excluded.value_json, changed_at = excluded.changed_at",
        )
        .bind(name)
        .bind(serde_json::json!(value).to_string())
        .bind(now.to_string())
        .execute(self.connection())
        .await?;
        Ok(())
    }
}
