//! What is wrong with a field of a price entry that somebody wrote.

use crate::prices::entry::PriceEntry;
use crate::prices::factor_columns::FACTOR_COLUMNS;
use rust_decimal::Decimal;
use serde::Serialize;
use std::fmt;
use ts_rs::TS;

/// The dearest anything may be: beyond it stands a slip of the keyboard.
const DEAREST: Decimal = Decimal::from_parts(1_000_000_000, 0, 0, false, 0);
/// The largest factor: beyond it stands a price, not a factor.
const LARGEST_FACTOR: Decimal = Decimal::ONE_THOUSAND;
/// The longest text of a field.
const LONGEST: usize = 2_000;

/// What is wrong with a field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FieldProblem {
    /// The field, as files and forms name it.
    pub field: String,
    /// What stands there.
    pub value: String,
    /// What could stand there.
    pub expected: String,
}

impl FieldProblem {
    pub(crate) fn new(field: &str, value: impl Into<String>, expected: impl Into<String>) -> Self {
        Self {
            field: field.to_owned(),
            value: value.into(),
            expected: expected.into(),
        }
    }
}

impl fmt::Display for FieldProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.value.is_empty() {
            write!(f, "{}: expected {}", self.field, self.expected)
        } else {
            write!(f, "{}: `{}` is not {}", self.field, self.value, self.expected)
        }
    }
}

impl PriceEntry {
    /// Everything that is wrong with it; nothing where it can be kept. A price of 0 is free and may be meant.
    pub fn problems(&self) -> Vec<FieldProblem> {
        let mut problems = Vec::new();
        for (field, text) in [("provider", &self.provider), ("source", &self.source)] {
            if text.trim().is_empty() {
                problems.push(FieldProblem::new(field, "", "a text"));
            }
        }
        let texts = [
            ("provider", Some(&self.provider)),
            ("source", Some(&self.source)),
            ("name", self.name.as_ref()),
            ("mode", self.mode.as_ref()),
            ("notes", self.notes.as_ref()),
        ];
        for (field, text) in texts {
            if text.is_some_and(|text| {
                text.len() > LONGEST || text.chars().any(|letter| letter.is_control() && letter != '\n')
            }) {
                problems.push(FieldProblem::new(
                    field,
                    "",
                    format!("a text of at most {LONGEST} characters that can be shown"),
                ));
            }
        }
        let money = self
            .billing
            .prices()
            .into_iter()
            .map(|price| ("price", price))
            .chain(self.minimum.map(|minimum| ("minimum_charge", minimum)))
            .chain(self.images.as_ref().map(|images| ("price_per_image", images.price)))
            .chain(
                self.input_per_million_tokens
                    .map(|price| ("input_per_million_tokens", price)),
            );
        for (field, amount) in money {
            if amount < Decimal::ZERO || amount > DEAREST {
                problems.push(FieldProblem::new(
                    field,
                    amount.to_string(),
                    "0 (free) or more, at most a thousand million",
                ));
            }
        }
        let lengths = self.billing.lengths();
        if matches!(self.billing, crate::prices::Billing::Run { .. }) && lengths.is_empty() {
            problems.push(FieldProblem::new(
                "runs",
                "",
                "at least one length with its price, such as 5:0.35",
            ));
        }
        for length in lengths.into_iter().chain(self.lengths.iter().copied()) {
            if length <= Decimal::ZERO || length > DEAREST {
                problems.push(FieldProblem::new("seconds", length.to_string(), "more than 0"));
            }
        }
        if let Some(own) = &self.multipliers {
            let factors = [
                (FACTOR_COLUMNS[0], own.resolution.values().collect::<Vec<_>>()),
                (FACTOR_COLUMNS[1], own.frame_rate.values().collect()),
                (FACTOR_COLUMNS[2], own.variant.values().collect()),
            ];
            for (field, factor) in factors
                .into_iter()
                .flat_map(|(field, all)| all.into_iter().map(move |one| (field, one)))
            {
                if *factor <= Decimal::ZERO || *factor > LARGEST_FACTOR {
                    problems.push(FieldProblem::new(
                        field,
                        factor.to_string(),
                        "a factor above 0, at most 1000",
                    ));
                }
            }
        }
        if let (Some(first), Some(last)) = (self.valid_from, self.valid_to)
            && last < first
        {
            problems.push(FieldProblem::new(
                "valid_to",
                last.to_string(),
                format!("a day from {first} on"),
            ));
        }
        problems
    }
}
