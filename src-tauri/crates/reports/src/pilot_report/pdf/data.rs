//! The sections as values that the template reads: strings stay strings, pictures are bytes.

use crate::pilot_report::PilotReport;
use crate::pilot_report::section::{Block, Section};
use serde_json::{Value, json};
use typst::foundations::{Array, Bytes, Dict, IntoValue};

pub(super) fn inputs(report: &PilotReport, sections: &[Section], paper: &str) -> Result<Dict, serde_json::Error> {
    let mut stills = Array::new();
    let told: Vec<Value> = sections
        .iter()
        .map(|section| {
            let blocks: Vec<Value> = section.blocks.iter().map(|one| block(one, &mut stills)).collect();
            json!({ "heading": section.heading, "blocks": blocks })
        })
        .collect();
    let whole = without_controls(json!({
        "paper": paper,
        "name": report.name,
        "lead": report.lead(),
        "sentence": report.decision.sentence,
        "verdict": report.decision.verdict.as_str(),
        "readiness": report.decision.readiness,
        "sections": told,
    }));
    let mut inputs = Dict::new();
    inputs.insert("report".into(), serde_json::to_string(&whole)?.into_value());
    inputs.insert("stills".into(), stills.into_value());
    Ok(inputs)
}

/// What no page can show is left out.
fn without_controls(value: Value) -> Value {
    match value {
        Value::String(text) => Value::String(text.chars().filter(|letter| !letter.is_control()).collect()),
        Value::Array(all) => Value::Array(all.into_iter().map(without_controls).collect()),
        Value::Object(fields) => Value::Object(
            fields
                .into_iter()
                .map(|(name, value)| (name, without_controls(value)))
                .collect(),
        ),
        other => other,
    }
}

/// Stills are bytes and stand beside the words; a block says at which place.
fn block(block: &Block, stills: &mut Array) -> Value {
    match block {
        Block::Heading(text) => json!({ "kind": "heading", "text": text }),
        Block::Text(text) => json!({ "kind": "text", "text": text }),
        Block::List(items) => {
            let items: Vec<Value> = items
                .iter()
                .map(|item| json!({ "mark": item.mark.words(), "text": item.text }))
                .collect();
            json!({ "kind": "list", "items": items })
        }
        Block::Table(table) => json!({
            "kind": "table",
            "caption": table.caption,
            "head": table.head,
            "rows": table.rows,
            "figures": table.figures,
        }),
        Block::Chart(chart) => json!({ "kind": "chart", "title": chart.title, "says": chart.says, "svg": chart.svg }),
        Block::Stills(pictures) => {
            let first = stills.len();
            for still in pictures {
                stills.push(Bytes::new(still.jpeg.clone()).into_value());
            }
            let captions: Vec<&str> = pictures.iter().map(|still| still.caption.as_str()).collect();
            json!({ "kind": "stills", "first": first, "captions": captions })
        }
        Block::Formulas(formulas) => {
            let formulas: Vec<Value> = formulas
                .iter()
                .map(|formula| json!({ "name": formula.name, "formula": formula.formula, "note": formula.note }))
                .collect();
            json!({ "kind": "formulas", "formulas": formulas })
        }
    }
}
