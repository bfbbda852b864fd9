//! Overhead is put right and never rewritten.
#![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

mod common;

use circletake_domain::id::BriefId;
use circletake_domain::money::{Amount, CostBasis};
use circletake_domain::overhead::OverheadKind;
use circletake_domain::person::Role;
use circletake_domain::timestamp::Timestamp;
use circletake_store::{NewOverhead, OverheadCorrection, OverheadPlace, PilotFields, Scope, SharedBy};
use common::{Sandbox, now};

#[tokio::test]
#[expect(clippy::too_many_lines, reason = "one entry, told from its first word to its last")]
async fn overhead_is_corrected_without_losing_what_was_said() {
    let sandbox = Sandbox::new().await;
    let ada = sandbox.person("Ada", Role::Producer).await;
    let take = sandbox.take("bf_1").await;
    let mut write = sandbox.library.write().await.unwrap();
    let pilot = write
        .add_pilot(
            &PilotFields {
                name: "Mugs".into(),
                ..PilotFields::default()
            },
            now(),
        )
        .await
        .unwrap()
        .id;
    write
        .put_brief_in_pilot(&BriefId::new("bf_1").unwrap(), &pilot)
        .await
        .unwrap();
    let new = |place, amount: &str, basis| NewOverhead {
        place,
        kind: OverheadKind::Compliance,
        amount: amount.parse().unwrap(),
        basis,
        what: Some("Clearance".into()),
        person: Some(ada.clone()),
    };
    let entry = write
        .add_overhead(
            &new(OverheadPlace::Pilot(pilot.clone()), "100", CostBasis::Estimated),
            now(),
        )
        .await
        .unwrap();
    write
        .add_overhead(&new(OverheadPlace::Generation(take), "7.5", CostBasis::Billed), now())
        .await
        .unwrap();
    let nothing = write
        .add_overhead(&new(OverheadPlace::Pilot(pilot.clone()), "0", CostBasis::Billed), now())
        .await;
    assert_eq!(nothing.unwrap_err().code(), "invalid");
    for (amount, basis) in [
        ("80", CostBasis::Reported),
        ("80", CostBasis::Reported),
        ("92.000000001", CostBasis::Billed),
    ] {
        let correction = OverheadCorrection {
            entry,
            amount: amount.parse().unwrap(),
            basis,
            why: None,
            person: None,
        };
        let later = Timestamp::parse(&format!("2026-11-21T08:{}:00Z", if amount == "80" { 10 } else { 20 })).unwrap();
        write.correct_overhead(&correction, later).await.unwrap();
    }
    write.commit().await.unwrap();

    let entries = sandbox.library.overhead_entries(&pilot).await.unwrap();
    assert_eq!(entries.len(), 2);
    let corrected = entries.iter().find(|one| one.uid == entry).unwrap();
    assert_eq!(
        (corrected.entered.to_string(), corrected.amount.to_string()),
        ("100".into(), "92.000000001".into())
    );
    assert_eq!(
        (corrected.basis, corrected.corrections),
        (CostBasis::Billed, 2),
        "saying the same again is no correction"
    );
    let sums = sandbox
        .library
        .dashboard_sums(&Scope::Pilot(pilot.clone()), None)
        .await
        .unwrap();
    let shared: i128 = sums
        .overhead
        .iter()
        .filter(|sum| sum.shared_by == SharedBy::All)
        .map(|sum| sum.nanos)
        .sum();
    assert_eq!(shared, 92_000_000_001);
    let by_basis: Vec<i128> = [CostBasis::Estimated, CostBasis::Reported]
        .iter()
        .map(|basis| {
            sums.overhead
                .iter()
                .filter(|sum| sum.basis == *basis)
                .map(|sum| sum.nanos)
                .sum()
        })
        .collect();
    assert_eq!(by_basis, [0, 0], "what was put right is taken back under its old basis");
    let report = sandbox.library.sums(&Scope::Pilot(pilot)).await.unwrap();
    assert_eq!(report.overhead[0].1, Amount::from_nanos(99_500_000_001).decimal());
    let raw = sandbox.raw().await;
    assert!(
        sqlx::query("UPDATE overhead_costs SET amount_nanos = 0")
            .execute(&raw)
            .await
            .is_err()
    );
    assert!(sqlx::query("DELETE FROM overhead_costs").execute(&raw).await.is_err());
}
