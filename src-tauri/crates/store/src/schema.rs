//! The shape of the records: embedded migrations, and what happens when app and library are of different age.

use crate::error::{Result, StoreError};
use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::sqlite::SqliteConnection;
use sqlx::{Row, SqlSafeStr};
use std::borrow::Cow;
use std::sync::LazyLock;

/// Every migration, oldest first. Applied ones are never edited: their checksums are in every library out there.
const MIGRATIONS: &[(i64, &str, &str)] = &[
    (
        1,
        "library and people",
        include_str!("../../../../migrations/0001_library_and_people.sql"),
    ),
    (
        2,
        "pilots, briefs and prompts",
        include_str!("../../../../migrations/0002_pilots_briefs_and_prompts.sql"),
    ),
    (
        3,
        "generations and clips",
        include_str!("../../../../migrations/0003_generations_and_clips.sql"),
    ),
    (4, "history", include_str!("../../../../migrations/0004_history.sql")),
    (
        5,
        "the review room",
        include_str!("../../../../migrations/0005_review_room.sql"),
    ),
    (
        6,
        "pair judgements",
        include_str!("../../../../migrations/0006_pair_judgements.sql"),
    ),
    (
        7,
        "briefs and prompts",
        include_str!("../../../../migrations/0007_briefs_and_prompts.sql"),
    ),
    (8, "prices", include_str!("../../../../migrations/0008_prices.sql")),
    (
        9,
        "frozen plans",
        include_str!("../../../../migrations/0009_frozen_plans.sql"),
    ),
    (
        10,
        "the pilot page",
        include_str!("../../../../migrations/0010_pilot_page.sql"),
    ),
    (
        11,
        "pilot settings",
        include_str!("../../../../migrations/0011_pilot_settings.sql"),
    ),
    (12, "seals", include_str!("../../../../migrations/0012_seals.sql")),
    (
        13,
        "page faces",
        include_str!("../../../../migrations/0013_page_faces.sql"),
    ),
    (
        14,
        "row seals",
        include_str!("../../../../migrations/0014_row_seals.sql"),
    ),
    (
        15,
        "checked moves",
        include_str!("../../../../migrations/0015_checked_moves.sql"),
    ),
];

/// The newest schema this app knows.
pub const SCHEMA_VERSION: i64 = MIGRATIONS[MIGRATIONS.len() - 1].0;

/// `CTAK`, in the file's header: tells a library's database from any other SQLite file.
const APPLICATION_ID: i64 = 0x4354_414b;

static MIGRATOR: LazyLock<Migrator> = LazyLock::new(|| {
    let migrations = MIGRATIONS.iter().map(|(version, title, sql)| {
        Migration::new(
            *version,
            Cow::Borrowed(*title),
            MigrationType::Simple,
            (*sql).into_sql_str(),
            false,
        )
    });
    Migrator::with_migrations(migrations.collect())
});

/// Which schema a database has: 0 for an empty one, `None` for one that is not a library's.
pub(crate) async fn version(connection: &mut SqliteConnection) -> Result<Option<i64>> {
    let application: i64 = sqlx::query_scalar("PRAGMA application_id")
        .fetch_one(&mut *connection)
        .await?;
    if application != APPLICATION_ID {
        return Ok(None);
    }
    let row = sqlx::query("SELECT max(version) AS version FROM _sqlx_migrations")
        .fetch_one(connection)
        .await?;
    Ok(Some(row.try_get::<Option<i64>, _>("version")?.unwrap_or(0)))
}

/// Gives a new database its mark and all migrations.
pub(crate) async fn create(connection: &mut SqliteConnection) -> Result<()> {
    // Pragmas take no parameters; the mark is a constant.
    sqlx::query("PRAGMA application_id = 1129595211")
        .execute(&mut *connection)
        .await?;
    migrate(connection).await
}

/// Applies what is missing.
pub(crate) async fn migrate(connection: &mut SqliteConnection) -> Result<()> {
    MIGRATOR.run_direct(None, connection, false).await?;
    Ok(())
}

/// Refuses a library that a newer app wrote.
pub(crate) fn refuse_newer(found: i64) -> Result<()> {
    if found > SCHEMA_VERSION {
        return Err(StoreError::NewerLibrary {
            found,
            known: SCHEMA_VERSION,
        });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_in_migrations_is_embedded() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../migrations");
        let mut files: Vec<_> = fs_err::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .collect();
        files.sort();
        let texts: Vec<_> = files.iter().map(|file| fs_err::read_to_string(file).unwrap()).collect();
        let embedded: Vec<_> = MIGRATIONS.iter().map(|(_, _, sql)| (*sql).to_owned()).collect();
        assert_eq!(texts, embedded);
    }

    #[test]
    fn the_mark_is_the_word_in_the_header() {
        assert_eq!(APPLICATION_ID, 1_129_595_211);
    }
}
