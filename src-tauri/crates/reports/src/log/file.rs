//! A log file: its text, its columns, and its rows one after another.

mod delimited;
mod json;
mod lines;

use super::RowProblem;
use super::format::LogFormat;
use super::text::{Decoded, decode};
use delimited::{DelimitedRows, header};
use json::{JsonList, jsonl, not_an_object};
use serde_json::{Map, Value};
use std::collections::BTreeSet;
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
