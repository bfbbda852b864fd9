//! Copies of the database: on demand, and by itself before its records change shape.

use crate::error::{Result, StoreError};
use crate::folder::LibraryFolder;
use crate::library::Library;
use camino::{Utf8Path, Utf8PathBuf};
use circletake_domain::timestamp::Timestamp;
use sqlx::sqlite::SqliteConnection;

impl Library {
    /// Writes a complete, compact copy of the database to a new file. Clips are not in it: they lie as files in `clips/`.
    pub async fn back_up(&self, file: &Utf8Path) -> Result<()> {
        let mut connection = self.writer()?.acquire().await?;
        copy_database(&mut connection, file).await
    }
}

/// A copy in `backups/`, named after the schema it still has.
pub(crate) async fn before_migration(
    connection: &mut SqliteConnection,
    folder: &LibraryFolder,
    schema: i64,
    now: Timestamp,
) -> Result<Utf8PathBuf> {
    let backups = folder.backups();
    fs_err::create_dir_all(&backups).map_err(StoreError::disk(&backups))?;
    let moment = now.to_string().replace(':', "-");
    let file = backups.join(format!("schema-{schema}-{moment}.db"));
    copy_database(connection, &file).await?;
    Ok(file)
}

async fn copy_database(connection: &mut SqliteConnection, file: &Utf8Path) -> Result<()> {
    if file.exists() {
        return Err(StoreError::AlreadyThere {
            what: "file",
            id: file.to_string(),
        });
    }
    let unfinished = Utf8PathBuf::from(format!("{file}.part"));
    // A copy that a crash cut short; VACUUM INTO refuses a file that has something in it.
    let _ = fs_err::remove_file(&unfinished);
    sqlx::query("VACUUM INTO ?")
        .bind(unfinished.as_str())
        .execute(connection)
        .await?;
    let disk = |source| StoreError::Disk {
        path: file.to_owned(),
        source,
    };
    fs_err::File::open(&unfinished)
        .and_then(|copy| copy.sync_all())
        .map_err(disk)?;
    fs_err::rename(&unfinished, file).map_err(disk)
}
