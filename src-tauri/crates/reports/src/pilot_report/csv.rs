//! The figures as rows, safe to open in a spreadsheet.

use super::{PilotReport, figures};
use crate::log::formula::neutralise;
use circletake_domain::decision::DecisionVerdict;
use rust_decimal::Decimal;
use std::io;

const HEAD: [&str; 6] = ["figure", "value", "low_95", "high_95", "currency", "says"];

/// The report as CSV: the decision, then a row a figure. What is undefined is an empty cell, never 0.
pub fn csv(report: &PilotReport) -> io::Result<Vec<u8>> {
    let mut out = csv::Writer::from_writer(Vec::new());
    out.write_record(HEAD)?;
    let text = |words: &str| neutralise(words).into_owned();
    let none = String::new;
    let told = |name: &str, value: &str, says: &str| [text(name), text(value), none(), none(), none(), text(says)];
    out.write_record(told("pilot", &report.pilot, &report.name))?;
    out.write_record(told("written_at", &report.written_at.to_string(), &report.library))?;
    out.write_record(told(
        "decision",
        report.decision.verdict.short(),
        &report.decision.sentence,
    ))?;
    for condition in &report.decision.conditions {
        out.write_record(told("condition", condition.verdict.short(), &condition.title))?;
        for evidence in &condition.evidence {
            let verdict = evidence.verdict.map_or("", DecisionVerdict::short);
            out.write_record(told("evidence", verdict, &evidence.says))?;
        }
    }
    let amount = |value: Option<Decimal>| value.map(|value| value.to_string()).unwrap_or_default();
    for figure in figures(report) {
        let is_money = figure.key.contains("cost") && figure.key != "unknown_costs";
        let currency = if is_money { report.currency.as_str() } else { "" };
        out.write_record([
            figure.key.to_owned(),
            amount(figure.value),
            amount(figure.low),
            amount(figure.high),
            currency.to_owned(),
            text(figure.label),
        ])?;
    }
    out.into_inner().map_err(csv::IntoInnerError::into_error)
}
