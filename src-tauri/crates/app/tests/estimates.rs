//! A run is planned, kept, frozen when it starts, and held against what came of it.
#![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

use camino::Utf8PathBuf;
use circletake_app::view::estimate::{
    AttemptsSource, GroupedPrompts, PlanDraft, PlanMinutes, PlanModel, PlanOverhead, PlanPrice, RateSource,
    RunFigureKind, SavePlanRequest, SecondKind,
};
use circletake_app::view::pilot_settings::PilotSettings;
use circletake_app::{
    AppError, LogImportOptions, OpenLibrary, Surroundings, generations_needed, plan_estimate_without_library,
};
use circletake_domain::id::{BriefId, ModelName, PilotId};
use circletake_domain::money::{CostBasis, Currency};
use circletake_domain::person::Role;
use circletake_domain::prices::PriceRequest;
use circletake_domain::statistics::RateBelief;
use circletake_media::{MediaPool, PoolOptions};
use rust_decimal::Decimal;
use tokio_util::sync::CancellationToken;

struct Sandbox {
    library: OpenLibrary,
    folder: tempfile::TempDir,
}

impl Sandbox {
    async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let place = Utf8PathBuf::from_path_buf(folder.path().join("library")).unwrap();
        let surroundings = Surroundings {
            background: false,
            ..Surroundings::new(MediaPool::new(PoolOptions::new(env!("CARGO_BIN_EXE_torture-kill"))))
        };
        let library = OpenLibrary::create(&place, "Test", usd(), surroundings).await.unwrap();
        Self { library, folder }
    }
    async fn pilot(&self, brief: &str) -> PilotId {
        let settings = PilotSettings {
            name: "Mugs".to_owned(),
            format: "social_broll".to_owned(),
            channel: "instagram_reel".to_owned(),
            target_generations: Some(50),
            benchmark: Some("55".parse().unwrap()),
            ..PilotSettings::default()
        };
        let pilot = self.library.create_pilot(&settings).await.unwrap();
        let brief = serde_json::json!({ "brief_id": brief, "format": "social_broll", "pilot_id": pilot.id });
        self.library.add_brief(&brief).await.unwrap();
        pilot.id
    }
    async fn log(&self, text: &str) {
        let path = Utf8PathBuf::from_path_buf(self.folder.path().join("log.csv")).unwrap();
        fs_err::write(&path, text).unwrap();
        let options = LogImportOptions::default();
        let report = self
            .library
            .import_log(
                &path,
                &std::collections::BTreeMap::new(),
                options,
                &|_| {},
                &CancellationToken::new(),
            )
            .await
            .unwrap();
        assert!(report.bad.is_empty(), "{report:?}");
    }
}

fn usd() -> Currency {
    Currency::new("USD").unwrap()
}

fn model(name: &str, generations: u32, price: PlanPrice, rate: RateSource) -> PlanModel {
    PlanModel {
        name: ModelName::new(name).unwrap(),
        generations,
        price,
        rate,
    }
}

fn each(amount: &str) -> PlanPrice {
    PlanPrice::PerGeneration {
        amount: amount.to_owned(),
    }
}

fn exactly(rate: &str) -> RateSource {
    RateSource::Exactly { rate: rate.to_owned() }
}

fn minutes(minutes: &str, rate: Option<&str>) -> PlanMinutes {
    PlanMinutes {
        minutes: minutes.to_owned(),
        person_id: None,
        hourly_rate: rate.map(str::to_owned),
    }
}

/// The worked pilot before it ran.
fn worked_pilot() -> PlanDraft {
    PlanDraft {
        brief_id: None,
        models: vec![model("kling", 50, each("0.6"), exactly("0.16"))],
        seconds: Some("5".to_owned()),
        review: minutes("3.6", Some("60")),
        editing: minutes("15", Some("60")),
        brand_review: PlanMinutes::default(),
        overhead: PlanOverhead::default(),
        benchmark: Some("55".to_owned()),
        usable_wanted: Some(10),
    }
}

#[tokio::test]
async fn a_plan_is_saved_with_its_brief_which_counts_in_the_pilot_from_then_on() {
    let sandbox = Sandbox::new().await;
    let (one, other) = (sandbox.pilot("bf_1").await, sandbox.pilot("bf_2").await);
    sandbox.log("id,brief_id,model,status\ng1,bf_3,kling,published\n").await;
    let plan = |pilot: &PilotId, brief: &str| SavePlanRequest {
        pilot_id: pilot.clone(),
        name: "Spring".to_owned(),
        draft: PlanDraft {
            brief_id: Some(BriefId::new(brief).unwrap()),
            ..worked_pilot()
        },
    };
    let kept = sandbox.library.save_plan(&plan(&one, "bf_1")).await.unwrap();
    assert_eq!(kept.draft.brief_id.unwrap().as_str(), "bf_1");
    assert_eq!(kept.frozen_at, None);
    let refused = sandbox.library.save_plan(&plan(&other, "bf_1")).await.unwrap_err();
    assert!(refused.to_string().contains("bf_1 counts in"), "{refused}");
    assert!(sandbox.library.save_plan(&plan(&one, "bf_9")).await.is_err());
    // The attempts of a brief that joins were made before the plan, and it says so.
    let late = sandbox.library.save_plan(&plan(&other, "bf_3")).await.unwrap();
    assert_eq!(late.attempts_before, 1);
    assert!(late.frozen_at.is_some());
    let joined = sandbox.library.brief(&BriefId::new("bf_3").unwrap()).await.unwrap();
    assert_eq!(joined.pilot_id, Some(other));
}

#[tokio::test]
async fn the_worked_pilot_is_planned_at_the_price_it_came_to() {
    let sandbox = Sandbox::new().await;
    let estimate = sandbox.library.plan_estimate(&worked_pilot()).await.unwrap();
    assert_eq!(estimate.cost_per_usable.as_deref(), Some("41.25"));
    assert_eq!(estimate.total_cost.as_deref(), Some("330"));
    assert_eq!(estimate.human_cost.as_deref(), Some("300"));
    assert_eq!(estimate.expected_usable, "8");
    let needed: Vec<_> = estimate.needed.iter().map(|one| one.generations).collect();
    assert_eq!(needed, [Some(61), Some(77), Some(87), Some(95)]);
    assert_eq!(estimate.models[0].cost_per_second.as_deref(), Some("0.12"));
    assert_eq!(estimate.models[0].rate.basis, "taken as known");
    let nowhere = plan_estimate_without_library(&worked_pilot(), usd()).await.unwrap();
    assert_eq!(nowhere, estimate, "a plan that asks no library needs none");
}

#[tokio::test]
async fn own_attempts_are_the_rate_of_the_next_run_and_what_is_undecided_is_told() {
    let sandbox = Sandbox::new().await;
    let pilot = sandbox.pilot("bf_1").await;
    let mut draft = worked_pilot();
    let source = AttemptsSource::Pilot(pilot);
    draft.models[0].rate = RateSource::History { source };
    let nothing = sandbox.library.plan_estimate(&draft).await.unwrap_err();
    assert!(
        matches!(
            nothing,
            AppError::Invalid {
                field: "usable rate",
                ..
            }
        ),
        "{nothing}"
    );
    sandbox
        .log("id,brief_id,model,status,generation_cost_usd,review_minutes\ng1,bf_1,kling,published,0.6,4\ng2,bf_1,kling,review_pending,0.6,2\n")
        .await;
    let estimate = sandbox.library.plan_estimate(&draft).await.unwrap();
    assert_eq!(
        estimate.models[0].rate.basis,
        "1 of 2 seen in pl_0001; 1 not decided yet count as not usable"
    );
    assert_eq!(estimate.models[0].rate.mean, "0.5");
    let sources = sandbox.library.attempt_sources().await.unwrap();
    let told: Vec<_> = sources.iter().map(|one| (one.label.as_str(), one.seen.total)).collect();
    assert_eq!(told, [("Mugs", 2), ("social_broll", 2), ("kling", 2)]);
    assert_eq!(sources[0].seen.review_minutes.as_deref(), Some("3"));
    assert_eq!(
        sources[0].seen.editing_minutes, None,
        "nobody wrote down any, which is not none"
    );
}

#[tokio::test]
async fn a_model_the_catalogue_does_not_know_is_unknown_and_never_free() {
    let sandbox = Sandbox::new().await;
    let mut draft = worked_pilot();
    let request = PriceRequest::of("no such model", Decimal::from(5));
    draft.models[0].price = PlanPrice::Catalogue { request };
    let estimate = sandbox.library.plan_estimate(&draft).await.unwrap();
    assert_eq!((estimate.model_cost, estimate.total_cost), (None, None));
    assert_eq!(estimate.known_cost, "300");
    assert!(
        estimate.unknown[0].message.contains("no price is known for the model"),
        "{:?}",
        estimate.unknown
    );
}

#[tokio::test]
async fn people_without_a_rate_are_told_and_those_with_one_are_priced_at_it() {
    let sandbox = Sandbox::new().await;
    let maria = sandbox
        .library
        .add_person("Maria", Role::Editor, Some("60".parse().unwrap()))
        .await
        .unwrap();
    let tom = sandbox.library.add_person("Tom", Role::Reviewer, None).await.unwrap();
    let mut draft = worked_pilot();
    draft.review = PlanMinutes {
        person_id: Some(tom.id),
        ..minutes("3.6", None)
    };
    draft.editing = PlanMinutes {
        person_id: Some(maria.id),
        ..minutes("15", None)
    };
    let estimate = sandbox.library.plan_estimate(&draft).await.unwrap();
    assert_eq!(estimate.human_cost, None);
    assert_eq!(estimate.known_cost, "150", "30 for models, 120 for editing");
    assert!(estimate.unknown[0].message.contains("an hour of review"));
}

#[tokio::test]
async fn what_cannot_be_read_is_named_by_its_field() {
    let sandbox = Sandbox::new().await;
    let mut draft = worked_pilot();
    draft.review.minutes = "three".to_owned();
    let refused = sandbox.library.plan_estimate(&draft).await.unwrap_err();
    assert!(refused.to_string().starts_with("review minutes: "), "{refused}");
    draft.review.minutes = "-3".to_owned();
    let refused = sandbox.library.plan_estimate(&draft).await.unwrap_err().to_string();
    assert!(refused.contains("cannot be below zero"), "{refused}");
    let mut draft = worked_pilot();
    draft.models[0].rate = exactly("16");
    assert!(sandbox.library.plan_estimate(&draft).await.is_err(), "16 is not 16 %");
    draft.models.clear();
    assert!(sandbox.library.plan_estimate(&draft).await.is_err());
    let mut draft = worked_pilot();
    draft.overhead.grouped = Some(GroupedPrompts {
        per_request: 40,
        saving: "0.3".to_owned(),
    });
    let refused = sandbox.library.plan_estimate(&draft).await.unwrap_err().to_string();
    assert!(refused.contains("2 to 16 prompts"), "{refused}");
}

#[tokio::test]
async fn a_plan_is_frozen_by_the_first_attempt_and_held_against_what_came_of_it() {
    let sandbox = Sandbox::new().await;
    let pilot = sandbox.pilot("bf_1").await;
    let request = SavePlanRequest {
        pilot_id: pilot.clone(),
        name: "First plan".to_owned(),
        draft: worked_pilot(),
    };
    let saved = sandbox.library.save_plan(&request).await.unwrap();
    assert_eq!((saved.frozen_at.is_some(), saved.attempts_before), (false, 0));
    sandbox
        .log(
            "id,brief_id,model,status,generation_cost_usd,review_minutes,prompt_id,prompt_version\n\
             g1,bf_1,kling,published,0.7,3.6,pr_1,1\n\
             g2,bf_1,kling,rejected_quality,0.6,3.6,pr_1,1\n\
             g3,bf_1,kling,generation_failed,,0,pr_1,2\n\
             g4,bf_1,veo,review_pending,2,3.6,pr_1,2\n",
        )
        .await;
    let view = sandbox.library.projection(&pilot).await.unwrap();
    let plan = view.plan.unwrap();
    assert!(plan.frozen_at.is_some(), "the first attempt froze it");
    assert_eq!(plan.name, "First plan");
    assert_eq!((view.attempts, view.unknown_costs), (4, 1));
    assert_eq!(view.bases[0].basis, CostBasis::Reported);
    assert_eq!((view.bases[0].amount.as_str(), view.bases[0].attempts), ("3.3", 3));
    let figure = |kind| view.run.iter().find(|figure| figure.kind == kind).unwrap();
    let models = figure(RunFigureKind::ModelCost);
    assert_eq!(
        (models.planned.as_deref(), models.actual.as_deref()),
        (Some("30"), Some("3.3"))
    );
    assert!(models.incomplete && models.variance.is_none(), "a cost is missing");
    assert_eq!(models.projected, None, "nothing was planned for the other model");
    let usable = figure(RunFigureKind::Usable);
    assert_eq!(
        (usable.projected.as_deref(), usable.actual.as_deref()),
        (Some("0.64"), Some("1"))
    );
    let kling = view.models.iter().find(|part| part.attempts == 3).unwrap();
    assert_eq!(kling.projected.as_deref(), Some("1.8"));
    assert_eq!((kling.actual.as_deref(), kling.unknown_costs), (Some("1.3"), 1));
    assert_eq!(view.prompts.len(), 2, "each prompt version on its own");
    assert!(
        view.seconds.iter().all(|second| second.actual.is_none()),
        "no file was measured"
    );
    assert_eq!(view.seconds[0].kind, SecondKind::Generated);

    let clips = sandbox.library.projection_clips(&pilot, 0, 10).await.unwrap();
    assert_eq!(clips[0].variance.as_deref(), Some("0.1"));
    assert_eq!(clips.last().unwrap().variance, None);

    let later = sandbox.library.save_plan(&request).await.unwrap();
    assert_eq!(
        (later.frozen_at, later.attempts_before),
        (None, 4),
        "the run keeps the plan it began with"
    );
    let refused = sandbox.library.freeze_plan(&pilot, &later.uid).await.unwrap_err();
    assert!(refused.to_string().contains("already follows"), "{refused}");
}

#[tokio::test]
async fn a_run_that_began_without_a_plan_follows_the_first_one_made_and_says_when_that_was() {
    let sandbox = Sandbox::new().await;
    let pilot = sandbox.pilot("bf_1").await;
    sandbox
        .log("id,brief_id,model,status\ng1,bf_1,kling,review_pending\n")
        .await;
    assert_eq!(sandbox.library.projection(&pilot).await.unwrap().plan, None);
    let request = SavePlanRequest {
        pilot_id: pilot,
        name: "Late".to_owned(),
        draft: worked_pilot(),
    };
    let saved = sandbox.library.save_plan(&request).await.unwrap();
    assert_eq!((saved.frozen_at.is_some(), saved.attempts_before), (true, 1));
}

#[test]
fn generations_needed_are_those_of_the_vectors() {
    let known = RateBelief::exactly(0.16).unwrap();
    assert_eq!(generations_needed(known, 10, 0.9).unwrap().generations, Some(87));
    assert!(generations_needed(known, 10, 1.5).is_err());
}
