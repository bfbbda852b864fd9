//! The log of attempts as teams keep it: read in any dialect, written in one.
//!
//! A [`LogFile`] is the text with its columns; a [`ColumnMapping`] says which column is which field of the record; a
//! [`RecordReader`] turns rows into records, or says what is wrong with them; [`export`] writes records back out.

pub mod export;
mod file;
mod format;
pub(crate) mod formula;
mod mapping;
mod reader;
mod text;
mod values;
mod words;

pub use file::{LogFile, LogFileError, RawRow};
pub use format::LogFormat;
pub(crate) use formula::neutralise;
pub use mapping::{ColumnMapping, MappingError};
pub use reader::{ReadRow, RecordReader, WordReading};

use std::fmt;

/// Something in a row that is not what it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowProblem {
    /// Line in the file, counted from 1.
    pub line: u32,
    /// The field of the log record, or `row` for the row as a whole.
    pub field: String,
    /// What stood there.
    pub value: String,
    /// What was expected.
    pub expected: String,
}

impl fmt::Display for RowProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "line {}, {}: `{}` is not {}",
            self.line, self.field, self.value, self.expected
        )
    }
}

/// Long values are cut for the report; the line says where the whole one stands.
fn shortened(value: &str) -> String {
    const LONGEST: usize = 120;
    let value = value.trim();
    if value.chars().count() <= LONGEST {
        return value.to_owned();
    }
    value.chars().take(LONGEST).chain(['\u{2026}']).collect()
}
