//! A plan is frozen by the first attempt, however that comes in, and never changes again; and what own attempts tell of the next.
#![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

mod common;

use circletake_domain::id::{BriefId, ModelName, PilotId, RecordUid};
use circletake_domain::money::{Amount, CostBasis};
use circletake_domain::status::Status;
use circletake_store::{
    ActualPart, ActualsBy, AttemptsOf, NewGeneration, NewPlan, PilotFields, PlannedCost, StoreError,
};
use common::{Sandbox, now};

async fn pilot(sandbox: &Sandbox, briefs: &[&str]) -> PilotId {
    let fields = PilotFields {
        name: "Mugs".into(),
        format: "social_broll".into(),
        ..PilotFields::default()
    };
    let mut write = sandbox.library.write().await.unwrap();
    let pilot = write.add_pilot(&fields, now()).await.unwrap().id;
    for brief in briefs {
        let brief = serde_json::json!({ "brief_id": brief, "format": "social_broll" });
        let brief = circletake_domain::brief::Brief::from_json(&brief).unwrap();
        write.add_brief(&brief, now()).await.unwrap();
        write.put_brief_in_pilot(&brief.brief_id, &pilot).await.unwrap();
    }
    write.commit().await.unwrap();
    pilot
}

async fn save(sandbox: &Sandbox, pilot: &PilotId, name: &str) -> RecordUid {
    let plan = NewPlan {
        pilot: pilot.clone(),
        name: name.to_owned(),
        body: serde_json::json!({ "generations": 50 }),
        projected_total: Some("330".parse().unwrap()),
        made_by: None,
    };
    let mut write = sandbox.library.write().await.unwrap();
    let uid = write.add_plan(&plan, now()).await.unwrap();
    write.commit().await.unwrap();
    uid
}

async fn attempt(sandbox: &Sandbox, brief: &str, model: &str, status: Status, cents: Option<i64>) {
    let mut write = sandbox.library.write().await.unwrap();
    let id = write.reserve_generations(1).await.unwrap().remove(0);
    let new = NewGeneration {
        first_status: status,
        model: Some(ModelName::new(model).unwrap()),
        cost: cents.map(|cents| (Amount::from_nanos(cents * 10_000_000), CostBasis::Reported)),
        ..NewGeneration::started(id, BriefId::new(brief).unwrap(), now())
    };
    write.add_generation(&new, now()).await.unwrap();
    write.commit().await.unwrap();
}

#[tokio::test]
async fn the_first_attempt_freezes_the_latest_plan_and_later_plans_stay_drafts() {
    let sandbox = Sandbox::new().await;
    let pilot = pilot(&sandbox, &["bf_1"]).await;
    save(&sandbox, &pilot, "First thoughts").await;
    save(&sandbox, &pilot, "Two models").await;
    attempt(&sandbox, "bf_1", "kling", Status::PromptReady, None).await;
    let followed = sandbox.library.plan_followed(&pilot).await.unwrap().unwrap();
    assert_eq!(
        (followed.name.as_str(), followed.frozen_at),
        ("Two models", None),
        "a planned generation is no attempt"
    );

    attempt(&sandbox, "bf_1", "kling", Status::GenerationStarted, None).await;
    save(&sandbox, &pilot, "On second thoughts").await;
    attempt(&sandbox, "bf_1", "kling", Status::GenerationStarted, None).await;
    let plans = sandbox.library.plans(&pilot).await.unwrap();
    let frozen: Vec<_> = plans.iter().map(|plan| plan.frozen_at.is_some()).collect();
    assert_eq!(frozen, [false, true, false]);
    assert_eq!(
        sandbox.library.plan_followed(&pilot).await.unwrap().unwrap().name,
        "Two models"
    );
}

#[tokio::test]
async fn a_planned_generation_that_starts_freezes_the_plan_too() {
    let sandbox = Sandbox::new().await;
    let pilot = pilot(&sandbox, &["bf_1"]).await;
    save(&sandbox, &pilot, "The plan").await;
    attempt(&sandbox, "bf_1", "kling", Status::PromptReady, None).await;
    let raw = sandbox.raw().await;
    sqlx::query("UPDATE generations SET status = 'generation_started', status_rank = 2")
        .execute(&raw)
        .await
        .unwrap();
    assert!(
        sandbox
            .library
            .plan_followed(&pilot)
            .await
            .unwrap()
            .unwrap()
            .frozen_at
            .is_some()
    );
}

#[tokio::test]
async fn a_frozen_plan_can_neither_be_changed_nor_deleted_nor_frozen_again() {
    let sandbox = Sandbox::new().await;
    let pilot = pilot(&sandbox, &["bf_1"]).await;
    let plan = save(&sandbox, &pilot, "The plan").await;
    let other = save(&sandbox, &pilot, "Another").await;
    let mut write = sandbox.library.write().await.unwrap();
    write.freeze_plan(&pilot, &plan, now()).await.unwrap();
    let again = write.freeze_plan(&pilot, &other, now()).await.unwrap_err();
    assert!(matches!(again, StoreError::Invalid { field: "plan", .. }), "{again}");
    write.commit().await.unwrap();
    let raw = sandbox.raw().await;
    for sql in [
        "UPDATE plans SET projected_total_nanos = 1 WHERE name = 'The plan'",
        "DELETE FROM plans WHERE name = 'The plan'",
        "UPDATE plans SET frozen_at = created_at",
    ] {
        assert!(sqlx::query(sql).execute(&raw).await.is_err(), "{sql}");
    }
}

#[tokio::test]
async fn own_attempts_are_found_by_brief_pilot_model_and_format_and_by_what_they_are_called() {
    let sandbox = Sandbox::new().await;
    let pilot = pilot(&sandbox, &["bf_1", "bf_2"]).await;
    attempt(&sandbox, "bf_1", "kling", Status::Published, Some(60)).await;
    attempt(&sandbox, "bf_1", "kling", Status::GenerationFailed, Some(60)).await;
    attempt(&sandbox, "bf_2", "veo", Status::GenerationFailed, None).await;
    attempt(&sandbox, "bf_2", "veo", Status::ReviewPending, Some(200)).await;
    attempt(&sandbox, "bf_2", "veo", Status::PromptReady, None).await;
    attempt(&sandbox, "bf_elsewhere", "veo", Status::Published, Some(200)).await;
    for (name, expected) in [
        (pilot.as_str(), (4, 1, 1)),
        ("bf_2", (2, 0, 1)),
        ("veo", (3, 1, 1)),
        ("social_broll", (4, 1, 1)),
    ] {
        let of = sandbox.library.attempts_named(name).await.unwrap();
        let seen = sandbox.library.seen_attempts(&of).await.unwrap();
        assert_eq!((seen.total, seen.usable, seen.undecided), expected, "{name}: {of:?}");
    }
    assert!(sandbox.library.attempts_named("nobody").await.is_err());
    let nothing = AttemptsOf::Model(ModelName::new("unheard of").unwrap());
    assert_eq!(sandbox.library.seen_attempts(&nothing).await.unwrap().total, 0);
}

#[tokio::test]
async fn actual_costs_are_told_apart_by_how_they_are_known_and_the_dearest_surprise_comes_first() {
    let sandbox = Sandbox::new().await;
    let pilot = pilot(&sandbox, &["bf_1"]).await;
    attempt(&sandbox, "bf_1", "kling", Status::Published, Some(60)).await;
    attempt(&sandbox, "bf_1", "kling", Status::ReviewPending, None).await;
    attempt(&sandbox, "bf_1", "kling", Status::ReviewPending, Some(100)).await;
    attempt(&sandbox, "bf_1", "veo", Status::GenerationFailed, Some(500)).await;
    let actuals = sandbox.library.actuals(&pilot, ActualsBy::Model).await.unwrap();
    let told: Vec<_> = actuals
        .iter()
        .map(|one| {
            (
                one.model.as_ref().unwrap().as_str(),
                one.basis,
                one.attempts,
                one.usable,
                one.cost.to_string(),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            ("kling", None, 1, 0, "0".to_owned()),
            ("kling", Some(CostBasis::Reported), 2, 1, "1.6".to_owned()),
            ("veo", Some(CostBasis::Reported), 1, 0, "5".to_owned()),
        ]
    );
    let by_prompt = sandbox.library.actuals(&pilot, ActualsBy::Prompt).await.unwrap();
    assert!(by_prompt.iter().all(|one| one.part == ActualPart::Prompt(None)));
    let planned = [PlannedCost {
        model: ModelName::new("kling").unwrap(),
        cost: "0.6".parse().unwrap(),
    }];
    let clips = sandbox.library.actual_clips(&pilot, &planned, 0, 10).await.unwrap();
    assert_eq!(clips.len(), 4);
    assert_eq!(
        clips[0].actual.unwrap().0,
        "1".parse().unwrap(),
        "40 cents beyond the plan"
    );
    assert_eq!(clips[2].projected, None, "nothing was planned for the other model");
    assert_eq!(sandbox.library.actual_clips(&pilot, &[], 3, 10).await.unwrap().len(), 1);
}
