//! What a seal says of the rows that one transaction changed.

use super::record_table::RowKey;
use crate::error::{Result, StoreError};
use circletake_domain::timestamp::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Rows with their hashes, as they stand in a seal.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct SealedRows {
    /// Rows that were there before rows were sealed: when they were found so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) found_on: Option<Timestamp>,
    /// By table and key; a row that was deleted has no hash.
    pub(crate) rows: BTreeMap<String, BTreeMap<String, Option<String>>>,
    /// Rows among them that did not fit their last seal when they were changed.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) changed_outside: BTreeMap<String, BTreeSet<String>>,
}

impl SealedRows {
    pub(crate) fn new(found_on: Option<Timestamp>) -> Self {
        Self {
            found_on,
            ..Self::default()
        }
    }
    pub(crate) fn add(&mut self, table: &str, key: &RowKey, hash: Option<blake3::Hash>, was_as_sealed: bool) {
        let hash = hash.map(|hash| hash.to_hex().to_string());
        self.rows
            .entry(table.to_owned())
            .or_default()
            .insert(key.to_string(), hash);
        if !was_as_sealed {
            self.changed_outside
                .entry(table.to_owned())
                .or_default()
                .insert(key.to_string());
        }
    }
    pub(crate) fn to_json(&self) -> Result<String> {
        serde_json::to_string(self).map_err(|error| StoreError::Invalid {
            field: "rows to seal",
            problem: error.to_string(),
        })
    }
    /// Reads what a seal lists; `None` where it is no such list.
    pub(crate) fn read(listed: &str) -> Option<Self> {
        serde_json::from_str(listed).ok()
    }
}
