//! The library on disk: SQLite, files, lock, backup.
