//! The library's own lines of the table that opens gates; what is not said here is as shipped.

use crate::error::Result;
use crate::library::Library;
use crate::row::Columns;
use crate::transaction::WriteTransaction;
use circletake_domain::gate::{Gate, GateCondition, GateRules};
use circletake_domain::timestamp::Timestamp;
use sqlx::sqlite::SqliteConnection;

pub(super) async fn rules(connection: &mut SqliteConnection) -> Result<GateRules> {
    let mut rules = GateRules::shipped();
    let said = sqlx::query("SELECT gate, condition_json FROM gate_rules");
    for row in said.fetch_all(connection).await? {
        rules.set(row.word("gate")?, row.json("condition_json")?);
    }
    Ok(rules)
}

impl Library {
    /// What opens each gate in this library.
    pub async fn gate_rules(&self) -> Result<GateRules> {
        rules(&mut *self.readers().acquire().await?).await
    }
}

impl WriteTransaction {
    /// Says what opens a gate.
    pub async fn set_gate_rule(&mut self, gate: Gate, condition: GateCondition, now: Timestamp) -> Result<()> {
        sqlx::query(
            "INSERT INTO gate_rules (gate, condition_json, changed_at) VALUES (?, ?, ?)
             ON CONFLICT (gate) DO UPDATE SET condition_json = excluded.condition_json, changed_at = excluded.changed_at",
        )
        .bind(gate.as_str())
        .bind(serde_json::json!(condition).to_string())
        .bind(now.to_string())
        .execute(self.connection())
        .await?;
        Ok(())
    }
    /// Every gate opens as shipped again.
    pub async fn reset_gate_rules(&mut self) -> Result<()> {
        sqlx::query("DELETE FROM gate_rules").execute(self.connection()).await?;
        Ok(())
    }
}
