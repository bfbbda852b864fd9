//! The shipped catalogue, row by row against the list it was made from: every odd word of the list has a meaning, and none is a guess.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a row that is not there must fail the test"
)]

use circletake_domain::day::Day;
use circletake_domain::prices::{Billing, Catalogue, EntryStatus, NoPrice, PriceRequest, Resolution, When};
use rust_decimal::Decimal;
use serde_json::Value;

fn rows() -> Vec<Value> {
    serde_json::from_str(include_str!("data/price_rows.json")).unwrap()
}
fn word<'a>(row: &'a Value, field: &str) -> &'a str {
    row[field].as_str().unwrap()
}
fn decimal(text: &str) -> Decimal {
    Decimal::from_str_exact(text).unwrap()
}
fn planned() -> When {
    When::Planned(Day::parse("2026-11-20").unwrap())
}

/// Every request a row is the price of, by the meaning of its words.
fn requests(row: &Value) -> Vec<PriceRequest> {
    let (names, mode) = match word(row, "resolution").split_once('(') {
        Some((name, mode)) => (name, Some(mode.trim_end_matches(')').to_owned())),
        None => (word(row, "resolution"), None),
    };
    let audio: &[Option<bool>] = match word(row, "audio") {
        "on" | "on_rate" => &[Some(true)],
        "off" => &[Some(false)],
        "always_on" => &[None, Some(true)],
        "none" => &[None, Some(false)],
        "any" | "bundled_or_no_price_effect" => &[None, Some(true), Some(false)],
        other => panic!("a word without a meaning: {other}"),
    };
    let mut requests = Vec::new();
    for name in names.split([',', '/']) {
        for &audio in audio {
            requests.push(PriceRequest {
                provider: Some(word(row, "provider").to_owned()),
                resolution: Some(Resolution::new(name).unwrap()),
                audio,
                mode: mode.clone(),
                ..PriceRequest::of(word(row, "model_id"), Decimal::from(5))
            });
        }
    }
    requests
}

#[test]
fn every_row_of_the_list_is_an_entry_and_prices_exactly_what_it_says() {
    let catalogue = Catalogue::shipped();
    let rows = rows();
    assert_eq!((catalogue.entries.len(), rows.len()), (248, 248));
    for row in rows {
        let listed = decimal(word(&row, "usd_per_second"));
        for request in requests(&row) {
            let found = catalogue.entry_for(&request, planned());
            if word(&row, "status") == "retired" {
                assert!(matches!(found, Err(NoPrice::Retired { .. })), "{request:?}: {found:?}");
                continue;
            }
            let entry = &found.unwrap_or_else(|error| panic!("{request:?}: {error}")).entry;
            match &entry.billing {
                // Listed as a price per second, rounded; billed by the run.
                Billing::Run { runs } => assert!(
                    runs.iter()
                        .any(|run| (run.price / run.seconds - listed).abs() < decimal("0.00001")),
                    "{request:?}"
                ),
                Billing::Block { .. } => assert_eq!(entry.billing.best_per_second(), Some(listed), "{request:?}"),
                billing => assert_eq!(billing.per_second(), Some(listed), "{request:?}"),
            }
            assert_eq!(entry.source, word(&row, "source"));
            assert_eq!(entry.as_of.to_string(), word(&row, "as_of"));
            assert_eq!(entry.confidence.unwrap().as_str(), word(&row, "confidence"));
            assert_eq!(entry.status.as_str(), word(&row, "status"));
        }
    }
}

#[test]
fn what_a_row_does_not_say_has_no_price() {
    let catalogue = Catalogue::shipped();
    for row in rows() {
        for request in requests(&row) {
            let eight_k = PriceRequest {
                resolution: Some(Resolution::new("8k").unwrap()),
                ..request.clone()
            };
            assert!(
                matches!(
                    catalogue.quote(&eight_k, planned()),
                    Err(NoPrice::UnknownCombination { .. })
                ),
                "{eight_k:?}"
            );
            let nobody = PriceRequest {
                provider: Some("Nobody".to_owned()),
                ..request.clone()
            };
            assert!(matches!(
                catalogue.quote(&nobody, planned()),
                Err(NoPrice::UnknownModel { .. })
            ));
            let other_mode = PriceRequest {
                mode: Some("dream".to_owned()),
                ..request.clone()
            };
            assert!(catalogue.quote(&other_mode, planned()).is_err());
            let open = PriceRequest {
                resolution: None,
                ..request
            };
            assert!(matches!(
                catalogue.quote(&open, planned()),
                Err(NoPrice::NotSaid {
                    field: "resolution",
                    ..
                })
            ));
        }
    }
}

#[test]
fn no_entry_has_a_missing_or_zero_price_and_every_identity_is_its_own() {
    let catalogue = Catalogue::shipped();
    let mut seen = std::collections::HashSet::new();
    for listed in &catalogue.entries {
        assert!(
            listed.entry.billing.best_per_second().unwrap() > Decimal::ZERO,
            "{}",
            listed.entry.words()
        );
        assert!(seen.insert(listed.uid), "{} twice", listed.entry.words());
    }
}

#[test]
fn a_retired_model_prices_what_was_made_until_its_last_day_and_nothing_after_it() {
    let catalogue = Catalogue::shipped();
    let sora = PriceRequest {
        provider: Some("OpenAI".to_owned()),
        resolution: Some(Resolution::new("1280x720").unwrap()),
        ..PriceRequest::of("sora-2", Decimal::from(8))
    };
    let on = |day: &str| catalogue.quote(&sora, When::Made(Day::parse(day).unwrap()));
    assert_eq!(on("2026-09-24").unwrap().price, decimal("0.8"));
    assert!(matches!(on("2026-09-25"), Err(NoPrice::NotValidThen { .. })));
    let retired = catalogue.quote(&sora, planned()).unwrap_err();
    assert_eq!(
        retired.to_string(),
        "`sora-2` of OpenAI is retired since 2026-09-24: nothing can be planned with it"
    );
    assert!(
        catalogue
            .entries
            .iter()
            .any(|listed| listed.entry.status == EntryStatus::Retired)
    );
}

#[test]
fn minimums_blocks_runs_and_surcharges_are_in_the_price_where_the_notes_are_certain() {
    let catalogue = Catalogue::shipped();
    let quote = |provider: &str, model: &str, resolution: &str, change: &dyn Fn(&mut PriceRequest)| {
        let mut request = PriceRequest {
            provider: Some(provider.to_owned()),
            resolution: Some(Resolution::new(resolution).unwrap()),
            ..PriceRequest::of(model, Decimal::from(5))
        };
        change(&mut request);
        catalogue
            .quote(&request, planned())
            .map(|quote| quote.price.to_string())
    };
    let length = |seconds: i64| move |request: &mut PriceRequest| request.seconds = Decimal::from(seconds);
    // 56 credits at least: one second is 28.
    assert_eq!(quote("Runway API", "aleph2", "720p", &length(1)).unwrap(), "0.56");
    assert_eq!(quote("Runway API", "aleph2", "720p", &length(5)).unwrap(), "1.4");
    // Luma: a begun block of 5 seconds; two sources disagree about a second one.
    assert_eq!(quote("Luma Agents API", "ray-3.2", "720p", &length(3)).unwrap(), "0.3");
    assert!(matches!(
        quote("Luma Agents API", "ray-3.2", "720p", &length(10)),
        Err(NoPrice::LengthNotPriced { .. })
    ));
    assert_eq!(
        quote("MiniMax", "MiniMax-Hailuo-02", "768p", &length(6)).unwrap(),
        "0.28"
    );
    assert!(quote("MiniMax", "MiniMax-Hailuo-02", "1080p", &length(10)).is_err());
    // Five pictures are free, the sixth and seventh cost 0.04 each.
    assert_eq!(
        quote("MiniMax", "MiniMax-H3", "2k", &|request| request.images = 7).unwrap(),
        "0.73"
    );
    assert_eq!(
        quote("Runway API", "seedance2_5", "1080p", &|request| request
            .input_video_seconds =
            Decimal::TWO)
        .unwrap(),
        "4.08"
    );
    // Kling 4.0 with video: input and output together, at least twice the output.
    let kling = |request: &mut PriceRequest| {
        request.audio = Some(true);
        request.input_video_seconds = Decimal::TWO;
    };
    assert_eq!(quote("fal.ai", "Kling 4.0", "720p", &kling).unwrap(), "0.94");
    assert!(matches!(
        quote("Runway API", "gen4.5", "720p", &|request| request.input_video_seconds =
            Decimal::ONE),
        Err(NoPrice::InputNotPriced { .. })
    ));
}

#[test]
fn a_model_that_several_sell_has_no_price_until_it_is_said_who() {
    let request = PriceRequest {
        resolution: Some(Resolution::new("720p").unwrap()),
        ..PriceRequest::of("wan3.0-video", Decimal::from(5))
    };
    let error = Catalogue::shipped().quote(&request, planned()).unwrap_err();
    assert!(matches!(error, NoPrice::NotSaid { field: "provider", .. }), "{error}");
}
