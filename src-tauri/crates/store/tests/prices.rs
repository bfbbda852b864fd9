//! Prices in the library: entries never change, what priced a generation stays with it, rates in use stay as they are.
#![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

mod common;

use circletake_domain::day::Day;
use circletake_domain::money::{Amount, CostBasis, Currency};
use circletake_domain::prices::{Catalogue, ExchangeRate, ListedEntry, Origin};
use circletake_store::{NewPriceEntry, PricedGeneration, Scope, StoreError};
use common::{Sandbox, now};
use sqlx::Row;

fn shipped() -> ListedEntry {
    Catalogue::shipped().entries.remove(0)
}
fn rate(rate: &str) -> ExchangeRate {
    ExchangeRate {
        from: Currency::new("USD").unwrap(),
        to: Currency::new("EUR").unwrap(),
        rate: rate.parse().unwrap(),
        as_of: Day::parse("2026-11-20").unwrap(),
    }
}

#[tokio::test]
async fn an_entry_of_ones_own_is_listed_until_it_is_withdrawn_and_no_entry_ever_changes_or_goes() {
    let sandbox = Sandbox::new().await;
    let mut write = sandbox.library.write().await.unwrap();
    let new = NewPriceEntry {
        entry: shipped().entry,
        origin: Origin::Person,
        replaces: Some(shipped()),
    };
    let added = write.add_price_entry(&new, now()).await.unwrap();
    write.commit().await.unwrap();
    assert_eq!(
        sandbox.library.own_price_entries().await.unwrap(),
        std::slice::from_ref(&added)
    );
    assert_eq!(added.replaces, Some(shipped().uid));
    assert_eq!(sandbox.library.price_entry(shipped().uid).await.unwrap(), shipped());

    let raw = sandbox.raw().await;
    for sql in ["UPDATE price_entries SET price = '0'", "DELETE FROM price_entries"] {
        let refused = sqlx::query(sql).execute(&raw).await.unwrap_err().to_string();
        assert!(refused.contains("a price entry"), "{refused}");
    }
    raw.close().await;

    let mut write = sandbox.library.write().await.unwrap();
    write.withdraw_price_entry(added.uid, now()).await.unwrap();
    assert!(matches!(
        write.withdraw_price_entry(shipped().uid, now()).await,
        Err(StoreError::NotFound { .. })
    ));
    write.commit().await.unwrap();
    assert!(sandbox.library.own_price_entries().await.unwrap().is_empty());
    assert_eq!(sandbox.library.price_entry(added.uid).await.unwrap(), added);
}

#[tokio::test]
async fn a_generation_keeps_its_entry_and_a_cost_that_was_said_is_not_assumed_over() {
    let sandbox = Sandbox::new().await;
    let (silent, said) = (sandbox.take("bf_1").await, sandbox.take("bf_1").await);
    let raw = sandbox.raw().await;
    sqlx::query("UPDATE generations SET cost_nanos = 7, cost_basis = 'reported' WHERE id = ?")
        .bind(said.as_str())
        .execute(&raw)
        .await
        .unwrap();
    let mut write = sandbox.library.write().await.unwrap();
    write.set_exchange_rate(&rate("0.86"), now()).await.unwrap();
    for id in [&silent, &said] {
        let priced = PricedGeneration {
            id: id.clone(),
            entry: shipped(),
            rate: Some(rate("0.86")),
            projected: Amount::from_nanos(42),
            assume: true,
        };
        write.price_generation(&priced, now()).await.unwrap();
    }
    write.commit().await.unwrap();
    let rows = sqlx::query(
        "SELECT cost_nanos, cost_basis, projected_cost_nanos, exchange_rate_key, e.uid FROM generations g
         JOIN price_entries e ON e.key = g.price_entry_key ORDER BY g.key",
    )
    .fetch_all(&raw)
    .await
    .unwrap();
    let costs: Vec<(i64, String, i64, String)> = rows
        .iter()
        .map(|row| (row.get(0), row.get(1), row.get(2), row.get(4)))
        .collect();
    let uid = shipped().uid.to_string();
    assert_eq!(
        costs,
        [
            (42, "assumed".to_owned(), 42, uid.clone()),
            (7, "reported".to_owned(), 42, uid)
        ]
    );
    assert!(rows.iter().all(|row| row.get::<Option<i64>, _>(3).is_some()));
    let sums = sandbox.library.sums(&Scope::Library).await.unwrap();
    assert!(sums.model_costs.iter().any(|(basis, _)| *basis == CostBasis::Assumed));
}

#[tokio::test]
async fn a_rate_is_corrected_until_something_was_converted_at_it() {
    let sandbox = Sandbox::new().await;
    let take = sandbox.take("bf_1").await;
    let mut write = sandbox.library.write().await.unwrap();
    write.set_exchange_rate(&rate("0.80"), now()).await.unwrap();
    write.set_exchange_rate(&rate("0.86"), now()).await.unwrap();
    let priced = PricedGeneration {
        id: take,
        entry: shipped(),
        rate: Some(rate("0.86")),
        projected: Amount::from_nanos(1),
        assume: false,
    };
    write.price_generation(&priced, now()).await.unwrap();
    write.set_exchange_rate(&rate("0.860"), now()).await.unwrap();
    let refused = write
        .set_exchange_rate(&rate("0.90"), now())
        .await
        .unwrap_err()
        .to_string();
    assert!(refused.contains("already"), "{refused}");
    let zero = write
        .set_exchange_rate(&rate("0"), now())
        .await
        .unwrap_err()
        .to_string();
    assert!(zero.contains("more than 0"), "{zero}");
    write.commit().await.unwrap();
    assert_eq!(sandbox.library.exchange_rates().await.unwrap().0, [rate("0.86")]);
}

#[tokio::test]
async fn looking_for_what_an_import_left_without_a_price_reads_an_index() {
    let sandbox = Sandbox::new().await;
    let raw = sandbox.raw().await;
    for (sql, index) in [
        (
            "EXPLAIN QUERY PLAN SELECT g.id FROM generations g WHERE g.import_key = 1 AND g.price_entry_key IS NULL",
            "generations_by_import",
        ),
        (
            "EXPLAIN QUERY PLAN SELECT 1 FROM generations g WHERE g.exchange_rate_key = 1",
            "generations_by_exchange_rate",
        ),
    ] {
        let plan: String = sqlx::query(sql).fetch_one(&raw).await.unwrap().get("detail");
        assert!(plan.contains(index), "{plan}");
    }
}
