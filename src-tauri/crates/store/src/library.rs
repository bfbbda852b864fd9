//! An open library: its folder, its lock, its pools, and which device writes.

use crate::error::{Result, StoreError};
use crate::folder::LibraryFolder;
use crate::ids::new_uid;
use crate::lock::{LibraryLock, LockHolder, host_name};
use crate::row::Columns;
use crate::seal::{self, RecordTable};
use crate::transaction::{Device, WriteTransaction};
use crate::{backup, database, schema};
use circletake_domain::id::RecordUid;
use circletake_domain::money::Currency;
use circletake_domain::timestamp::Timestamp;
use sqlx::{Row, SqlitePool};
use std::sync::{Arc, Mutex, PoisonError};

/// How a library is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenMode {
    /// To write; refused with the holder's name where another program has it.
    Write,
    /// To write if nobody else does, else to read.
    WriteIfFree,
    /// To read only, beside whoever writes.
    Read,
}

/// What a new library starts with.
#[derive(Debug, Clone)]
pub struct NewLibrary {
    /// The name its people give it.
    pub name: String,
    /// The currency of every amount in it.
    pub currency: Currency,
    /// Whether it holds the sample pilot.
    pub is_sample: bool,
    /// The app's version, kept for support.
    pub app_version: String,
    /// Now.
    pub created_at: Timestamp,
}

/// What a library says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LibraryInfo {
    /// Its identity.
    pub uid: RecordUid,
    /// The name its people gave it.
    pub name: String,
    /// The currency of every amount in it.
    pub currency: Currency,
    /// Whether it holds the sample pilot.
    pub is_sample: bool,
    /// When it was made.
    pub created_at: Timestamp,
}

/// An open library.
#[derive(Debug)]
pub struct Library {
    folder: LibraryFolder,
    info: LibraryInfo,
    readers: SqlitePool,
    access: Access,
}

/// Where the rows of a library come from that were never sealed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Origin {
    /// It was made just now.
    New,
    /// It was there.
    Found,
}

#[derive(Debug)]
enum Access {
    Write {
        pool: SqlitePool,
        device: Device,
        record_tables: Arc<[RecordTable]>,
        /// Taken out when the library is closed.
        lock: Mutex<Option<LibraryLock>>,
    },
    Read {
        holder: Option<LockHolder>,
    },
}

impl Library {
    /// Makes a library in a folder that is new or empty, and opens it for writing. Until the very last step there is no
    /// `circletake.db`, so a crash leaves nothing that looks like a library.
    pub async fn create(folder: LibraryFolder, new: NewLibrary) -> Result<Self> {
        let name = new.name.trim().to_owned();
        if name.is_empty() {
            return Err(StoreError::Invalid {
                field: "name",
                problem: "a library needs a name".to_owned(),
            });
        }
        let path = folder.path();
        fs_err::create_dir_all(path).map_err(StoreError::disk(path))?;
        let unfinished = folder.unfinished_database();
        let is_left_over = |name: &str| name == "lock" || name.starts_with("circletake.db.part");
        for entry in fs_err::read_dir(path).map_err(StoreError::disk(path))? {
            let entry = entry.map_err(StoreError::disk(path))?;
            if !is_left_over(&entry.file_name().to_string_lossy()) {
                return Err(StoreError::FolderNotEmpty {
                    folder: path.to_owned(),
                });
            }
        }
        let lock = match LibraryLock::take(&folder).await? {
            Ok(lock) => lock,
            Err(holder) => return Err(StoreError::InUse { holder }),
        };
        for suffix in ["", "-wal", "-shm"] {
            let _ = fs_err::remove_file(format!("{unfinished}{suffix}"));
        }
        let pool = database::writer(&unfinished, true).await?;
        let mut connection = pool.acquire().await?;
        schema::create(&mut connection).await?;
        sqlx::query(
            "INSERT INTO library (key, uid, name, currency, is_sample, app_version, created_at)
             VALUES (1, ?, ?, ?, ?, ?, ?)",
        )
        .bind(new_uid().to_string())
        .bind(name)
        .bind(new.currency.as_str())
        .bind(new.is_sample)
        .bind(new.app_version)
        .bind(new.created_at.to_string())
        .execute(&mut *connection)
        .await?;
        drop(connection);
        // Closing the last connection folds the write-ahead log into the file.
        pool.close().await;
        for subfolder in [folder.clips(), folder.derived(), folder.backups()] {
            fs_err::create_dir_all(&subfolder).map_err(StoreError::disk(&subfolder))?;
        }
        let database = folder.database();
        fs_err::rename(&unfinished, &database).map_err(StoreError::disk(&database))?;
        Self::open_to_write(folder, lock, new.created_at, Origin::New).await
    }

    /// Opens a library. `now` dates a backup before a migration and a device that is new.
    pub async fn open(folder: LibraryFolder, mode: OpenMode, now: Timestamp) -> Result<Self> {
        if !folder.database().is_file() {
            return Err(StoreError::NotALibrary {
                folder: folder.path().to_owned(),
            });
        }
        if mode == OpenMode::Read {
            return Self::open_to_read(folder, None).await;
        }
        match LibraryLock::take(&folder).await {
            Ok(Ok(lock)) => Self::open_to_write(folder, lock, now, Origin::Found).await,
            Ok(Err(holder)) if mode == OpenMode::WriteIfFree => Self::open_to_read(folder, Some(holder)).await,
            Ok(Err(holder)) => Err(StoreError::InUse { holder }),
            Err(StoreError::Disk { source, .. }) if mode == OpenMode::WriteIfFree && cannot_be_written(&source) => {
                Self::open_to_read(folder, None).await
            }
            Err(error) => Err(error),
        }
    }

    async fn open_to_write(folder: LibraryFolder, lock: LibraryLock, now: Timestamp, origin: Origin) -> Result<Self> {
        let pool = database::writer(&folder.database(), false)
            .await
            .map_err(|error| not_a_database(error, &folder))?;
        let mut connection = pool.acquire().await?;
        let found = schema::version(&mut connection)
            .await
            .map_err(|error| not_a_database(error, &folder))?;
        let Some(found) = found else {
            return Err(StoreError::NotALibrary {
                folder: folder.path().to_owned(),
            });
        };
        schema::refuse_newer(found)?;
        if found < schema::SCHEMA_VERSION {
            backup::before_migration(&mut connection, &folder, found, now).await?;
            schema::migrate(&mut connection).await?;
            seal::watch(&mut connection).await?;
        }
        let record_tables: Arc<[RecordTable]> = RecordTable::all(&mut connection).await?.into();
        drop(connection);
        let mut first = pool.begin_with("BEGIN IMMEDIATE").await?;
        let device = this_device(&mut first, &folder, now).await?;
        let mut first = WriteTransaction::new(first, device.clone(), record_tables.clone());
        if !first.rows_were_sealed().await? {
            first.seal_every_row((origin == Origin::Found).then_some(now)).await?;
        }
        first.commit().await?;
        let readers = database::readers(&folder.database(), false).await?;
        let info = read_info(&readers).await?;
        Ok(Self {
            folder,
            info,
            readers,
            access: Access::Write {
                pool,
                device,
                record_tables,
                lock: Mutex::new(Some(lock)),
            },
        })
    }

    async fn open_to_read(folder: LibraryFolder, holder: Option<LockHolder>) -> Result<Self> {
        let immutable = fs_err::metadata(folder.path())
            .map_err(StoreError::disk(folder.path()))?
            .permissions()
            .readonly();
        let readers = database::readers(&folder.database(), immutable).await;
        let readers = readers.map_err(|error| not_a_database(error, &folder))?;
        let mut connection = readers.acquire().await?;
        let found = schema::version(&mut connection)
            .await
            .map_err(|error| not_a_database(error, &folder))?;
        drop(connection);
        let Some(found) = found else {
            return Err(StoreError::NotALibrary {
                folder: folder.path().to_owned(),
            });
        };
        schema::refuse_newer(found)?;
        if found < schema::SCHEMA_VERSION {
            return Err(StoreError::OlderLibrary { found });
        }
        let info = read_info(&readers).await?;
        Ok(Self {
            folder,
            info,
            readers,
            access: Access::Read { holder },
        })
    }

    /// Where it lies.
    pub fn folder(&self) -> &LibraryFolder {
        &self.folder
    }
    /// What it says of itself.
    pub fn info(&self) -> &LibraryInfo {
        &self.info
    }
    /// Whether nothing can be written.
    pub fn is_read_only(&self) -> bool {
        matches!(self.access, Access::Read { .. })
    }
    /// Who writes to it instead, where somebody does.
    pub fn held_by(&self) -> Option<&LockHolder> {
        match &self.access {
            Access::Read { holder } => holder.as_ref(),
            Access::Write { .. } => None,
        }
    }
    /// Begins to write. Waits for the transaction before it, if there is one.
    pub async fn write(&self) -> Result<WriteTransaction> {
        match &self.access {
            Access::Write {
                pool,
                device,
                record_tables,
                ..
            } => Ok(WriteTransaction::new(
                pool.begin_with("BEGIN IMMEDIATE").await?,
                device.clone(),
                record_tables.clone(),
            )),
            Access::Read { holder } => Err(StoreError::ReadOnly { holder: holder.clone() }),
        }
    }
    /// Finishes what is running, folds the write-ahead log into the file, and gives the lock up. Questions fail from then on.
    pub async fn close(&self) {
        self.readers.close().await;
        if let Access::Write { pool, lock, .. } = &self.access {
            pool.close().await;
            drop(lock.lock().unwrap_or_else(PoisonError::into_inner).take());
        }
    }
    pub(crate) fn readers(&self) -> &SqlitePool {
        &self.readers
    }
    /// The writer itself, for what cannot run inside a transaction.
    pub(crate) fn writer(&self) -> Result<&SqlitePool> {
        match &self.access {
            Access::Write { pool, .. } => Ok(pool),
            Access::Read { holder } => Err(StoreError::ReadOnly { holder: holder.clone() }),
        }
    }
}

fn cannot_be_written(error: &std::io::Error) -> bool {
    matches!(
        error.kind(),
        std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem
    )
}

/// A file that SQLite does not know is not a broken library, it is none.
fn not_a_database(error: StoreError, folder: &LibraryFolder) -> StoreError {
    match &error {
        StoreError::Database(sqlx::Error::Database(inner)) if inner.code().as_deref() == Some("26") => {
            StoreError::NotALibrary {
                folder: folder.path().to_owned(),
            }
        }
        _ => error,
    }
}

async fn read_info(readers: &SqlitePool) -> Result<LibraryInfo> {
    let row = sqlx::query("SELECT uid, name, currency, is_sample, created_at FROM library WHERE key = 1");
    let row = row.fetch_one(readers).await?;
    Ok(LibraryInfo {
        uid: row.uid("uid")?,
        name: row.try_get("name")?,
        currency: row.text("currency")?,
        is_sample: row.try_get("is_sample")?,
        created_at: row.text("created_at")?,
    })
}

/// The row of this computer and folder; a copied or moved folder gets a new one, and with it a chain of its own.
async fn this_device(
    connection: &mut sqlx::sqlite::SqliteConnection,
    folder: &LibraryFolder,
    now: Timestamp,
) -> Result<Device> {
    let host = host_name();
    let real = folder
        .path()
        .canonicalize_utf8()
        .map_err(StoreError::disk(folder.path()))?;
    let place = blake3::hash(format!("{host}\n{real}").as_bytes()).to_hex();
    let row = sqlx::query(
        "INSERT INTO devices (uid, host, place_hash, created_at) VALUES (?, ?, ?, ?)
         ON CONFLICT (place_hash) DO UPDATE SET host = excluded.host RETURNING key, uid",
    )
    .bind(new_uid().to_string())
    .bind(host)
    .bind(place.as_str())
    .bind(now.to_string())
    .fetch_one(connection)
    .await?;
    Ok(Device {
        key: row.try_get("key")?,
        uid: row.try_get("uid")?,
    })
}
