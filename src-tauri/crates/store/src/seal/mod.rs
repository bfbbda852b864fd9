//! Seals: answers at gates, sign-offs and their ends, each bound by its hash into a chain of the device that wrote it.
//!
//! The hash of a seal is BLAKE3 over netstrings, as that of a move is: the word `circletake.seal.1`, the hash of the seal before it on the
//! same device ([`CHAIN_START`] for the first), the device's identity, its sequence, what is sealed, that row's identity and hash.

mod rows;

use crate::error::{Result, StoreError};
use crate::history::{CHAIN_START, ChainHead, netstrings};
use crate::transaction::WriteTransaction;
pub(crate) use rows::{SealedRow, rows_of};
use sqlx::Row;

const LAYOUT: &str = "circletake.seal.1";

/// What can be sealed.
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
}

impl WriteTransaction {
    /// Seals a row that was just written.
    pub(crate) async fn seal(&mut self, kind: Sealed, row_uid: &str) -> Result<()> {
        let row = rows_of(self.connection(), kind, Some(row_uid)).await?.pop();
        let row = row.ok_or_else(|| StoreError::NotFound {
            what: "row to seal",
            id: row_uid.to_owned(),
        })?;
        let device = self.device.clone();
        let last = sqlx::query("SELECT sequence, hash FROM seals WHERE device_key = ? ORDER BY sequence DESC LIMIT 1")
            .bind(device.key)
            .fetch_optional(self.connection())
            .await?;
        let (sequence, previous) = match last {
            Some(last) => (last.try_get::<i64, _>("sequence")? + 1, last.try_get("hash")?),
            None => (1, CHAIN_START.to_owned()),
        };
        let hash = seal_hash(&previous, &device.uid, sequence, kind.as_str(), row_uid, &row.hash);
        sqlx::query(
            "INSERT INTO seals (device_key, sequence, sealed, row_uid, row_hash, previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?)",
        )
        .bind(device.key)
        .bind(sequence)
        .bind(kind.as_str())
        .bind(row_uid)
        .bind(&row.hash)
        .bind(&previous)
        .bind(&hash)
        .execute(self.connection())
        .await?;
        self.note_chain_end(Chain::Seals, &ChainHead { sequence, hash }).await
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
