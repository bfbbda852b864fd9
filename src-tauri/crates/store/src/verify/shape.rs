//! The tables, indices and triggers themselves: a trigger that was dropped to change a row is the first trace of it.

use super::Tampering;
use crate::error::Result;
use crate::schema;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{ConnectOptions, Row};
use std::collections::BTreeMap;

/// What is declared, by kind and name.
type Declared = BTreeMap<(String, String), Option<String>>;

/// What is declared otherwise than this app declares it.
pub(super) async fn changed_tables(moment: &mut SqliteConnection) -> Result<Vec<Tampering>> {
    let mut ours = SqliteConnectOptions::new().in_memory(true).connect().await?;
    schema::create(&mut ours).await?;
    let (expected, found) = (declared(&mut ours).await?, declared(moment).await?);
    let mut changed = Vec::new();
    for ((kind, name), sql) in &expected {
        match found.get(&(kind.clone(), name.clone())) {
            None => changed.push(Tampering::new(
                "declaration_missing",
                "sqlite_schema",
                name,
                format!("The {kind} `{name}` is not there; without it rows can be changed unnoticed."),
            )),
            Some(other) if other != sql => changed.push(Tampering::new(
                "declaration_changed",
                "sqlite_schema",
                name,
                format!("The {kind} `{name}` was changed."),
            )),
            Some(_) => {}
        }
    }
    for (kind, name) in found.keys().filter(|known| !expected.contains_key(known)) {
        let message = format!("The {kind} `{name}` was added; Circletake has none of that name.");
        changed.push(Tampering::new("declaration_added", "sqlite_schema", name, message));
    }
    Ok(changed)
}

async fn declared(connection: &mut SqliteConnection) -> Result<Declared> {
    // What SQLite keeps for itself (automatic indices, statistics) comes and goes.
    let rows = sqlx::query("SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")
        .fetch_all(connection)
        .await?;
    let declared = rows.iter().map(|row| {
        let key = (row.try_get("type")?, row.try_get("name")?);
        Ok((key, row.try_get("sql")?))
    });
    declared.collect()
}
