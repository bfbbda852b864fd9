//! What clips are said to have cost, and which prompt made them, when they come in.
#![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

mod common;

use circletake_app::view::clips::{ClipFilter, ClipSort};
use circletake_app::view::import::{ClipCost, IngestOptions, LogFormat, PromptVersionName};
use circletake_app::view::pilot::Scope;
use circletake_domain::id::ModelName;
use circletake_domain::money::CostBasis;
use circletake_testkit::{ClipRecipe, Codec, Container};
use common::{Sandbox, options};
use rust_decimal::Decimal;
use std::path::PathBuf;
use tokio_util::sync::CancellationToken;

#[tokio::test]
async fn clips_count_with_the_prompt_version_that_made_them_and_cost_what_is_said_of_them() {
    let sandbox = Sandbox::new(false).await;
    let library = &sandbox.library;
    let template = library.create_template("Hook", "{{scene}}, {{mood}}").await.unwrap();
    let prompt = |number| {
        Some(PromptVersionName {
            template_id: template.id.clone(),
            number,
        })
    };
    let cost = |amount: &str, basis| {
        Some(ClipCost {
            amount: amount.parse().unwrap(),
            basis,
        })
    };
    let delivery = sandbox.delivery();
    let bring = async |options: &IngestOptions| {
        let paths = std::slice::from_ref(&delivery);
        library.ingest(paths, options, &|_| {}, &CancellationToken::new()).await
    };
    let said = IngestOptions {
        model: Some(ModelName::new("house").unwrap()),
        prompt: prompt(1),
        cost: cost("0.72", CostBasis::Billed),
        ..options(false)
    };
    for (refused, field) in [
        (
            IngestOptions {
                prompt: prompt(9),
                ..said.clone()
            },
            "template version",
        ),
        (
            IngestOptions {
                cost: cost("-1", CostBasis::Billed),
                ..said.clone()
            },
            "cost of a clip",
        ),
        (
            IngestOptions {
                cost: cost("1", CostBasis::Estimated),
                ..said.clone()
            },
            "cost of a clip",
        ),
    ] {
        let refused = bring(&refused).await.unwrap_err();
        assert!(refused.to_string().contains(field), "{refused}");
    }
    assert_eq!(bring(&said).await.unwrap().added, 2);
    let page = library
        .clip_page(&ClipFilter::default(), ClipSort::Id, 0, 10)
        .await
        .unwrap();
    for row in &page.rows {
        assert_eq!(row.cost.as_ref().map(ToString::to_string).as_deref(), Some("0.72"));
        assert_eq!(row.cost_basis, Some(CostBasis::Billed));
    }
    let templates = library.templates().await.unwrap();
    let hook = templates.iter().find(|one| one.id == template.id).unwrap();
    assert!(hook.versions[0].settled, "what was used changes no more");
    assert_eq!(hook.versions[0].numbers.total, 2);
    assert_eq!(hook.versions[0].numbers.model_cost, "1.44");
    // The brief was bare, so what was sent is not known, and no text stands for it.
    let detail = library.clip_detail(&page.rows[0].generation_id).await.unwrap();
    assert_eq!(detail.prompt, None);
    let mut log = Vec::new();
    library
        .write_log(&Scope::Library, LogFormat::Jsonl, &mut log)
        .await
        .unwrap();
    let first: serde_json::Value =
        serde_json::from_str(String::from_utf8(log).unwrap().lines().next().unwrap()).unwrap();
    assert_eq!(
        (&first["prompt_id"], &first["prompt_version"]),
        (&template.id.as_str().into(), &1.into())
    );
    assert_eq!(first["cost_basis"], "billed");
}

#[tokio::test]
async fn clips_of_a_written_brief_keep_the_text_that_the_version_reads_for_it() {
    let sandbox = Sandbox::new(false).await;
    let library = &sandbox.library;
    let brief = serde_json::json!({
        "brief_id": "bf_2025_001", "channel": "instagram_reel", "format": "social_broll", "duration_seconds": 6, "goal": "Slow mornings",
        "scene": "Dunes", "mood": "calm", "camera_direction": "push in", "must_include": ["sun"], "must_avoid": ["people"],
    });
    library.add_brief(&brief).await.unwrap();
    let built_in = library.prompt_version_named("tpl_built_in@1").await.unwrap();
    let said = IngestOptions {
        prompt: Some(built_in),
        ..options(false)
    };
    let paths = [sandbox.delivery()];
    let report = library
        .ingest(&paths, &said, &|_| {}, &CancellationToken::new())
        .await
        .unwrap();
    let detail = library.clip_detail(&report.clips[0].generation_id).await.unwrap();
    let text = detail.prompt.unwrap();
    assert!(text.contains("Dunes") && text.contains("push in"), "{text}");
}

#[tokio::test]
async fn clips_without_a_cost_are_priced_by_the_catalogue_and_marked_as_assumed_or_stay_unknown() {
    let sandbox = Sandbox::new(false).await;
    let library = &sandbox.library;
    let columns = [
        ("provider", "Us"),
        ("model", "house"),
        ("price_per_second", "0.5"),
        ("audio", "bundled"),
        ("currency", "USD"),
    ];
    let columns = columns.map(|(name, value)| (name.to_owned(), value.to_owned())).into();
    library.add_price(&columns, None).await.unwrap();
    let paths = [sandbox.delivery()];
    let bring = async |model: &str, folder: &[PathBuf]| {
        let said = IngestOptions {
            model: Some(ModelName::new(model).unwrap()),
            ..options(true)
        };
        library
            .ingest(folder, &said, &|_| {}, &CancellationToken::new())
            .await
            .unwrap()
    };
    bring("house", &paths).await;
    let page = library
        .clip_page(&ClipFilter::default(), ClipSort::Id, 0, 10)
        .await
        .unwrap();
    for row in &page.rows {
        assert_eq!(row.cost_basis, Some(CostBasis::Assumed), "{row:?}");
        let seconds = Decimal::from(row.clip.as_ref().unwrap().duration_ms) / Decimal::from(1000);
        let cost: Decimal = row.cost.as_ref().unwrap().to_string().parse().unwrap();
        assert_eq!(cost.round_dp(3), (seconds * Decimal::new(5, 1)).round_dp(3));
    }
    let other = sandbox.path().join("other.mp4");
    fs_err::copy(ClipRecipe::new(Codec::H264, Container::Mp4).frames(40).make(), &other).unwrap();
    let report = bring("nobody-sells-this", &[other.into_std_path_buf()]).await;
    let detail = library.clip_detail(&report.clips[0].generation_id).await.unwrap();
    assert_eq!((detail.row.cost, detail.row.cost_basis), (None, None));
}
