//! A table as CSV whose cells no spreadsheet runs: the values of a chart, for whoever wants to compute on.

use crate::log::neutralise;
use std::io::{self, Write};

/// Headings and rows; every row has a cell a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What each column is.
    pub head: Vec<&'static str>,
    /// The rows; an empty cell is a value that is not known.
    pub rows: Vec<Vec<String>>,
}

/// Writes a header and the rows; no cell runs as a formula.
pub fn write_csv(out: impl Write, table: &Table) -> io::Result<()> {
    let mut out = csv::Writer::from_writer(out);
    out.write_record(&table.head)?;
    for row in &table.rows {
        out.write_record(row.iter().map(|cell| neutralise(cell).into_owned()))?;
    }
    out.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_that_would_run_is_text_and_an_unknown_one_is_empty() {
        let table = Table {
            head: vec!["model", "usable_rate"],
            rows: vec![
                vec!["=HYPERLINK(\"http://a\")".to_owned(), "0.16".to_owned()],
                vec!["a, b".to_owned(), String::new()],
                vec!["-5".to_owned(), "-5".to_owned()],
            ],
        };
        let mut out = Vec::new();
        write_csv(&mut out, &table).unwrap();
        let text = String::from_utf8(out).unwrap();
        assert_eq!(
            text,
            "model,usable_rate\n\"'=HYPERLINK(\"\"http://a\"\")\",0.16\n\"a, b\",\n-5,-5\n"
        );
    }
}
