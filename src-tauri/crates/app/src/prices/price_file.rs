//! Price lists as files: CSV, TSV, JSON, JSON lines, or a catalogue as the app ships it. All rows come in, or none.

use crate::error::AppError;
use crate::open_library::OpenLibrary;
use crate::view::change::Change;
use crate::view::import::BadRow;
use crate::view::prices::PriceImport;
use camino::{Utf8Path, Utf8PathBuf};
use circletake_domain::money::Currency;
use circletake_domain::prices::{Catalogue, ListedEntry, Origin, PRICE_COLUMNS, PriceEntry, RowDefaults};
use circletake_reports::log::{LogFile, LogFileError};
use circletake_store::NewPriceEntry;
use serde_json::{Map, Value};
use thiserror::Error;

/// The largest list that is read, in bytes: some hundred thousand rows.
const LARGEST: u64 = 64 << 20;
/// New entries a preview names.
const MOST_NAMED: usize = 100;
/// Columns of the shipped catalogue that a flat list has not.
const CATALOGUE_FIELDS: [&str; 9] = [
    "billing",
    "images",
    "video",
    "input_per_million_tokens",
    "multipliers",
    "converted_from",
    "resolutions",
    "lengths",
    "minimum",
];

/// How a price list is brought in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PriceImportOptions {
    /// Import the good rows though others are bad.
    pub skip_bad: bool,
    /// Only say what would come of it.
    pub dry_run: bool,
}

/// Why a file is no price list.
#[derive(Debug, Error)]
pub enum PriceFileError {
    /// It could not be read.
    #[error("the price list could not be read: {0}")]
    Disk(#[from] std::io::Error),
    /// More than is read.
    #[error("`{0}` is larger than a price list can be")]
    TooLarge(Utf8PathBuf),
    /// Not rows.
    #[error("`{path}` is not a price list: {source}")]
    NotAList {
        /// The file.
        path: Utf8PathBuf,
        /// Why.
        source: LogFileError,
    },
}

impl PriceFileError {
    /// A stable word that code may branch on.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Disk(error) if error.kind() == std::io::ErrorKind::NotFound => "not_found",
            Self::Disk(_) => "disk_error",
            Self::TooLarge(_) => "too_large",
            Self::NotAList { .. } => "not_a_price_list",
        }
    }
    /// What to do next.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Disk(_) => "Check that the file is there and may be read.",
            Self::TooLarge(_) => "Split it into files of less than 64 MiB.",
            Self::NotAList { .. } => "Choose a CSV, TSV or JSON file with a row for each price.",
        }
    }
}

/// A price list that was read: its entries, and the rows that are none.
pub(super) struct PriceFile {
    pub(super) entries: Vec<PriceEntry>,
    pub(super) bad: Vec<BadRow>,
    pub(super) rows: u32,
    pub(super) ignored_columns: Vec<String>,
}

/// Reads a price list without a library: what it holds as a catalogue of its own, and its bad rows.
pub async fn checked_price_file(path: &Utf8Path) -> Result<(Catalogue, Vec<BadRow>), AppError> {
    // Only a list that names no money leans on this.
    let dollars = Currency::new("USD").map_err(|error| AppError::Invalid {
        field: "currency",
        problem: error.to_string(),
    })?;
    let file = PriceFile::read(path, dollars).await?;
    let entries = file.entries.into_iter().map(|entry| ListedEntry {
        uid: entry.shipped_uid(),
        origin: Origin::Shipped,
        replaces: None,
        added_at: None,
        entry,
    });
    let catalogue = Catalogue {
        as_of: None,
        entries: entries.collect(),
    };
    Ok((catalogue, file.bad))
}

impl OpenLibrary {
    /// Brings a price list in. Unless bad rows are skipped, one of them keeps all out.
    pub async fn import_prices(&self, path: &Utf8Path, options: PriceImportOptions) -> Result<PriceImport, AppError> {
        let file = PriceFile::read(path, self.store().info().currency.clone()).await?;
        let catalogue = self.catalogue().await?;
        let mut new: Vec<NewPriceEntry> = Vec::new();
        let mut unchanged = 0;
        for entry in file.entries {
            let same: Vec<&ListedEntry> = catalogue
                .entries
                .iter()
                .filter(|listed| listed.entry.covers_the_same(&entry))
                .collect();
            let known = same.iter().any(|listed| listed.entry == entry);
            if known || new.iter().any(|planned| planned.entry == entry) {
                unchanged += 1;
                continue;
            }
            new.push(NewPriceEntry {
                replaces: same
                    .into_iter()
                    .find(|listed| listed.origin == Origin::Shipped)
                    .cloned(),
                entry,
                origin: Origin::Import,
            });
        }
        let kept_out = !file.bad.is_empty() && !options.skip_bad;
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let report = PriceImport {
            selection_key: String::new(),
            file_name: path.file_name().unwrap_or(path.as_str()).to_owned(),
            rows: file.rows,
            added: if kept_out && !options.dry_run {
                0
            } else {
                count(new.len())
            },
            replacing: if kept_out && !options.dry_run {
                0
            } else {
                count(new.iter().filter(|planned| planned.replaces.is_some()).count())
            },
            unchanged,
            bad: file.bad,
            ignored_columns: file.ignored_columns,
            entries: new
                .iter()
                .take(MOST_NAMED)
                .map(|planned| planned.entry.words())
                .collect(),
        };
        if options.dry_run || kept_out || new.is_empty() {
            return Ok(report);
        }
        let now = self.now();
        let mut write = self.store().write().await?;
        for planned in &new {
            write.add_price_entry(planned, now).await?;
        }
        write.commit().await?;
        self.changed(Change::Prices);
        Ok(report)
    }
}

impl PriceFile {
    async fn read(path: &Utf8Path, currency: Currency) -> Result<Self, AppError> {
        let path = path.to_owned();
        let read = tokio::task::spawn_blocking(move || Self::read_now(&path, currency));
        Ok(read.await.map_err(|error| PriceFileError::Disk(error.into()))??)
    }
    fn read_now(path: &Utf8Path, currency: Currency) -> Result<Self, PriceFileError> {
        let found = fs_err::metadata(path)?;
        if found.len() > LARGEST {
            return Err(PriceFileError::TooLarge(path.to_owned()));
        }
        if !found.is_file() {
            return Err(PriceFileError::NotAList {
                path: path.to_owned(),
                source: LogFileError::NotText,
            });
        }
        let bytes = unwrapped(fs_err::read(path)?);
        let file = LogFile::read(&bytes).map_err(|source| PriceFileError::NotAList {
            path: path.to_owned(),
            source,
        })?;
        let names: Vec<String> = file.columns().iter().map(|column| plain_name(column)).collect();
        let known =
            |name: &str| PRICE_COLUMNS.iter().any(|names| names.contains(&name)) || CATALOGUE_FIELDS.contains(&name);
        let ignored_columns = file
            .columns()
            .iter()
            .zip(&names)
            .filter(|(_, name)| !known(name))
            .map(|(column, _)| column.clone())
            .collect();
        let defaults = RowDefaults {
            currency,
            source: path.file_name().unwrap_or("a price list").to_owned(),
        };
        let mut read = Self {
            entries: Vec::new(),
            bad: Vec::new(),
            rows: file.row_count(),
            ignored_columns,
        };
        for row in file.rows() {
            match row {
                Err(problem) => read.bad.push(BadRow {
                    line: problem.line,
                    field: problem.field,
                    value: problem.value,
                    message: format!("expected {}", problem.expected),
                }),
                Ok(row) => {
                    let columns: Map<String, Value> = names
                        .iter()
                        .zip(row.cells)
                        .filter(|(name, _)| known(name))
                        .map(|(name, cell)| (name.clone(), cell))
                        .collect();
                    match PriceEntry::from_row(&columns, &defaults) {
                        Ok(entry) => read.entries.push(entry),
                        Err(problems) => read.bad.extend(problems.into_iter().map(|problem| BadRow {
                            line: row.line,
                            field: problem.field,
                            value: problem.value,
                            message: format!("expected {}", problem.expected),
                        })),
                    }
                }
            }
        }
        Ok(read)
    }
}

/// A catalogue as the app ships it is an object around its list; its rows are counted as lines then.
fn unwrapped(bytes: Vec<u8>) -> Vec<u8> {
    let Ok(Value::Object(mut whole)) = serde_json::from_slice(&bytes) else {
        return bytes;
    };
    match whole.remove("entries") {
        Some(Value::Array(entries)) => {
            let lines: Vec<String> = entries.iter().map(Value::to_string).collect();
            lines.join("\n").into_bytes()
        }
        _ => bytes,
    }
}

/// `Price per second` is `price_per_second`.
fn plain_name(column: &str) -> String {
    column
        .trim()
        .trim_start_matches('\u{feff}')
        .to_lowercase()
        .replace([' ', '-'], "_")
}
