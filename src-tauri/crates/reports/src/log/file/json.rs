//! The objects of a file of JSON: one a line, or one list.

use super::LogFileError;
use super::lines::LineCounter;
use crate::log::{RowProblem, shortened};
use serde_json::{Map, Value};

/// One object a line; blank lines are passed over.
pub(super) fn jsonl(text: &str) -> impl Iterator<Item = (u32, Result<Map<String, Value>, RowProblem>)> {
    text.lines()
        .zip(1_u32..)
        .filter(|(line, _)| !line.trim().is_empty())
        .map(|(text, line)| (line, serde_json::from_str(text).map_err(|_| not_an_object(line, text))))
}

pub(super) fn not_an_object(line: u32, value: &str) -> RowProblem {
    RowProblem {
        line,
        field: "row".to_owned(),
        value: shortened(value),
        expected: "a JSON object such as {\"id\": \"gen_00042\", ...} on a line of its own".to_owned(),
    }
}

/// The values of one JSON list, read one at a time, with the line on which each begins.
pub(super) struct JsonList<'a> {
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
    pub(super) fn new(text: &'a str) -> Self {
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
