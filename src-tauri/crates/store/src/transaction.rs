//! The one way to write: a transaction on the writer, begun at once as a writer so that nothing fails halfway for being late.

use crate::error::Result;
use crate::history::ChainHead;
use crate::seal::RecordTable;
use sqlx::sqlite::SqliteConnection;
use sqlx::{Sqlite, Transaction};
use std::sync::Arc;

/// Changes that happen together or not at all. Dropped without [`commit`](Self::commit), nothing has happened.
pub struct WriteTransaction {
    inner: Transaction<'static, Sqlite>,
    pub(crate) device: Device,
    /// Where this device's hash chain ends, once a move asked for it.
    pub(crate) chain: Option<ChainHead>,
    /// The tables whose rows are sealed when they change.
    pub(crate) record_tables: Arc<[RecordTable]>,
}

/// The computer and folder that is writing.
#[derive(Debug, Clone)]
pub(crate) struct Device {
    pub(crate) key: i64,
    pub(crate) uid: String,
}

impl WriteTransaction {
    pub(crate) fn new(inner: Transaction<'static, Sqlite>, device: Device, record_tables: Arc<[RecordTable]>) -> Self {
        Self {
            inner,
            device,
            chain: None,
            record_tables,
        }
    }
    pub(crate) fn connection(&mut self) -> &mut SqliteConnection {
        &mut self.inner
    }
    /// Seals every row that was changed, and makes it all durable.
    pub async fn commit(mut self) -> Result<()> {
        self.seal_changed_rows().await?;
        Ok(self.inner.commit().await?)
    }
    /// Forgets it all.
    pub async fn roll_back(self) -> Result<()> {
        Ok(self.inner.rollback().await?)
    }
}
