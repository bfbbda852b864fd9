//! A log file: its text, its columns, and its rows one after another.

use super::RowProblem;
use super::format::LogFormat;
use super::formula::restore;
use super::text::{Decoded, decode};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};
use thiserror::Error;

/// Why a file is not a log at all.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum LogFileError {
    /// No bytes, or only blanks.
    #[error("the file is empty")]
    Empty,
    /// In no encoding that text is kept in.
    #[error("the file is not text in UTF-8 or UTF-16")]
    NotText,
    /// A header and nothing below it, or a list of nothing.
    #[error("the file has no rows")]
    NoRows,
    /// Bytes that no row can be told from.
    #[error("line {line}: the JSON list is broken: {detail}")]
    BrokenList {
        /// Where it breaks.
        line: u32,
        /// What the reader said.
        detail: String,
    },
}

/// A log file that has been looked through once.
#[derive(Debug, Clone)]
pub struct LogFile {
    text: String,
    start: usize,
    format: LogFormat,
    encoding: &'static str,
    columns: Vec<String>,
    rows: u32,
}

/// One row as the file has it: a value for each of the file's columns.
#[derive(Debug, Clone, PartialEq)]
pub struct RawRow {
    /// Line on which it begins, counted from 1.
    pub line: u32,
    /// The cells in the order of the columns; null where the row has none.
    pub cells: Vec<Value>,
}

impl LogFile {
    /// Looks through a whole file: what it is, its columns, how many rows it has.
    pub fn read(bytes: &[u8]) -> Result<Self, LogFileError> {
        let Decoded { text, encoding } = decode(bytes).ok_or(LogFileError::NotText)?;
        if text.contains('\0') {
            return Err(LogFileError::NotText);
        }
        if text.trim().is_empty() {
            return Err(LogFileError::Empty);
        }
        let (format, start) = LogFormat::sniff(&text);
        let mut file = Self {
            text,
            start,
            format,
            encoding,
            columns: Vec::new(),
            rows: 0,
        };
        file.columns = match format {
            LogFormat::Delimited { delimiter } => header(&file.text[start..], delimiter),
            LogFormat::Jsonl | LogFormat::JsonArray => file.keys()?,
        };
        file.rows = u32::try_from(file.rows().count()).unwrap_or(u32::MAX);
        if file.rows == 0 {
            return Err(LogFileError::NoRows);
        }
        Ok(file)
    }
    /// What kind of file it is.
    pub fn format(&self) -> LogFormat {
        self.format
    }
    /// How its text was encoded.
    pub fn encoding(&self) -> &'static str {
        self.encoding
    }
    /// The columns as the file names them, each once.
    pub fn columns(&self) -> &[String] {
        &self.columns
    }
    /// How many rows it has, bad ones included.
    pub fn row_count(&self) -> u32 {
        self.rows
    }
    /// Its rows, read as they are asked for; a row that cannot be told apart is a problem.
    pub fn rows(&self) -> Box<dyn Iterator<Item = Result<RawRow, RowProblem>> + Send + '_> {
        match self.format {
            LogFormat::Delimited { delimiter } => Box::new(DelimitedRows::new(self, delimiter)),
            LogFormat::Jsonl => {
                Box::new(jsonl(&self.text).map(|(line, object)| object.map(|object| self.raw(line, object))))
            }
            LogFormat::JsonArray => Box::new(
                JsonList::new(&self.text)
                    // What breaks the list was found when the file was read.
                    .filter_map(Result::ok)
                    .map(|(line, value)| match value {
                        Value::Object(object) => Ok(self.raw(line, object)),
                        other => Err(not_an_object(line, &other.to_string())),
                    }),
            ),
        }
    }
    fn raw(&self, line: u32, mut object: Map<String, Value>) -> RawRow {
        let cells = self
            .columns
            .iter()
            .map(|column| object.remove(column).unwrap_or_default())
            .collect();
        RawRow { line, cells }
    }
    /// Every key of every object, in the order in which they first occur.
    fn keys(&self) -> Result<Vec<String>, LogFileError> {
        let mut seen = BTreeSet::new();
        let mut columns = Vec::new();
        let mut collect = |object: Map<String, Value>| {
            for (key, _) in object {
                if seen.insert(key.clone()) {
                    columns.push(key);
                }
            }
        };
        if self.format == LogFormat::Jsonl {
            jsonl(&self.text)
                .filter_map(|(_, object)| object.ok())
                .for_each(&mut collect);
        } else {
            for row in JsonList::new(&self.text) {
                if let (_, Value::Object(object)) = row? {
                    collect(object);
                }
            }
        }
        Ok(columns)
    }
}

/// Column names, each once: a nameless one is called by its place, a second `Note` is `Note (2)`.
fn header(text: &str, delimiter: u8) -> Vec<String> {
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

/// Counts lines up to a place; places only ever grow.
struct LineCounter<'a> {
    text: &'a [u8],
    counted: usize,
    line: u32,
}

impl<'a> LineCounter<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            text: text.as_bytes(),
            counted: 0,
            line: 1,
        }
    }
    /// The line on which the first thing at or behind this place stands.
    fn line_at(&mut self, place: usize) -> u32 {
        let blank = |byte: &u8| matches!(byte, b'\n' | b'\r');
        let ahead = self.text[place..].iter().take_while(|byte| blank(byte)).count();
        let place = place + ahead;
        let between = &self.text[self.counted..place];
        let ends = between.iter().enumerate().filter(|(at, byte)| match byte {
            b'\n' => true,
            // A lone carriage return ends a line as well; with a line feed behind it the pair is one end.
            b'\r' => between.get(at + 1).or(self.text.get(place)) != Some(&b'\n'),
            _ => false,
        });
        self.line += u32::try_from(ends.count()).unwrap_or(u32::MAX);
        self.counted = place;
        self.line
    }
}

struct DelimitedRows<'a> {
    file: &'a LogFile,
    reader: csv::Reader<&'a [u8]>,
    lines: LineCounter<'a>,
    record: csv::StringRecord,
    done: bool,
}

impl<'a> DelimitedRows<'a> {
    fn new(file: &'a LogFile, delimiter: u8) -> Self {
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

fn jsonl(text: &str) -> impl Iterator<Item = (u32, Result<Map<String, Value>, RowProblem>)> {
    text.lines()
        .zip(1_u32..)
        .filter(|(line, _)| !line.trim().is_empty())
        .map(|(text, line)| (line, serde_json::from_str(text).map_err(|_| not_an_object(line, text))))
}

fn not_an_object(line: u32, value: &str) -> RowProblem {
    RowProblem {
        line,
        field: "row".to_owned(),
        value: shortened(value),
        expected: "a JSON object such as {\"id\": \"gen_00042\", ...} on a line of its own".to_owned(),
    }
}

/// Long values are cut for the report; the line says where the whole one stands.
pub(super) fn shortened(value: &str) -> String {
    const LONGEST: usize = 120;
    let value = value.trim();
    if value.chars().count() <= LONGEST {
        return value.to_owned();
    }
    value.chars().take(LONGEST).chain(['\u{2026}']).collect()
}

/// The values of one JSON list, read one at a time, with the line on which each begins.
struct JsonList<'a> {
    text: &'a str,
    place: usize,
    lines: LineCounter<'a>,
    state: ListState,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum ListState {
    First,
    Further,
    Over,
}

impl<'a> JsonList<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            text,
            place: text.find('[').map_or(text.len(), |open| open + 1),
            lines: LineCounter::new(text),
            state: ListState::First,
        }
    }
    fn skip_blanks(&mut self) {
        let rest = &self.text[self.place..];
        self.place += rest.len() - rest.trim_start().len();
    }
    fn broken(&mut self, detail: impl Into<String>) -> LogFileError {
        self.state = ListState::Over;
        LogFileError::BrokenList {
            line: self.lines.line_at(self.place.min(self.text.len())),
            detail: detail.into(),
        }
    }
    fn value(&mut self) -> Result<(u32, Value), LogFileError> {
        let line = self.lines.line_at(self.place);
        let mut values = serde_json::Deserializer::from_str(&self.text[self.place..]).into_iter::<Value>();
        match values.next() {
            Some(Ok(value)) => {
                self.place += values.byte_offset();
                Ok((line, value))
            }
            Some(Err(error)) => Err(self.broken(error.to_string())),
            None => Err(self.broken("it is never closed by `]`")),
        }
    }
}

impl Iterator for JsonList<'_> {
    type Item = Result<(u32, Value), LogFileError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.state == ListState::Over {
            return None;
        }
        self.skip_blanks();
        let sign = self.text[self.place..].chars().next();
        if sign == Some(']') {
            self.state = ListState::Over;
            return None;
        }
        if self.state == ListState::Further {
            if sign != Some(',') {
                return Some(Err(self.broken("a `,` or `]` is missing")));
            }
            self.place += 1;
            self.skip_blanks();
        }
        self.state = ListState::Further;
        Some(self.value())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines_and_first_cells(text: &str) -> Vec<(u32, String)> {
        let file = LogFile::read(text.as_bytes()).unwrap();
        file.rows()
            .map(|row| {
                let row = row.unwrap();
                (row.line, row.cells[0].as_str().unwrap_or_default().to_owned())
            })
            .collect()
    }

    #[test]
    fn rows_know_the_line_on_which_they_begin_across_quoted_newlines_and_blank_lines() {
        let text = "id,note\r\na,\"one\r\ntwo\"\r\n\r\n\r\nb,x\r\n,\r\nc,y";
        assert_eq!(
            lines_and_first_cells(text),
            [(2, "a".into()), (6, "b".into()), (8, "c".into())]
        );
        let old_mac = "id,note\ra,x\rb,y\r";
        assert_eq!(lines_and_first_cells(old_mac), [(2, "a".into()), (3, "b".into())]);
        let list = "[\n {\"id\": \"a\"},\n\n {\"id\":\n \"b\"}]";
        assert_eq!(lines_and_first_cells(list), [(2, "a".into()), (4, "b".into())]);
        let lines = "{\"id\":\"a\"}\n\n{\"id\":\"b\"}\n";
        assert_eq!(lines_and_first_cells(lines), [(1, "a".into()), (3, "b".into())]);
    }

    #[test]
    fn a_broken_row_is_told_and_the_others_are_read() {
        let file = LogFile::read(b"{\"id\":\"a\"}\n{oops\n{\"id\":\"c\"}\n").unwrap();
        let rows: Vec<_> = file.rows().collect();
        assert_eq!(rows.len(), 3);
        assert_eq!(rows[1].as_ref().unwrap_err().line, 2);
        let wide = LogFile::read(b"id,x\na,1,2\nb,1\nc\n").unwrap();
        let rows: Vec<_> = wide.rows().collect();
        assert_eq!(rows[0].as_ref().unwrap_err().value, "2");
        assert_eq!(rows[2].as_ref().unwrap().cells, [Value::from("c"), Value::Null]);
    }

    #[test]
    fn a_quote_that_is_never_closed_is_told_with_the_line_on_which_it_opens() {
        let file = LogFile::read(b"id,note\na,x\nb,\"open\nc,y\nd,z\n").unwrap();
        let last = file.rows().last().unwrap().unwrap_err();
        assert_eq!((last.line, last.field.as_str()), (3, "row"));
    }

    #[test]
    fn what_is_no_log_is_refused_with_the_reason() {
        let refused = |bytes: &[u8]| LogFile::read(bytes).unwrap_err();
        assert_eq!(refused(b" \n"), LogFileError::Empty);
        assert_eq!(refused(b"\xEF\xBB\xBF"), LogFileError::Empty);
        assert_eq!(refused(b"id,brief\n"), LogFileError::NoRows);
        assert_eq!(refused(b"[]"), LogFileError::NoRows);
        assert_eq!(refused(b"ab\0c\n\n\n\n"), LogFileError::NotText);
        let broken = refused(b"[{\"id\":1}\n {\"id\":2}]");
        assert_eq!(
            broken.to_string(),
            "line 2: the JSON list is broken: a `,` or `]` is missing"
        );
        assert!(
            refused(b"[{\"id\":1},\n{\"id\"")
                .to_string()
                .starts_with("line 2: the JSON list is broken")
        );
    }

    #[test]
    fn columns_have_names_of_their_own() {
        let file = LogFile::read(b"id,Note,,Note\na,1,2,3\n").unwrap();
        assert_eq!(file.columns(), ["id", "Note", "column 3", "Note (2)"]);
    }
}
