//! A pilot's settings, what it was held against, and the records a decision is made from.
#![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

mod common;

use circletake_domain::brief::{Brief, Level};
use circletake_domain::decision::{QualityBar, Requirement};
use circletake_domain::frame::Microseconds;
use circletake_domain::id::{BriefId, GenerationId};
use circletake_domain::person::Role;
use circletake_domain::reason::RejectionReason;
use circletake_domain::status::Status;
use circletake_store::{DecidedCount, PilotFields, Scope, SpentTime, Step, TimeKind, TimeSource};
use common::{Sandbox, now};
use rust_decimal::Decimal;

fn whole() -> PilotFields {
    PilotFields {
        name: " Spring reels ".into(),
        format: "social_broll".into(),
        channel: "instagram_reel".into(),
        target_generations: Some(50),
        target_duration: Some(Microseconds(5_000_000)),
        longest_duration: Some(Microseconds(8_000_000)),
        models: vec!["veo-3".into(), " veo-3".into(), String::new(), "kling-2".into()],
        templates: vec!["pt_0001".into()],
        benchmark: Some("120".parse().unwrap()),
        benchmark_what: Some("agency edit ".into()),
        benchmark_source: Some("  ".into()),
        budget: Some("500.50".parse().unwrap()),
        quality_bar: QualityBar::suggested(Level::Low),
        maker_may_sign: false,
        preset: Some("two_week".into()),
    }
}

#[tokio::test]
async fn settings_are_kept_whole_and_trimmed() {
    let sandbox = Sandbox::new().await;
    let mut write = sandbox.library.write().await.unwrap();
    let made = write.add_pilot(&whole(), now()).await.unwrap();
    write.commit().await.unwrap();
    let kept = sandbox.library.pilot(&made.id).await.unwrap().fields;
    let expected = PilotFields {
        name: "Spring reels".into(),
        models: vec!["veo-3".into(), "kling-2".into()],
        benchmark_what: Some("agency edit".into()),
        benchmark_source: None,
        ..whole()
    };
    assert_eq!(kept, expected);
    assert_eq!(made.fields, expected);
}

#[tokio::test]
async fn what_cannot_be_is_refused_by_the_name_of_its_field_and_nothing_is_kept() {
    type Spoiling = fn(&mut PilotFields);
    let sandbox = Sandbox::new().await;
    let refusals: [(&str, Spoiling); 7] = [
        ("name", |fields| fields.name = "  ".into()),
        ("target generations", |fields| fields.target_generations = Some(0)),
        ("length", |fields| fields.target_duration = Some(Microseconds(0))),
        ("length", |fields| {
            fields.longest_duration = Some(Microseconds(4_000_000));
        }),
        ("length", |fields| fields.target_duration = None),
        ("benchmark", |fields| fields.benchmark = Some("-1".parse().unwrap())),
        ("budget", |fields| fields.budget = Some("-0.01".parse().unwrap())),
    ];
    for (field, spoil) in refusals {
        let mut fields = whole();
        spoil(&mut fields);
        let mut write = sandbox.library.write().await.unwrap();
        let refused = write.add_pilot(&fields, now()).await.unwrap_err();
        assert_eq!(refused.code(), "invalid");
        assert!(refused.to_string().contains(field), "{field}: {refused}");
        drop(write);
    }
    assert!(sandbox.library.pilots().await.unwrap().is_empty());
}

#[tokio::test]
async fn moving_the_goalposts_is_seen_with_who_and_when_and_cannot_be_wiped_away() {
    let sandbox = Sandbox::new().await;
    let ada = sandbox.person("Ada", Role::Producer).await;
    let mut write = sandbox.library.write().await.unwrap();
    let pilot = write.add_pilot(&whole(), now()).await.unwrap().id;
    // Another name moves nothing.
    let renamed = PilotFields {
        name: "Spring".into(),
        ..whole()
    };
    write.update_pilot(&pilot, &renamed, Some(&ada), now()).await.unwrap();
    let cheaper = PilotFields {
        benchmark: Some("90".parse().unwrap()),
        ..whole()
    };
    write.update_pilot(&pilot, &cheaper, Some(&ada), now()).await.unwrap();
    let lower = PilotFields {
        quality_bar: QualityBar::new(vec![Requirement::UsableRateAtLeast {
            rate: Decimal::new(5, 2),
        }])
        .unwrap(),
        ..cheaper
    };
    write.update_pilot(&pilot, &lower, None, now()).await.unwrap();
    write.commit().await.unwrap();
    let standards = sandbox.library.pilot_standards(&pilot).await.unwrap();
    let benchmarks: Vec<_> = standards
        .iter()
        .map(|standard| standard.benchmark.unwrap().to_string())
        .collect();
    assert_eq!(benchmarks, ["90", "90", "120"]);
    assert_eq!(standards[1].set_by.as_deref(), Some("Ada"));
    assert_eq!(standards[0].set_by, None);
    assert_eq!(standards[0].quality_bar, lower.quality_bar);
    let raw = sandbox.raw().await;
    for forbidden in [
        "UPDATE pilot_standards SET benchmark_nanos = 1",
        "DELETE FROM pilot_standards",
    ] {
        let refused = sqlx::query(forbidden).execute(&raw).await.unwrap_err();
        assert!(refused.to_string().contains("append-only"), "{refused}");
    }
}

#[tokio::test]
async fn a_pilot_that_was_never_held_against_anything_has_no_standard() {
    let sandbox = Sandbox::new().await;
    let mut write = sandbox.library.write().await.unwrap();
    let fields = PilotFields {
        name: "Bare".into(),
        ..PilotFields::default()
    };
    let pilot = write.add_pilot(&fields, now()).await.unwrap().id;
    write.commit().await.unwrap();
    assert_eq!(sandbox.library.pilot(&pilot).await.unwrap().fields, fields);
    assert_eq!(sandbox.library.pilot_standards(&pilot).await.unwrap(), []);
}

async fn reject(sandbox: &Sandbox, take: &GenerationId, by: &circletake_domain::id::PersonId) {
    let mut write = sandbox.library.write().await.unwrap();
    let reason = RejectionReason::TooGeneric;
    let step = Step {
        reasons: vec![reason],
        ..Step::to(Status::RejectedQuality)
    };
    write.decide(take, by, None, &[step], now()).await.unwrap();
    write.commit().await.unwrap();
}

#[tokio::test]
async fn the_records_of_a_decision_count_what_was_decided_and_leave_out_what_waits() {
    let sandbox = Sandbox::new().await;
    let ada = sandbox.person("Ada", Role::Owner).await;
    let mut takes = Vec::new();
    for brief in ["bf_1", "bf_1", "bf_1", "bf_1", "bf_2", "bf_2"] {
        takes.push(sandbox.take(brief).await);
    }
    for take in [&takes[0], &takes[1], &takes[3], &takes[4]] {
        reject(&sandbox, take, &ada).await;
    }
    // The third is usable, though nobody signed it: a log said so.
    let raw = sandbox.raw().await;
    sqlx::query("UPDATE generations SET status = 'published', status_rank = 16 WHERE id = ?")
        .bind(takes[2].as_str())
        .execute(&raw)
        .await
        .unwrap();
    let mut write = sandbox.library.write().await.unwrap();
    let spent = SpentTime {
        generation: takes[2].clone(),
        person: ada.clone(),
        kind: TimeKind::Editing,
        duration: Microseconds(600_000_000),
        source: TimeSource::Entered,
        sitting: None,
    };
    write.add_time(&spent, now()).await.unwrap();
    let pilot = write.add_pilot(&whole(), now()).await.unwrap().id;
    write
        .put_brief_in_pilot(&BriefId::new("bf_1").unwrap(), &pilot)
        .await
        .unwrap();
    write.commit().await.unwrap();

    let all = sandbox.library.decision_records(&Scope::Library).await.unwrap();
    assert_eq!(all.briefs[0], ("bf_1".to_owned(), DecidedCount { usable: 1, total: 4 }));
    assert_eq!(all.briefs[1], ("bf_2".to_owned(), DecidedCount { usable: 0, total: 1 }));
    assert_eq!(all.days.iter().map(|(_, count)| count.total).sum::<u64>(), 5);
    assert_eq!(all.longest_loop, Some(("bf_1".to_owned(), 2)));
    assert_eq!(all.time_by_usable, [Microseconds(600_000_000)]);
    assert_eq!(all.unsigned_usable, 1);
    assert_eq!(all.open_rights_rejections, 0);
    assert_eq!(all.risk, Some(Level::Low));

    let of_pilot = sandbox.library.decision_records(&Scope::Pilot(pilot)).await.unwrap();
    assert_eq!(of_pilot.briefs.len(), 1);
    let nothing = sandbox
        .library
        .decision_records(&Scope::Brief(BriefId::new("bf_2").unwrap()))
        .await
        .unwrap();
    assert_eq!(nothing.longest_loop, Some(("bf_2".to_owned(), 1)));
    assert_eq!(nothing.unsigned_usable, 0);
}

#[tokio::test]
async fn a_rejection_for_rights_is_open_while_the_clip_is_in_use() {
    let sandbox = Sandbox::new().await;
    let ada = sandbox.person("Ada", Role::Owner).await;
    let take = sandbox.take("bf_1").await;
    let steps = [
        Step::to(Status::ApprovedForEdit),
        Step::to(Status::Edited),
        Step::to(Status::BrandReview),
        Step {
            reasons: vec![RejectionReason::RightsOrLikenessRisk],
            ..Step::to(Status::NeedsRevision)
        },
    ];
    let mut write = sandbox.library.write().await.unwrap();
    write.decide(&take, &ada, None, &steps, now()).await.unwrap();
    write.commit().await.unwrap();
    let open = sandbox.library.decision_records(&Scope::Library).await.unwrap();
    assert_eq!(open.open_rights_rejections, 1);
    let mut write = sandbox.library.write().await.unwrap();
    let fixed = [Step::to(Status::Edited), Step::to(Status::BrandReview)];
    write.decide(&take, &ada, None, &fixed, now()).await.unwrap();
    write.commit().await.unwrap();
    let settled = sandbox.library.decision_records(&Scope::Library).await.unwrap();
    assert_eq!(settled.open_rights_rejections, 0);
}

#[tokio::test]
async fn the_highest_risk_of_the_briefs_counts() {
    let sandbox = Sandbox::new().await;
    let mut write = sandbox.library.write().await.unwrap();
    for (id, risk) in [("bf_1", "low"), ("bf_2", "high")] {
        let json = serde_json::json!({ "brief_id": id, "goal": "A mug", "risk_level": risk });
        write.add_brief(&Brief::from_json(&json).unwrap(), now()).await.unwrap();
    }
    write.commit().await.unwrap();
    let brief = |id: &str| Scope::Brief(BriefId::new(id).unwrap());
    let low = sandbox.library.decision_records(&brief("bf_1")).await.unwrap();
    assert_eq!(low.risk, Some(Level::Low));
    let all = sandbox.library.decision_records(&Scope::Library).await.unwrap();
    assert_eq!(all.risk, Some(Level::High));
}
