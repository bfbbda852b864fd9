//! Every row of every table of records against the latest seal that lists it.

use super::seals::Seal;
use super::{RowsAsFound, Tampering};
use crate::error::Result;
use crate::seal::{RecordTable, RowKey, SealedRows};
use crate::watched_work::Watcher;
use circletake_domain::timestamp::Timestamp;
use futures::TryStreamExt;
use sqlx::sqlite::SqliteConnection;
use sqlx::{AssertSqlSafe, Row};
use std::collections::HashMap;

/// How many rows are hashed between two looks at whether to stop.
const LOOK_UP_EVERY: u32 = 10_000;

/// What came of it.
#[derive(Default)]
pub(super) struct HeldRows {
    pub(super) count: u32,
    pub(super) as_found: Option<RowsAsFound>,
    pub(super) tampering: Vec<Tampering>,
}

/// The last that the seals say of a row.
struct LastSeal {
    /// `None` where it was deleted.
    hash: Option<String>,
    found_on: Option<Timestamp>,
}

/// What the seals say, by table and key.
#[derive(Default)]
struct SaidOfRows {
    last: HashMap<String, HashMap<String, LastSeal>>,
    /// Rows that did not fit their seal when Circletake wrote them again, with the seal that says so.
    changed_before: Vec<(String, String, String)>,
}

impl SaidOfRows {
    /// A list that cannot be read says nothing: its seal is told as changed.
    fn read(seals: &[Seal]) -> Self {
        let mut said = Self::default();
        let mut in_order: Vec<&Seal> = seals.iter().collect();
        in_order.sort_by_key(|seal| seal.key);
        for seal in in_order {
            let Some(listed) = seal.rows.as_deref().and_then(SealedRows::read) else {
                continue;
            };
            let found_on = listed.found_on;
            for (table, rows) in listed.rows {
                let last = rows.into_iter().map(|(row, hash)| (row, LastSeal { hash, found_on }));
                said.last.entry(table).or_default().extend(last);
            }
            for (table, rows) in listed.changed_outside {
                let rows = rows.into_iter().map(|row| (table.clone(), row, seal.name()));
                said.changed_before.extend(rows);
            }
        }
        said
    }
}

/// Holds every row against its seal.
pub(super) async fn held_against(
    moment: &mut SqliteConnection,
    seals: &[Seal],
    watcher: Watcher<'_>,
) -> Result<HeldRows> {
    let mut said = SaidOfRows::read(seals);
    let mut held = HeldRows::default();
    for table in RecordTable::all(moment).await? {
        let mut last = said.last.remove(table.name()).unwrap_or_default();
        held.tampering.extend(latest_hashes(moment, &table, &last).await?);
        held.table(moment, &table, &mut last, watcher).await?;
        for (of_table, row, seal) in &said.changed_before {
            if of_table == table.name() {
                let name = name(moment, &table, &table.key_from(row)).await?;
                let message =
                    format!("{name} was changed outside Circletake before Circletake wrote it again ({seal}).");
                held.tampering
                    .push(tampering("row_changed_before", &table, row, message));
            }
        }
    }
    Ok(held)
}

impl HeldRows {
    async fn table(
        &mut self,
        moment: &mut SqliteConnection,
        table: &RecordTable,
        last: &mut HashMap<String, LastSeal>,
        watcher: Watcher<'_>,
    ) -> Result<()> {
        let (row, part) = table.key_of("t");
        let select = format!(
            "SELECT {row} AS row, {part} AS part, {} AS content FROM {} t",
            table.content("t"),
            table.name()
        );
        let mut unfit = Vec::new();
        let mut rows = sqlx::query(AssertSqlSafe(select)).fetch(&mut *moment);
        while let Some(found) = rows.try_next().await? {
            self.count += 1;
            if self.count.is_multiple_of(LOOK_UP_EVERY) {
                watcher.tell(0, 0, "records")?;
            }
            let key = RowKey::read(&found)?;
            let hash = table.hash(&key, found.try_get("content")?).to_hex().to_string();
            match last.remove(&key.to_string()) {
                Some(seal) if seal.hash.as_deref() == Some(hash.as_str()) => self.note_as_found(seal.found_on),
                seal => unfit.push((key, hash, seal.and_then(|seal| seal.hash))),
            }
        }
        drop(rows);
        for (key, hash, sealed) in unfit {
            let name = name(moment, table, &key).await?;
            let key = key.to_string();
            self.tampering.push(match sealed {
                Some(sealed) => tampering(
                    "row_changed",
                    table,
                    &key,
                    format!("{name} was changed outside Circletake."),
                )
                .expected(sealed)
                .found(hash),
                None => tampering(
                    "row_added",
                    table,
                    &key,
                    format!("{name} was put there outside Circletake."),
                )
                .found(hash),
            });
        }
        let mut gone: Vec<_> = last.drain().filter_map(|(key, seal)| Some((key, seal.hash?))).collect();
        gone.sort();
        for (key, sealed) in gone {
            let name = in_words(table, &key, None);
            let message = format!("{name} was deleted outside Circletake.");
            self.tampering
                .push(tampering("row_missing", table, &key, message).expected(sealed));
        }
        Ok(())
    }

    fn note_as_found(&mut self, found_on: Option<Timestamp>) {
        let Some(on) = found_on else { return };
        self.as_found.get_or_insert(RowsAsFound { rows: 0, on }).rows += 1;
    }
}

/// Where the latest hashes that are kept beside the seals are others than those in them.
async fn latest_hashes(
    moment: &mut SqliteConnection,
    table: &RecordTable,
    last: &HashMap<String, LastSeal>,
) -> Result<Vec<Tampering>> {
    let mut kept = sqlx::query("SELECT row, part, lower(hex(hash)) AS hash FROM row_seals WHERE of_table = ?")
        .bind(table.name())
        .fetch(&mut *moment);
    let (mut there, mut other) = (0, Vec::new());
    while let Some(row) = kept.try_next().await? {
        let key = RowKey::read(&row)?.to_string();
        let hash: Option<String> = row.try_get("hash")?;
        let hash = hash.filter(|hash| !hash.is_empty());
        let seal = last.get(&key);
        there += usize::from(seal.is_some());
        if seal.is_none_or(|seal| seal.hash != hash) {
            other.push((key, seal.and_then(|seal| seal.hash.clone()), hash));
        }
    }
    drop(kept);
    let missing = last.len() - there;
    let what = format!("`{}`", table.name());
    let mut wrong: Vec<_> = other
        .into_iter()
        .map(|(key, sealed, kept)| {
            let message = format!("The hash kept for row {key} of {what} is not the one in its seal.");
            let mut wrong = Tampering::new(
                "latest_hash_changed",
                "row_seals",
                format!("{} {key}", table.name()),
                message,
            );
            wrong.expected = sealed;
            wrong.found_if(kept)
        })
        .collect();
    if missing > 0 {
        let message = format!("The hashes kept for {missing} rows of {what} are not there any more.");
        wrong.push(Tampering::new(
            "latest_hash_missing",
            "row_seals",
            table.name(),
            message,
        ));
    }
    Ok(wrong)
}

fn tampering(code: &'static str, table: &RecordTable, row: &str, message: String) -> Tampering {
    Tampering::new(code, table.name(), format!("row {row}"), message)
}

/// A row in people's words, with what they call it where it is there.
async fn name(moment: &mut SqliteConnection, table: &RecordTable, key: &RowKey) -> Result<String> {
    let (called, name, named_by) = (table.records.called, table.name(), table.named_by("t", "k"));
    let select = format!("SELECT {called} FROM (SELECT ? AS row, ? AS part) k JOIN {name} t ON {named_by}");
    let called: Option<Option<String>> = sqlx::query_scalar(AssertSqlSafe(select))
        .bind(&key.row)
        .bind(&key.part)
        .fetch_optional(moment)
        .await?;
    Ok(in_words(table, &key.to_string(), called.flatten().as_deref()))
}

/// For people: the time entry of `gen_00042`, row 17 of `time_entries`.
fn in_words(table: &RecordTable, key: &str, called: Option<&str>) -> String {
    let called = called.map(|called| format!(" {called}")).unwrap_or_default();
    format!("The {}{called} (row {key} of `{}`)", table.records.what, table.name())
}
