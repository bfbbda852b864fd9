//! Seals: answers at gates, sign-offs and their ends, and the rows that each transaction changed, bound by their hashes into a chain of the
//! device that wrote them.
//!
//! The hash of a seal is BLAKE3 over netstrings, as that of a move is: the word `circletake.seal.1`, the hash of the seal before it on the
//! same device ([`CHAIN_START`] for the first), the device's identity, its sequence, what is sealed, that row's identity and hash. Where rows
//! of a transaction are sealed, the identity is the seal's own and the hash that of their list.

mod changed_rows;
#[cfg(test)]
mod cost;
mod record_table;
mod records;
mod row_list;
mod rows;

use crate::error::{Result, StoreError};
use crate::history::{CHAIN_START, ChainHead, netstrings};
use crate::transaction::WriteTransaction;
pub(crate) use changed_rows::watch;
pub(crate) use record_table::{RecordTable, RowKey};
pub(crate) use row_list::SealedRows;
pub(crate) use rows::{SealedRow, rows_of};
use sqlx::Row;

const LAYOUT: &str = "circletake.seal.1";

/// What a seal of a transaction's rows says is sealed.
pub(crate) const ROWS: &str = "rows";

/// What can be sealed by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sealed {
    /// An answer at a gate.
    GateAnswer,
    /// A sign-off as it was given.
    SignOff,
    /// The end of a sign-off.
    Void,
}

impl Sealed {
    pub(crate) const ALL: [Self; 3] = [Self::GateAnswer, Self::SignOff, Self::Void];

    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::GateAnswer => "gate_answer",
            Self::SignOff => "sign_off",
            Self::Void => "void",
        }
    }
}

/// The hash of a seal.
pub(crate) fn seal_hash(
    previous_hash: &str,
    device_uid: &str,
    sequence: i64,
    sealed: &str,
    row_uid: &str,
    row_hash: &str,
) -> String {
    let sequence = sequence.to_string();
    let fields = [LAYOUT, previous_hash, device_uid, &sequence, sealed, row_uid, row_hash];
    blake3::hash(&netstrings(fields.into_iter().map(Some)))
        .to_hex()
        .to_string()
}

/// Which of a device's chains.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Chain {
    Moves,
    Seals,
}

impl Chain {
    fn as_str(self) -> &'static str {
        match self {
            Self::Moves => "moves",
            Self::Seals => "seals",
        }
    }
    /// Of a device: the last row of the chain and where it was said to end, whichever is later.
    fn end_sql(self) -> &'static str {
        match self {
            Self::Moves => {
                "SELECT sequence, hash FROM (
                     SELECT sequence, hash FROM chain_ends WHERE device_key = ?1 AND chain = 'moves'
                     UNION ALL SELECT * FROM (SELECT sequence, hash FROM moves WHERE device_key = ?1 ORDER BY sequence DESC LIMIT 1))
                 ORDER BY sequence DESC LIMIT 1"
            }
            Self::Seals => {
                "SELECT sequence, hash FROM (
                     SELECT sequence, hash FROM chain_ends WHERE device_key = ?1 AND chain = 'seals'
                     UNION ALL SELECT * FROM (SELECT sequence, hash FROM seals WHERE device_key = ?1 ORDER BY sequence DESC LIMIT 1))
                 ORDER BY sequence DESC LIMIT 1"
            }
        }
    }
}

impl WriteTransaction {
    /// Seals a row that was just written.
    pub(crate) async fn seal(&mut self, kind: Sealed, row_uid: &str) -> Result<()> {
        let row = rows_of(self.connection(), kind, Some(row_uid)).await?.pop();
        let row = row.ok_or_else(|| StoreError::NotFound {
            what: "row to seal",
            id: row_uid.to_owned(),
        })?;
        self.append_seal(kind.as_str(), row_uid, &row.hash, None).await
    }

    /// Puts a seal at the end of this device's chain.
    async fn append_seal(&mut self, sealed: &str, row_uid: &str, row_hash: &str, rows: Option<&str>) -> Result<()> {
        let device = self.device.clone();
        let end = self.chain_end(Chain::Seals).await?;
        let (sequence, previous) = (end.sequence + 1, end.hash);
        let hash = seal_hash(&previous, &device.uid, sequence, sealed, row_uid, row_hash);
        sqlx::query(
            "INSERT INTO seals (device_key, sequence, sealed, row_uid, row_hash, previous_hash, hash, rows_json)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        )
        .bind(device.key)
        .bind(sequence)
        .bind(sealed)
        .bind(row_uid)
        .bind(row_hash)
        .bind(&previous)
        .bind(&hash)
        .bind(rows)
        .execute(self.connection())
        .await?;
        self.note_chain_end(Chain::Seals, &ChainHead { sequence, hash }).await
    }

    /// Where a chain of this device ends. One that was cut off goes on behind where it was said to end, so that the gap stays.
    pub(crate) async fn chain_end(&mut self, chain: Chain) -> Result<ChainHead> {
        let device = self.device.key;
        let end = sqlx::query(chain.end_sql())
            .bind(device)
            .fetch_optional(self.connection())
            .await?;
        Ok(match end {
            Some(end) => ChainHead {
                sequence: end.try_get("sequence")?,
                hash: end.try_get("hash")?,
            },
            None => ChainHead {
                sequence: 0,
                hash: CHAIN_START.to_owned(),
            },
        })
    }

    /// Says where a chain of this device ends now, beside the chain.
    pub(crate) async fn note_chain_end(&mut self, chain: Chain, end: &ChainHead) -> Result<()> {
        let device = self.device.key;
        sqlx::query(
            "INSERT INTO chain_ends (device_key, chain, sequence, hash) VALUES (?, ?, ?, ?)
             ON CONFLICT (device_key, chain) DO UPDATE SET sequence = excluded.sequence, hash = excluded.hash",
        )
        .bind(device)
        .bind(chain.as_str())
        .bind(end.sequence)
        .bind(&end.hash)
        .execute(self.connection())
        .await?;
        Ok(())
    }
}
