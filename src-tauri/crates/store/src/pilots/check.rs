//! What a pilot's settings must be before they are kept.

use super::PilotFields;
use crate::error::{Result, StoreError};
use circletake_domain::decision::QualityBar;
use circletake_domain::frame::Microseconds;
use circletake_domain::money::Amount;

/// Longer than any clip this is about, and short enough to be no mistake.
const LONGEST_CLIP: Microseconds = Microseconds(3_600_000_000);

fn invalid(field: &'static str, problem: impl Into<String>) -> StoreError {
    StoreError::Invalid {
        field,
        problem: problem.into(),
    }
}

/// The settings trimmed, without what is empty or named twice; or what is wrong with the first field that is.
pub(super) fn checked(fields: &PilotFields) -> Result<PilotFields> {
    let mut fields = fields.clone();
    for text in [&mut fields.name, &mut fields.format, &mut fields.channel] {
        *text = text.trim().to_owned();
    }
    if fields.name.is_empty() {
        return Err(invalid("name", "a pilot needs a name"));
    }
    if fields.target_generations == Some(0) {
        return Err(invalid(
            "target generations",
            "a pilot plans at least one generation, or leaves this open",
        ));
    }
    length(&fields)?;
    for (field, amount) in [("benchmark", fields.benchmark), ("budget", fields.budget)] {
        if let Some(amount) = amount.filter(|amount| *amount < Amount::ZERO) {
            return Err(invalid(field, format!("{amount} is below zero")));
        }
    }
    for text in [&mut fields.benchmark_what, &mut fields.benchmark_source] {
        *text = text
            .take()
            .map(|text| text.trim().to_owned())
            .filter(|text| !text.is_empty());
    }
    for names in [&mut fields.models, &mut fields.templates] {
        *names = named(names);
    }
    fields.quality_bar = QualityBar::new(fields.quality_bar.requirements().to_vec())
        .map_err(|problem| invalid("quality bar", problem.to_string()))?;
    Ok(fields)
}

fn length(fields: &PilotFields) -> Result<()> {
    for length in [fields.target_duration, fields.longest_duration].into_iter().flatten() {
        if length.0 <= 0 || length > LONGEST_CLIP {
            return Err(invalid("length", "a clip is longer than nothing and at most an hour"));
        }
    }
    match (fields.target_duration, fields.longest_duration) {
        (None, Some(_)) => Err(invalid("length", "a range has a shortest length too")),
        (Some(shortest), Some(longest)) if longest <= shortest => {
            Err(invalid("length", "a range ends above where it begins"))
        }
        _ => Ok(()),
    }
}

fn named(names: &[String]) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    for name in names.iter().map(|name| name.trim()).filter(|name| !name.is_empty()) {
        if !kept.iter().any(|known| known == name) {
            kept.push(name.to_owned());
        }
    }
    kept
}
