//! The one way to write: a transaction on the writer, begun at once as a writer so that nothing fails halfway for being late.

use crate::error::Result;
use crate::history::ChainHead;
use sqlx::sqlite::SqliteConnection;
use sqlx::{Sqlite, Transaction};

/// Changes that happen together or not at all. Dropped without [`commit`](Self::commit), nothing has happened.
pub struct WriteTransaction {
    inner: Transaction<'static, Sqlite>,
    pub(crate) device: Device,
    /// Where this device's hash chain ends, once a move asked for it.
    pub(crate) chain: Option<ChainHead>,
}

/// The computer and folder that is writing.
#[derive(Debug, Clone)]
pub(crate) struct Device {
    pub(crate) key: i64,
    pub(crate) uid: String,
}

impl WriteTransaction {
    pub(crate) fn new(inner: Transaction<'static, Sqlite>, device: Device) -> Self {
        Self {
            inner,
            device,
            chain: None,
        }
    }
    pub(crate) fn connection(&mut self) -> &mut SqliteConnection {
        &mut self.inner
    }
    /// Makes it all durable.
    pub async fn commit(self) -> Result<()> {
        Ok(self.inner.commit().await?)
    }
    /// Forgets it all.
    pub async fn roll_back(self) -> Result<()> {
        Ok(self.inner.rollback().await?)
    }
}
