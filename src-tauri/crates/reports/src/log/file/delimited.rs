//! The rows of a file in which a character stands between the cells.

use super::lines::LineCounter;
use super::{LogFile, RawRow};
use crate::log::formula::restore;
use crate::log::{RowProblem, shortened};
use serde_json::Value;
use std::collections::BTreeMap;

/// Column names, each once: a nameless one is called by its place, a second `Note` is `Note (2)`.
pub(super) fn header(text: &str, delimiter: u8) -> Vec<String> {
    let mut reader = cells(text, delimiter);
    let mut record = csv::StringRecord::new();
    if !reader.read_record(&mut record).unwrap_or(false) {
        return Vec::new();
    }
    let mut times: BTreeMap<String, u32> = BTreeMap::new();
    let mut columns = Vec::with_capacity(record.len());
    for (place, name) in record.iter().enumerate() {
        let name = match restore(name).trim() {
            "" => format!("column {}", place + 1),
            name => name.to_owned(),
        };
        let time = times.entry(name.clone()).or_default();
        *time += 1;
        columns.push(if *time == 1 { name } else { format!("{name} ({time})") });
    }
    columns
}

fn cells(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .has_headers(false)
        .from_reader(text.as_bytes())
}

/// The rows below the header, one after another.
pub(super) struct DelimitedRows<'a> {
    file: &'a LogFile,
    reader: csv::Reader<&'a [u8]>,
    lines: LineCounter<'a>,
    record: csv::StringRecord,
    done: bool,
}

impl<'a> DelimitedRows<'a> {
    pub(super) fn new(file: &'a LogFile, delimiter: u8) -> Self {
        let mut reader = cells(&file.text[file.start..], delimiter);
        let mut record = csv::StringRecord::new();
        let done = !reader.read_record(&mut record).unwrap_or(false);
        Self {
            file,
            reader,
            lines: LineCounter::new(&file.text),
            record,
            done,
        }
    }
    fn place(&self) -> usize {
        let read = usize::try_from(self.reader.position().byte()).unwrap_or(usize::MAX);
        (self.file.start + read).min(self.file.text.len())
    }
    fn row(&self, line: u32, raw: &str) -> Result<RawRow, RowProblem> {
        let width = self.file.columns.len();
        let problem = |value: &str, expected: String| {
            Err(RowProblem {
                line,
                field: "row".to_owned(),
                value: shortened(value),
                expected,
            })
        };
        if self.done && raw.matches('"').count() % 2 == 1 {
            return problem(
                raw,
                "a row whose quotes are closed; everything behind this one was read as part of it".to_owned(),
            );
        }
        if let Some(surplus) = self.record.iter().skip(width).find(|cell| !cell.trim().is_empty()) {
            return problem(
                surplus,
                format!("a row of {width} cells as in the header, but of {}", self.record.len()),
            );
        }
        let mut cells: Vec<Value> = self
            .record
            .iter()
            .take(width)
            .map(|cell| Value::String(restore(cell).to_owned()))
            .collect();
        cells.resize(width, Value::Null);
        Ok(RawRow { line, cells })
    }
}

impl Iterator for DelimitedRows<'_> {
    type Item = Result<RawRow, RowProblem>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.done {
            let from = self.place();
            let line = self.lines.line_at(from);
            // The text is valid UTF-8 and rows may be of any width, so the reader has nothing left to refuse.
            if !self.reader.read_record(&mut self.record).unwrap_or(false) {
                self.done = true;
                return None;
            }
            let to = self.place();
            self.done = self.file.text[to..].trim().is_empty();
            if self.record.iter().any(|cell| !cell.trim().is_empty()) {
                return Some(self.row(line, &self.file.text[from..to]));
            }
        }
        None
    }
}
