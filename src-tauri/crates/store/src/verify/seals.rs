//! Seals: every answer at a gate, sign-off and end of one fits its seal, the seals fit each other, and no chain was cut off at its end.

use super::Tampering;
use crate::error::Result;
use crate::history::CHAIN_START;
use crate::seal::{ROWS, Sealed, SealedRow, rows_of, seal_hash};
use sqlx::Row;
use sqlx::sqlite::SqliteConnection;
use std::collections::{HashMap, HashSet};

/// A seal as it lies there.
pub(super) struct Seal {
    /// Its place among the seals of every device.
    pub(super) key: i64,
    host: String,
    device: i64,
    sequence: i64,
    pub(super) sealed: String,
    row_uid: String,
    row_hash: String,
    previous_hash: String,
    hash: String,
    /// As it follows from its own fields.
    computed: String,
    /// The rows of a transaction, where it seals those.
    pub(super) rows: Option<String>,
}

impl Seal {
    /// What people call it.
    pub(super) fn name(&self) -> String {
        format!("seal {} written on {}", self.sequence, self.host)
    }
    /// Whether the rows it lists are those it was written for.
    fn lists_its_rows(&self) -> bool {
        let listed = self.rows.as_ref().map(|rows| blake3::hash(rows.as_bytes()).to_hex());
        match listed {
            Some(hash) => self.sealed == ROWS && hash.as_str() == self.row_hash,
            None => self.sealed != ROWS,
        }
    }
}

/// Everything of it that is not as it was written.
pub(super) async fn broken(moment: &mut SqliteConnection, seals: &[Seal]) -> Result<Vec<Tampering>> {
    let mut broken = links(seals);
    let by_row: HashMap<(&str, &str), &Seal> = seals
        .iter()
        .map(|seal| ((seal.sealed.as_str(), seal.row_uid.as_str()), seal))
        .collect();
    let before_seals: HashSet<(String, String)> = sqlx::query_as("SELECT sealed, row_uid FROM unsealed")
        .fetch_all(&mut *moment)
        .await?
        .into_iter()
        .collect();
    let mut there = HashSet::new();
    for kind in Sealed::ALL {
        for row in rows_of(moment, kind, None).await? {
            let old = before_seals.contains(&(kind.as_str().to_owned(), row.uid.clone()));
            broken.extend(row_problem(
                kind,
                &row,
                by_row.get(&(kind.as_str(), row.uid.as_str())).copied(),
                old,
            ));
            there.insert((kind.as_str(), row.uid));
        }
    }
    for seal in seals {
        let kind = Sealed::ALL.into_iter().find(|kind| kind.as_str() == seal.sealed);
        let Some(kind) = kind.filter(|kind| !there.contains(&(kind.as_str(), seal.row_uid.clone()))) else {
            continue;
        };
        let message = format!(
            "{} that was sealed on {} is not there any more.",
            subject(kind),
            seal.host
        );
        broken.push(Tampering::new(missing(kind), table(kind), &seal.row_uid, message).expected(&seal.row_hash));
    }
    broken.extend(cut_chains(moment).await?);
    Ok(broken)
}

/// Every seal, device by device in its order.
pub(super) async fn read(moment: &mut SqliteConnection) -> Result<Vec<Seal>> {
    let rows = sqlx::query(
        "SELECT s.*, d.uid AS device_uid, coalesce(d.host, 'an unknown computer') AS host
         FROM seals s LEFT JOIN devices d ON d.key = s.device_key ORDER BY s.device_key, s.sequence",
    )
    .fetch_all(moment)
    .await?;
    let seals = rows.iter().map(|row| {
        let device_uid: Option<String> = row.try_get("device_uid")?;
        let mut seal = Seal {
            key: row.try_get("key")?,
            host: row.try_get("host")?,
            device: row.try_get("device_key")?,
            sequence: row.try_get("sequence")?,
            sealed: row.try_get("sealed")?,
            row_uid: row.try_get("row_uid")?,
            row_hash: row.try_get("row_hash")?,
            previous_hash: row.try_get("previous_hash")?,
            hash: row.try_get("hash")?,
            computed: String::new(),
            rows: row.try_get("rows_json")?,
        };
        seal.computed = seal_hash(
            &seal.previous_hash,
            &device_uid.unwrap_or_default(),
            seal.sequence,
            &seal.sealed,
            &seal.row_uid,
            &seal.row_hash,
        );
        Ok(seal)
    });
    seals.collect()
}

/// Seals that do not follow from the one before.
fn links(seals: &[Seal]) -> Vec<Tampering> {
    let mut broken = Vec::new();
    let mut before: Option<&Seal> = None;
    for seal in seals {
        let (sequence, hash) = match before.filter(|before| before.device == seal.device) {
            Some(before) => (before.sequence, before.hash.as_str()),
            None => (0, CHAIN_START),
        };
        let id = seal.name();
        if seal.sequence != sequence + 1 {
            let message = format!("Seals before it are not there any more: {id}.");
            broken.push(
                Tampering::new("seal_missing", "seals", id, message).expected(format!("sequence {}", sequence + 1)),
            );
        } else if seal.previous_hash != hash {
            let message = format!("It does not follow from the seal before it: {id}.");
            broken.push(
                Tampering::new("seal_changed", "seals", id, message)
                    .expected(hash)
                    .found(&seal.previous_hash),
            );
        } else if seal.hash != seal.computed {
            let message = format!("A field of it was changed after it was written: {id}.");
            broken.push(
                Tampering::new("seal_changed", "seals", id, message)
                    .expected(&seal.hash)
                    .found(&seal.computed),
            );
        } else if !seal.lists_its_rows() {
            let message = format!("The rows it lists were changed after it was written: {id}.");
            broken.push(Tampering::new("seal_changed", "seals", id, message).expected(&seal.row_hash));
        }
        before = Some(seal);
    }
    broken
}

fn row_problem(kind: Sealed, row: &SealedRow, seal: Option<&Seal>, old: bool) -> Option<Tampering> {
    let of = row.generation.as_deref().unwrap_or("a generation that is not there");
    match seal {
        Some(seal) if seal.row_hash == row.hash => None,
        Some(seal) => {
            let message = format!("{} of {of} was changed after it was written.", subject(kind));
            Some(
                Tampering::new(changed(kind), table(kind), &row.uid, message)
                    .expected(&seal.row_hash)
                    .found(&row.hash),
            )
        }
        None if old => None,
        None => {
            let message = format!(
                "{} of {of} was not written by Circletake: it carries no seal.",
                subject(kind)
            );
            Some(Tampering::new("unsealed", table(kind), &row.uid, message))
        }
    }
}

/// Chains that end before, or elsewhere than, where they were said to end.
async fn cut_chains(moment: &mut SqliteConnection) -> Result<Vec<Tampering>> {
    let rows = sqlx::query(
        "WITH ends AS (
             SELECT device_key, 'moves' AS chain, max(sequence) AS sequence, hash FROM moves GROUP BY device_key
             UNION ALL SELECT device_key, 'seals', max(sequence), hash FROM seals GROUP BY device_key)
         SELECT coalesce(e.chain, c.chain) AS chain, coalesce(d.host, 'an unknown computer') AS host,
                c.sequence AS said, c.hash AS said_hash, e.sequence AS found, e.hash AS found_hash
         FROM ends e FULL JOIN chain_ends c ON c.device_key = e.device_key AND c.chain = e.chain
         LEFT JOIN devices d ON d.key = coalesce(e.device_key, c.device_key)
         WHERE e.sequence IS NOT c.sequence OR e.hash IS NOT c.hash",
    )
    .fetch_all(moment)
    .await?;
    let cut = rows.iter().map(|row| {
        let chain: String = row.try_get("chain")?;
        let host: String = row.try_get("host")?;
        let (said, found): (Option<i64>, Option<i64>) = (row.try_get("said")?, row.try_get("found")?);
        let message = format!(
            "The chain of {chain} written on {host} should end at {}, and ends at {}.",
            said.unwrap_or(0),
            found.unwrap_or(0)
        );
        let mut cut = Tampering::new("chain_cut", "chain_ends", format!("{chain} of {host}"), message);
        cut.expected = row.try_get("said_hash")?;
        Ok(cut.found_if(row.try_get("found_hash")?))
    });
    cut.collect()
}

fn subject(kind: Sealed) -> &'static str {
    match kind {
        Sealed::GateAnswer => "An answer at a gate",
        Sealed::SignOff => "A sign-off",
        Sealed::Void => "The end of a sign-off",
    }
}

fn table(kind: Sealed) -> &'static str {
    match kind {
        Sealed::GateAnswer => "gate_answers",
        Sealed::SignOff | Sealed::Void => "sign_offs",
    }
}

fn changed(kind: Sealed) -> &'static str {
    match kind {
        Sealed::GateAnswer => "gate_answer_changed",
        Sealed::SignOff => "sign_off_changed",
        Sealed::Void => "void_changed",
    }
}

fn missing(kind: Sealed) -> &'static str {
    match kind {
        Sealed::GateAnswer => "gate_answer_missing",
        Sealed::SignOff => "sign_off_missing",
        Sealed::Void => "void_missing",
    }
}
