//! Records to a log: JSONL, or CSV that is safe to open in a spreadsheet.

use crate::log::formula::neutralise;
use circletake_domain::record::{LogField, LogRecord};
use rust_decimal::Decimal;
use serde_json::{Map, Number, Value};
use std::collections::BTreeSet;
use std::io::{self, Write};

/// Writes one JSON object a line, with every field of the record and what came beside it.
#[derive(Debug)]
pub struct JsonlWriter<W> {
    out: W,
}

impl<W: Write> JsonlWriter<W> {
    /// Writes to `out`.
    pub fn new(out: W) -> Self {
        Self { out }
    }
    /// Writes one record.
    pub fn write(&mut self, record: &LogRecord) -> io::Result<()> {
        let mut separator = b"{".as_slice();
        let own = LogField::ALL
            .iter()
            .map(|field| (field.as_str(), value(record, *field)));
        // Written key by key: the record's fields come first and in their order, not in the alphabet's.
        for (name, value) in own.chain(record.beside()) {
            self.out.write_all(separator)?;
            serde_json::to_writer(&mut self.out, name)?;
            self.out.write_all(b":")?;
            serde_json::to_writer(&mut self.out, &value)?;
            separator = b",";
        }
        self.out.write_all(b"}\n")
    }
    /// Writes what is still in memory and gives the output back.
    pub fn finish(mut self) -> io::Result<W> {
        self.out.flush()?;
        Ok(self.out)
    }
}

/// Writes a header and a row a record; no cell of it runs as a formula.
#[derive(Debug)]
pub struct CsvWriter<W: Write> {
    out: csv::Writer<W>,
    extra_columns: Vec<String>,
}

impl<W: Write> CsvWriter<W> {
    /// Writes the header to `out`: the fields of the record, then every column that came beside it in any record.
    pub fn new(out: W, extra_columns: &BTreeSet<String>) -> io::Result<Self> {
        let extra_columns: Vec<String> = extra_columns
            .iter()
            .filter(|name| LogField::from_name(name).is_none())
            .cloned()
            .collect();
        let mut out = csv::Writer::from_writer(out);
        let header = LogField::ALL
            .iter()
            .map(|field| field.as_str())
            .chain(extra_columns.iter().map(String::as_str));
        out.write_record(header.map(|name| neutralise(name).into_owned()))?;
        Ok(Self { out, extra_columns })
    }
    /// Writes one record.
    pub fn write(&mut self, record: &LogRecord) -> io::Result<()> {
        let own = LogField::ALL.iter().map(|field| cell(&value(record, *field)));
        let beside = record.beside();
        let extra = self
            .extra_columns
            .iter()
            .map(|name| beside.get(name.as_str()).map(cell).unwrap_or_default());
        self.out
            .write_record(own.chain(extra).map(|text| neutralise(&text).into_owned()))?;
        Ok(())
    }
    /// Writes what is still in memory and gives the output back.
    pub fn finish(self) -> io::Result<W> {
        self.out.into_inner().map_err(csv::IntoInnerError::into_error)
    }
}

fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(Map { .. }) => value.to_string(),
    }
}

fn value(record: &LogRecord, field: LogField) -> Value {
    match field {
        LogField::Id => record.id.as_str().into(),
        LogField::BriefId => record.brief_id.as_str().into(),
        LogField::PromptId => text(record.prompt_id.as_ref().map(ToString::to_string)),
        LogField::PromptVersion => record.prompt_version.as_deref().map_or(Value::Null, version),
        LogField::Model => text(record.model.as_ref().map(ToString::to_string)),
        LogField::DurationSeconds => number(record.duration_seconds),
        LogField::CreditsUsed => number(record.credits_used),
        LogField::GenerationCostUsd => number(record.generation_cost.map(circletake_domain::money::Amount::decimal)),
        LogField::AssetUrl => text(record.asset_url.clone()),
        LogField::Status => record.status.as_str().into(),
        LogField::RejectionReason => text(record.rejection_reason.as_ref().map(ToString::to_string)),
        LogField::ReviewMinutes => number(record.review_minutes),
        LogField::EditingMinutes => number(record.editing_minutes),
        LogField::Published => record.published().into(),
        LogField::CreatedAt => text(record.created_at.as_ref().map(ToString::to_string)),
        LogField::ErrorMessage => text(record.error_message.clone()),
    }
}

fn text(text: Option<String>) -> Value {
    text.map_or(Value::Null, Value::String)
}

/// A JSON number where its text is exactly the decimal's, else the decimal as a string: never a digit lost to a float.
fn number(decimal: Option<Decimal>) -> Value {
    let Some(decimal) = decimal else {
        return Value::Null;
    };
    let exact = decimal.normalize().to_string();
    match exact.parse::<Number>() {
        Ok(number) if number.to_string() == exact => Value::Number(number),
        _ => Value::String(exact),
    }
}

/// Versions are counted in most logs; what is not a plain count stays the text it was.
fn version(version: &str) -> Value {
    match version.parse::<u32>() {
        Ok(count) if count.to_string() == version => count.into(),
        _ => version.into(),
    }
}
