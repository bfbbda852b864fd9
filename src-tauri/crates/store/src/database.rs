//! The two pools of a library: one connection that writes, a few that can only read.

use crate::error::Result;
use crate::{schema, seal};
use camino::Utf8Path;
use sqlx::SqlitePool;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use std::time::Duration;

const READERS: u32 = 4;

/// Another program's checkpoint or backup may hold the file for a moment.
const BUSY_TIMEOUT: Duration = Duration::from_secs(10);

fn common(database: &Utf8Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(database)
        .foreign_keys(true)
        .busy_timeout(BUSY_TIMEOUT)
        .statement_cache_capacity(200)
        .pragma("temp_store", "memory")
        // A hundred thousand generations and their indices fit.
        // Long answers go from SQLite's thread to ours in few hand-overs; each wakes somebody up.
        .row_buffer_size(4_096)
        .pragma("cache_size", "-32768")
        .pragma("mmap_size", "268435456")
}

/// One connection: SQLite has one writer, and queueing here is kinder than its busy handler. It notes the rows it changes, so that they can be
/// sealed, whenever the pool has to make it anew; a library that is older is watched once it was brought up to date.
pub(crate) async fn writer(database: &Utf8Path, create: bool) -> Result<SqlitePool> {
    let options = common(database)
        .create_if_missing(create)
        .journal_mode(SqliteJournalMode::Wal)
        // Money and decisions: a commit that was acknowledged survives a power cut.
        .synchronous(SqliteSynchronous::Full)
        .optimize_on_close(true, None);
    Ok(SqlitePoolOptions::new()
        .max_connections(1)
        .after_connect(|connection, _| {
            Box::pin(async move {
                match schema::version(connection).await {
                    Ok(Some(schema::SCHEMA_VERSION)) => seal::watch(connection).await,
                    // Nothing is written there: it is new, older, newer, or no library.
                    Ok(_) | Err(_) => Ok(()),
                }
            })
        })
        .connect_with(options)
        .await?)
}

/// Connections that cannot write. `immutable` is for media that nobody can write, where SQLite finds no place for its lock.
pub(crate) async fn readers(database: &Utf8Path, immutable: bool) -> Result<SqlitePool> {
    let options = common(database)
        .read_only(true)
        .immutable(immutable)
        .pragma("query_only", "on");
    Ok(SqlitePoolOptions::new()
        .max_connections(READERS)
        .connect_with(options)
        .await?)
}
