//! The library on disk: SQLite, files, lock, backup. The only crate with SQL.
//!
//! [`Library`] is an open library. Questions are asked on it directly; everything that writes goes through one
//! [`WriteTransaction`], which lasts until its `commit` and of which there is never more than one at a time.

mod backup;
mod database;
mod error;
mod folder;
mod history;
mod ids;
mod library;
mod lock;
mod row;
mod schema;
mod transaction;

pub use error::{Result, StoreError};
pub use folder::LibraryFolder;
pub use library::{Library, LibraryInfo, NewLibrary, OpenMode};
pub use lock::LockHolder;
pub use schema::SCHEMA_VERSION;
pub use transaction::WriteTransaction;
