//! The catalogue a library plans with, and what comes into it.

use crate::view::import::BadRow;
use circletake_domain::day::Day;
use circletake_domain::id::RecordUid;
use circletake_domain::money::Currency;
use circletake_domain::prices::{ExchangeRate, FieldProblem, Origin, PriceEntry};
use serde::Serialize;
use ts_rs::TS;

/// The catalogue a library plans with.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PriceCatalogueView {
    /// The day the shipped part was put together.
    pub as_of: Option<Day>,
    /// How many days ago that was.
    pub age_days: Option<u32>,
    /// From how many days on a price counts as old.
    pub stale_after_days: u32,
    /// The library's money.
    pub currency: Currency,
    /// Every entry that counts; those of people first, then by provider and model.
    pub entries: Vec<PriceLine>,
    /// The exchange rates that people entered, the latest first.
    pub rates: Vec<ExchangeRate>,
}

/// An entry of the catalogue.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PriceLine {
    /// Its identity.
    pub uid: RecordUid,
    /// Who put it there.
    pub origin: Origin,
    /// The entry whose place it takes.
    pub replaces: Option<RecordUid>,
    /// What it says.
    pub entry: PriceEntry,
    /// What it is for, in words.
    pub words: String,
    /// What a second costs at the best, exact; null only beyond the range of numbers.
    pub per_second: Option<String>,
    /// How it is billed, in words: `12 credits a second at 0.01`.
    pub billing: String,
    /// How old it is at most, in days; null where nobody wrote it down.
    pub age_days: Option<u32>,
    /// Seen too long ago to be trusted without a look, or nobody knows when.
    pub stale: bool,
    /// Whether it can be planned with today.
    pub plannable: bool,
}

/// What came of adding an entry.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AddedPrice {
    /// The entry, where it could be added.
    pub added: Option<PriceLine>,
    /// What is wrong with its fields; nothing was added then.
    pub problems: Vec<FieldProblem>,
}

/// What an import of a price list did or would do.
#[derive(Debug, Clone, Default, Serialize, TS)]
pub struct PriceImport {
    /// Names the selection in later calls; empty where there is none.
    pub selection_key: String,
    /// The file's name.
    pub file_name: String,
    /// Rows in the file.
    pub rows: u32,
    /// Entries that are new or, not yet imported, would be.
    pub added: u32,
    /// Of those, entries that take the place of a shipped one.
    pub replacing: u32,
    /// Rows that say what the catalogue says already.
    pub unchanged: u32,
    /// Rows that cannot be read, each with line, field and what is expected.
    pub bad: Vec<BadRow>,
    /// Columns that are no field of a price.
    pub ignored_columns: Vec<String>,
    /// What the new entries are for, in words; the first hundred.
    pub entries: Vec<String>,
}
