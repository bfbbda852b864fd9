//! The page and the command line tell the same story.

use crate::first_start::open_first_pilot;
use crate::libraries;
use circletake_tests::{Ran, Sandbox, Start, TestResult, in_app};
use rust_decimal::{Decimal, RoundingStrategy};
use serde_json::Value;

#[tokio::test]
async fn the_pilot_page_shows_the_numbers_of_circletake_report() -> TestResult {
    let sandbox = Sandbox::new()?;
    let library = libraries::sample(&sandbox)?;
    let pilots = Ran::json(&library, &["pilot", "list"])?;
    let pilot = pilots[0]["id"].as_str().unwrap_or_default().to_owned();
    let report = Ran::json(&library, &["report", "--pilot", &pilot])?;
    in_app(sandbox, Start::with_library(&library), async |app| {
        open_first_pilot(app).await?;
        for (figure, field, places) in [
            ("Cost per usable clip", "cost_per_usable", 2),
            ("Cost per published clip", "cost_per_published", 2),
            ("Attempts per usable clip", "attempts_per_usable", 2),
            ("Minutes per usable clip", "human_minutes_per_usable", 2),
            ("Spent in all", "total_cost", 2),
            ("Generations", "total", 0),
        ] {
            let shown = app.figure(figure).await?;
            let reported = number(&report[field]).map(|number| round(number, places));
            assert_eq!(
                first_number(&shown),
                reported,
                "{figure} shows {shown}, the report says {}",
                report[field]
            );
        }
        let shown = app.figure("Usable").await?;
        let percent = number(&report["usable_rate"]).map(|rate| round(rate * Decimal::ONE_HUNDRED, 1));
        assert_eq!(first_number(&shown), percent, "usable shows {shown}");
        Ok(())
    })
    .await
}

/// A number of the report: a decimal string, or a count.
fn number(value: &Value) -> Option<Decimal> {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
        .parse()
        .ok()
}

/// The first number of what a figure reads: `41.25` of `$41.25 $23.15 to $79.16`.
fn first_number(text: &str) -> Option<Decimal> {
    let from = text.find(|letter: char| letter.is_ascii_digit())?;
    let digits: String = text[from..]
        .chars()
        .take_while(|letter| letter.is_ascii_digit() || ".,".contains(*letter))
        .collect();
    digits.replace(',', "").parse().ok()
}

fn round(number: Decimal, places: u32) -> Decimal {
    number.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero)
}
