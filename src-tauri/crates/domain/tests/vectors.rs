//! The reference values: statistics to 1e-9 against scipy, money exactly.
#![expect(clippy::unwrap_used, reason = "a vector that is not there must fail the test")]

use circletake_domain::metrics::{Tally, cost_of_minutes};
use circletake_domain::prices::{Buckets, Multipliers, ProjectRequest};
use circletake_domain::statistics::{
    Comparison, Interval, Tries, generations_needed_at_rate, generations_needed_from_history, jeffreys_95, wilson_95,
};
use rust_decimal::Decimal;
use serde_json::Value;

fn vectors() -> Value {
    serde_json::from_str(include_str!("data/vectors.json")).unwrap()
}

fn rows<'a>(vectors: &'a Value, name: &str) -> &'a Vec<Value> {
    let rows = vectors[name].as_array().unwrap();
    assert!(!rows.is_empty());
    rows
}

fn tries(usable: &Value, total: &Value) -> Tries {
    Tries::new(usable.as_u64().unwrap(), total.as_u64().unwrap()).unwrap()
}

fn money(value: &Value) -> Decimal {
    value.as_str().unwrap().parse().unwrap()
}

#[track_caller]
fn near(ours: f64, theirs: &Value) {
    assert!((ours - theirs.as_f64().unwrap()).abs() < 1e-9, "{ours} is not {theirs}");
}

#[test]
fn intervals_of_rates() {
    let vectors = vectors();
    let check = |name: &str, method: fn(Tries) -> Option<Interval>| {
        for row in rows(&vectors, name) {
            let interval = method(tries(&row["usable"], &row["total"])).unwrap();
            near(interval.low, &row["low"]);
            near(interval.high, &row["high"]);
        }
    };
    check("wilson_95", wilson_95);
    check("jeffreys_95", jeffreys_95);
}

#[test]
fn generations_needed() {
    let vectors = vectors();
    for row in rows(&vectors, "generations_needed_fixed_rate") {
        let (rate, confidence) = (row["rate"].as_f64().unwrap(), row["confidence"].as_f64().unwrap());
        let needed = generations_needed_at_rate(rate, row["usable_wanted"].as_u64().unwrap(), confidence);
        assert_eq!(needed.ok(), row["generations"].as_u64(), "{row}");
    }
    for row in rows(&vectors, "generations_needed_from_history") {
        let seen = tries(&row["usable_seen"], &row["total_seen"]);
        let confidence = row["confidence"].as_f64().unwrap();
        let needed = generations_needed_from_history(seen, row["usable_wanted"].as_u64().unwrap(), confidence);
        assert_eq!(needed.ok(), row["generations"].as_u64(), "{row}");
    }
}

#[test]
fn probability_that_b_beats_a() {
    let vectors = vectors();
    for row in rows(&vectors, "probability_b_beats_a") {
        let comparison = Comparison::of(tries(&row["a"][0], &row["a"][1]), tries(&row["b"][0], &row["b"][1]));
        near(comparison.b_beats_a, &row["probability"]);
    }
}

#[test]
fn project_prices() {
    let vectors = vectors();
    for row in rows(&vectors, "project_price") {
        let priced = Multipliers::default()
            .price(&ProjectRequest {
                base_rate: money(&row["base_rate"]),
                seconds: money(&row["seconds"]),
                resolution: row["resolution"].as_str().unwrap().to_owned(),
                frames_per_second: u32::try_from(row["fps"].as_u64().unwrap()).unwrap(),
                variant: row["variant"].as_str().unwrap().to_owned(),
                voice_multiplier: None,
            })
            .unwrap();
        assert_eq!(priced.price, money(&row["price"]));
        assert_eq!(priced.rounded().to_string(), row["rounded"].as_str().unwrap());
    }
}

#[test]
fn the_four_buckets() {
    let row = &vectors()["per_second_buckets"];
    let buckets = Buckets {
        compute: money(&row["compute"]),
        encoding: money(&row["encoding"]),
        storage: money(&row["storage"]),
        egress: money(&row["egress"]),
    };
    assert_eq!(buckets.per_second(), Some(money(&row["per_second"])));
    assert_eq!(buckets.per_hour(), Some(money(&row["per_hour"])));
}

#[test]
fn the_worked_pilot() {
    let row = &vectors()["pilot"];
    let count = |name: &str| row[name].as_u64().unwrap();
    let (review, editing) = (
        Decimal::from(count("review_minutes")),
        Decimal::from(count("editing_minutes")),
    );
    let tally = Tally {
        total: count("generations"),
        usable: count("usable"),
        published: count("published"),
        model_cost: money(&row["model_cost"]),
        review_minutes: review,
        editing_minutes: editing,
        human_cost: cost_of_minutes(review + editing, money(&row["hourly_rate"])).unwrap(),
        ..Tally::default()
    };
    assert_eq!(tally.usable_rate(), Some(money(&row["usable_rate"])));
    assert_eq!(tally.attempts_per_usable(), Some(money(&row["attempts_per_usable"])));
    assert_eq!(tally.human_cost, money(&row["human_cost"]));
    assert_eq!(tally.total_cost(), Some(money(&row["total"])));
    assert_eq!(tally.cost_per_usable(), Some(money(&row["cost_per_usable"])));
    assert_eq!(tally.cost_per_published(), Some(money(&row["cost_per_published"])));
    assert_eq!(
        tally.human_minutes_per_usable(),
        Some(money(&row["human_minutes_per_usable"]))
    );
    let interval = tally.cost_per_usable_interval().unwrap();
    let ends = &row["cost_per_usable_interval_95"];
    assert_eq!(interval.low.round_dp(6).to_string(), ends[0].to_string());
    assert_eq!(interval.high.unwrap().round_dp(6).to_string(), ends[1].to_string());
}
