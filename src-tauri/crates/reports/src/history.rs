//! The history as a table: one row a move, as JSONL, or as CSV that is safe to open in a spreadsheet.

use crate::log::formula::neutralise;
use circletake_domain::id::{BriefId, ContentHash, GenerationId, PersonId};
use circletake_domain::reason::RejectionReason;
use circletake_domain::status::Status;
use circletake_domain::timestamp::Timestamp;
use serde::Serialize;
use std::io::{self, Write};

/// One move. The order of the fields is the order of the columns.
#[derive(Debug, Clone, Serialize)]
pub struct HistoryRecord<'a> {
    /// When.
    pub at: Timestamp,
    /// What happened, in a line.
    pub line: &'a str,
    /// `person`, `app` or `import`.
    pub actor: &'a str,
    /// Who.
    pub person_id: Option<&'a PersonId>,
    /// Their name then.
    pub person_name: Option<&'a str>,
    /// Which generation.
    pub generation_id: &'a GenerationId,
    /// Of which brief.
    pub brief_id: &'a BriefId,
    /// From where.
    pub from: Option<Status>,
    /// To where.
    pub to: Status,
    /// Why, primary reason first.
    pub reasons: &'a [RejectionReason],
    /// In their words.
    pub note: Option<&'a str>,
    /// Whether it takes back an earlier move.
    pub undoes: bool,
    /// BLAKE3 of the bytes that were judged.
    pub content_hash: Option<&'a ContentHash>,
    /// Its link in the chain.
    pub hash: &'a str,
    /// The computer that wrote it.
    pub host: &'a str,
    /// What the clock said at the move before, where that is later.
    pub clock_was_at: Option<Timestamp>,
}

const COLUMNS: [&str; 16] = [
    "at",
    "line",
    "actor",
    "person_id",
    "person_name",
    "generation_id",
    "brief_id",
    "from",
    "to",
    "reasons",
    "note",
    "undoes",
    "content_hash",
    "hash",
    "host",
    "clock_was_at",
];

impl HistoryRecord<'_> {
    fn cells(&self) -> [String; COLUMNS.len()] {
        let text = |value: Option<&str>| value.unwrap_or_default().to_owned();
        let reasons: Vec<&str> = self.reasons.iter().map(|reason| reason.as_str()).collect();
        [
            self.at.to_string(),
            self.line.to_owned(),
            self.actor.to_owned(),
            text(self.person_id.map(PersonId::as_str)),
            text(self.person_name),
            self.generation_id.to_string(),
            self.brief_id.to_string(),
            text(self.from.map(Status::as_str)),
            self.to.as_str().to_owned(),
            reasons.join(","),
            text(self.note),
            self.undoes.to_string(),
            text(self.content_hash.map(ContentHash::as_str)),
            self.hash.to_owned(),
            self.host.to_owned(),
            self.clock_was_at.map(|at| at.to_string()).unwrap_or_default(),
        ]
    }
}

/// Writes moves one after the other.
pub struct HistoryWriter<W: Write>(Form<W>);

enum Form<W: Write> {
    Jsonl(W),
    Csv(Box<csv::Writer<W>>),
}

impl<W: Write> HistoryWriter<W> {
    /// One JSON object a line.
    pub fn jsonl(out: W) -> Self {
        Self(Form::Jsonl(out))
    }
    /// A header and a row a move; no cell of it runs as a formula.
    pub fn csv(out: W) -> io::Result<Self> {
        let mut out = csv::Writer::from_writer(out);
        out.write_record(COLUMNS)?;
        Ok(Self(Form::Csv(Box::new(out))))
    }
    /// Writes one move.
    pub fn write(&mut self, record: &HistoryRecord<'_>) -> io::Result<()> {
        match &mut self.0 {
            Form::Jsonl(out) => {
                serde_json::to_writer(&mut *out, record)?;
                out.write_all(b"\n")
            }
            Form::Csv(out) => {
                let cells = record.cells();
                Ok(out.write_record(cells.iter().map(|cell| neutralise(cell).into_owned()))?)
            }
        }
    }
    /// Writes what is still in memory.
    pub fn finish(self) -> io::Result<()> {
        match self.0 {
            Form::Jsonl(mut out) => out.flush(),
            Form::Csv(mut out) => out.flush(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(csv: bool) -> String {
        let generation_id = GenerationId::new("gen_00042").unwrap();
        let brief_id = BriefId::new("bf_2025_001").unwrap();
        let person_id = PersonId::new("pe_0001").unwrap();
        let at = Timestamp::parse("2026-11-20T08:37:00Z").unwrap();
        let record = HistoryRecord {
            at,
            line: "Ada rejected gen_00042 for accuracy: product detail wrong",
            actor: "person",
            person_id: Some(&person_id),
            person_name: Some("@Ada"),
            generation_id: &generation_id,
            brief_id: &brief_id,
            from: Some(Status::ReviewPending),
            to: Status::RejectedAccuracy,
            reasons: &[RejectionReason::ProductDetailWrong, RejectionReason::TooGeneric],
            note: Some("=HYPERLINK(\"http://a\")"),
            undoes: false,
            content_hash: None,
            hash: "ab12",
            host: "desk",
            clock_was_at: None,
        };
        let mut out = Vec::new();
        let mut writer = if csv {
            HistoryWriter::csv(&mut out).unwrap()
        } else {
            HistoryWriter::jsonl(&mut out)
        };
        writer.write(&record).unwrap();
        writer.finish().unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn a_spreadsheet_opens_it_and_runs_nothing() {
        assert_eq!(
            written(true),
            "at,line,actor,person_id,person_name,generation_id,brief_id,from,to,reasons,note,undoes,content_hash,hash,host,clock_was_at\n\
             2026-11-20T08:37:00.000000Z,Ada rejected gen_00042 for accuracy: product detail wrong,person,pe_0001,'@Ada,gen_00042,\
             bf_2025_001,review_pending,rejected_accuracy,\"product_detail_wrong,too_generic\",\"'=HYPERLINK(\"\"http://a\"\")\",false,,ab12,desk,\n"
        );
    }

    #[test]
    fn a_script_reads_the_same_names() {
        let line: serde_json::Value = serde_json::from_str(&written(false)).unwrap();
        let names: Vec<&str> = line.as_object().unwrap().keys().map(String::as_str).collect();
        let mut columns = COLUMNS.to_vec();
        let mut names_sorted = names.clone();
        columns.sort_unstable();
        names_sorted.sort_unstable();
        assert_eq!(names_sorted, columns);
        assert_eq!(line["note"], "=HYPERLINK(\"http://a\")");
        assert_eq!(line["reasons"][1], "too_generic");
    }
}
