//! What kind of file a log is, told from its first lines.

use super::mapping;
use std::fmt;

/// The kind of a log file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogFormat {
    /// One JSON object a line.
    Jsonl,
    /// One JSON array of objects.
    JsonArray,
    /// Rows of cells behind a header row.
    Delimited {
        /// What stands between cells.
        delimiter: u8,
    },
}

impl fmt::Display for LogFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Jsonl => f.write_str("jsonl"),
            Self::JsonArray => f.write_str("json_array"),
            Self::Delimited { delimiter: b',' } => f.write_str("csv"),
            Self::Delimited { delimiter: b'\t' } => f.write_str("tsv"),
            Self::Delimited { delimiter } => write!(f, "csv with `{}`", char::from(*delimiter).escape_default()),
        }
    }
}

/// How many records are looked at to find the delimiter.
const SAMPLE_RECORDS: usize = 30;

impl LogFormat {
    /// Tells the kind, and where the rows begin: behind Excel's `sep=;` line where there is one.
    pub(super) fn sniff(text: &str) -> (Self, usize) {
        match text.trim_start().chars().next() {
            Some('{') => return (Self::Jsonl, 0),
            Some('[') => return (Self::JsonArray, 0),
            _ => {}
        }
        if let Some((delimiter, start)) = stated_delimiter(text) {
            return (Self::Delimited { delimiter }, start);
        }
        (
            Self::Delimited {
                delimiter: likely_delimiter(text),
            },
            0,
        )
    }
}

fn stated_delimiter(text: &str) -> Option<(u8, usize)> {
    let line = text.split_inclusive('\n').next()?;
    let stated = line.trim_end_matches(['\r', '\n']).strip_prefix("sep=")?;
    match stated.as_bytes() {
        [delimiter] => Some((*delimiter, line.len())),
        _ => None,
    }
}

/// The character that splits the header into the most known columns; among equals, the one that splits all rows alike.
fn likely_delimiter(text: &str) -> u8 {
    let header = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let usual = [b',', b'\t', b';', b'|'];
    let unusual = header.bytes().filter(|byte| {
        byte.is_ascii() && !byte.is_ascii_alphanumeric() && !usual.contains(byte) && !b"\"_'()".contains(byte)
    });
    let mut best = (b',', (0, 0, 0));
    for delimiter in usual.into_iter().chain(unusual) {
        let score = score(text, delimiter);
        if score > best.1 {
            best = (delimiter, score);
        }
    }
    best.0
}

/// Known columns, then rows as wide as the header, then the header's width (1 counts as none).
fn score(text: &str, delimiter: u8) -> (usize, usize, usize) {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .has_headers(false)
        .from_reader(text.as_bytes());
    let mut records = reader.records().take(SAMPLE_RECORDS).filter_map(Result::ok);
    let Some(header) = records.next().filter(|header| header.len() > 1) else {
        return (0, 0, 0);
    };
    let columns: Vec<String> = header.iter().map(str::to_owned).collect();
    let alike = records.filter(|record| record.len() == header.len()).count();
    (mapping::ColumnMapping::recognise(&columns).len(), alike, header.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("id,brief_id,status\na,b,done\n", b',')]
    #[case("id;brief_id;cost\na;b;1,50\nb;b;2,50\n", b';')]
    #[case("id\tbrief, or campaign\tstatus\na\tb\tdone\n", b'\t')]
    #[case("id|brief|status\na|b|done\n", b'|')]
    #[case("id~brief~status\na~b~done\n", b'~')]
    #[case("sep=^\nid^brief\n", b'^')]
    #[case("id\n", b',')]
    fn the_delimiter_is_the_one_that_makes_sense_of_the_header(#[case] text: &str, #[case] delimiter: u8) {
        assert_eq!(LogFormat::sniff(text).0, LogFormat::Delimited { delimiter });
    }

    #[test]
    fn json_shows_itself_by_its_first_sign() {
        assert_eq!(LogFormat::sniff("\n {\"id\":1}").0, LogFormat::Jsonl);
        assert_eq!(LogFormat::sniff(" [{\"id\":1}]").0, LogFormat::JsonArray);
    }
}
