use super::*;
use rstest::rstest;
use serde_json::json;

fn read(row: &Value) -> Result<PriceEntry, Vec<FieldProblem>> {
    let defaults = RowDefaults {
        currency: Currency::new("EUR").unwrap(),
        source: "prices.csv".to_owned(),
    };
    PriceEntry::from_row(row.as_object().unwrap(), &defaults)
}

#[test]
fn every_row_of_the_list_in_the_field_reads_as_it_stands() {
    let rows: Vec<Value> = serde_json::from_str(include_str!("../../../tests/data/price_rows.json")).unwrap();
    for row in &rows {
        let entry = read(row).unwrap_or_else(|problems| panic!("{row}: {}", problems[0]));
        let listed: Decimal = row["usd_per_second"].as_str().unwrap().parse().unwrap();
        assert_eq!(entry.billing.per_second(), Some(listed), "{row}");
        assert_eq!(entry.currency.as_str(), "USD");
    }
}

#[rstest]
#[case(json!({"model": "m", "price_per_second": "1"}), "provider")]
#[case(json!({"provider": "p", "price_per_second": "1"}), "model")]
#[case(json!({"provider": "p", "model": "m"}), "price_per_second")]
#[case(json!({"provider": "p", "model": "m", "price_per_second": ""}), "price_per_second")]
#[case(json!({"provider": "p", "model": "m", "price_per_second": "-1"}), "price")]
#[case(json!({"provider": "p", "model": "m", "price_per_second": "$1"}), "price_per_second")]
#[case(json!({"provider": "p", "model": "m", "price_per_second": "1", "credits_per_second": "5", "price_per_credit": "1"}), "price_per_second")]
#[case(json!({"provider": "p", "model": "m", "price_per_second": "1", "resolution": "big"}), "resolution")]
#[case(json!({"provider": "p", "model": "m", "price_per_second": "1", "audio": "loud"}), "audio")]
#[case(json!({"provider": "p", "model": "m", "price_per_second": "1", "status": "alive"}), "status")]
#[case(json!({"provider": "p", "model": "m", "price_per_second": "1", "as_of": "yesterday"}), "as_of")]
#[case(json!({"provider": "p", "model": "m", "price_per_second": "1", "valid_from": "2026-02-01", "valid_to": "2026-01-01"}), "valid_to")]
#[case(json!({"provider": "p", "model": "m", "runs": "five"}), "runs")]
#[case(json!({"provider": "p", "model": "m", "base_rate": "1", "resolution_factors": "big:1"}), "resolution_factors")]
#[case(json!({"provider": "p", "model": "m", "base_rate": "1", "resolution_factors": "720p:1; 1280x720:2"}), "resolution_factors")]
#[case(json!({"provider": "p", "model": "m", "base_rate": "1", "frame_rate_factors": "24"}), "frame_rate_factors")]
#[case(json!({"provider": "p", "model": "m", "base_rate": "1", "variant_factors": "general:0"}), "variant_factors")]
#[case(json!({"provider": "p", "model": "m", "price_per_second": "1", "variant_factors": "general:1"}), "resolution_factors")]
#[case(json!({"provider": "p", "model": "m", "block_seconds": "0", "price_per_block": "1"}), "seconds")]
fn a_bad_row_names_its_field(#[case] row: Value, #[case] field: &str) {
    assert_eq!(read(&row).unwrap_err()[0].field, field);
}

#[test]
fn a_price_of_zero_is_free_and_a_row_that_says_no_money_is_in_the_librarys() {
    let entry = read(&json!({"provider": "us", "model": "own", "price_per_second": 0, "resolution": "any"})).unwrap();
    assert_eq!(entry.billing.per_second(), Some(Decimal::ZERO));
    assert_eq!((entry.currency.as_str(), entry.source.as_str()), ("EUR", "prices.csv"));
    assert!(entry.resolutions.is_empty());
}

#[test]
fn an_entrys_own_factors_take_the_place_of_the_shipped_ones_table_by_table() {
    let row = json!({
        "provider": "us", "model": "own", "base_rate": "0.02",
        "resolution_factors": "1920x1080: 2; 4K: 3", "variant_factors": "Fast draft: 0.5",
    });
    let own = read(&row).unwrap().multipliers.unwrap();
    assert_eq!(own.resolution["1080p"], Decimal::TWO);
    assert!(!own.resolution.contains_key("720p"), "a table is said whole");
    assert_eq!(own.variant["fast_draft"], Decimal::new(5, 1));
    assert_eq!(own.frame_rate, crate::prices::Multipliers::default().frame_rate);
    let without = json!({"provider": "us", "model": "own", "base_rate": "0.02"});
    assert_eq!(read(&without).unwrap().multipliers, None);
}

#[test]
fn an_entry_of_the_catalogue_reads_back_as_it_was_written() {
    for listed in crate::prices::Catalogue::shipped().entries {
        assert_eq!(
            read(&serde_json::to_value(&listed.entry).unwrap()).unwrap(),
            listed.entry
        );
    }
}
