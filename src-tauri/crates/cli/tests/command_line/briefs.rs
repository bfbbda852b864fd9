//! Briefs and prompts from a terminal: in, out, rendered, held against each other.

use crate::bench::Bench;
use serde_json::{Value, json};
use std::fmt::Write;

const BRIEF: &str = r#"{"brief_id": "bf_1", "channel": "instagram_reel", "format": "social_broll", "duration_seconds": 6.5,
  "goal": "A mug at dawn", "scene": "A mug on a sill", "mood": "calm", "camera_direction": "slow push in",
  "must_include": ["steam", "window"], "must_avoid": ["hands"], "risk_level": "low", "consistency_requirement": "low", "shot_list": [1]}"#;

fn with_brief() -> Bench {
    let bench = Bench::with_library();
    bench.write("brief.json", BRIEF);
    bench.json(&["brief", "add", "brief.json"]).ended(0);
    bench
}

#[test]
fn a_brief_goes_out_as_it_came_in_and_in_again_as_another_revision() {
    let bench = with_brief();
    bench
        .run(&["--library", "lib", "brief", "export", "bf_1", "-o", "out.json"])
        .ended(0);
    let out: Value = serde_json::from_str(&bench.read("out.json")).unwrap();
    let came: Value = serde_json::from_str(BRIEF).unwrap();
    for (field, value) in came.as_object().unwrap() {
        assert_eq!(&out[field], value, "{field}");
    }
    let mut next = out.clone();
    next["mood"] = json!("bright");
    bench.write("next.json", next.to_string());
    bench.json(&["brief", "add", "next.json"]).ended(0);
    let at = |revision: &str| {
        bench
            .json(&["brief", "export", "bf_1", "--revision", revision])
            .ended(0)
            .json()
    };
    assert_eq!((&at("1")["mood"], &at("2")["mood"]), (&json!("calm"), &json!("bright")));
    assert_eq!(bench.json(&["brief", "export", "bf_1", "--revision", "3"]).code, 2);
}

#[test]
fn a_prompt_renders_with_the_standing_exclusions_and_names_what_it_lacks() {
    let bench = with_brief();
    let rendered = bench.json(&["prompt", "render", "--brief", "bf_1"]).ended(0).json();
    let text = rendered["text"].as_str().unwrap();
    assert!(
        text.starts_with("A 6.5 second social_broll clip for instagram_reel.\n"),
        "{text}"
    );
    assert!(
        text.ends_with("No text overlays.\nNo logos.\nNo recognisable public figures.\n"),
        "{text}"
    );
    assert_eq!(rendered["template_id"], "tpl_built_in");
    assert_eq!(rendered["unused"], json!(["goal"]));
    for (template, code, name) in [
        ("{{sceen}}", "unknown_placeholder", "sceen"),
        ("{{voice_cues}}", "unfilled_placeholder", "voice_cues"),
        ("{{mood", "unclosed_placeholder", "line 1"),
    ] {
        bench.write("template.txt", template);
        let failed = bench
            .json(&["prompt", "render", "--brief", "bf_1", "--file", "template.txt"])
            .ended(1);
        let told = format!("{}{}", failed.output, failed.errors);
        assert!(told.contains(code) && told.contains(name), "{failed:?}");
    }
}

#[test]
fn a_kept_prompt_settles_its_version_and_the_next_one_can_be_rendered_by_number() {
    let bench = with_brief();
    bench.write("hook.txt", "{{mood}} hook");
    let added = bench
        .json(&["prompt", "add", "hook.txt", "--name", "Winter hook"])
        .ended(0)
        .json();
    assert_eq!(added["id"], "tpl_winter_hook");
    let kept = bench
        .json(&[
            "prompt",
            "render",
            "--brief",
            "bf_1",
            "--template",
            "tpl_winter_hook",
            "--keep",
        ])
        .ended(0)
        .json();
    assert_eq!(
        (&kept["id"], &kept["version"], &kept["brief_revision"]),
        (&json!("pr_00001"), &json!("1"), &json!(1))
    );
    bench.write("hook.txt", "{{scene}} hook");
    bench
        .json(&["prompt", "add", "hook.txt", "--template", "tpl_winter_hook"])
        .ended(0);
    let text = |template: &str| {
        let rendered = bench
            .json(&["prompt", "render", "--brief", "bf_1", "--template", template])
            .ended(0)
            .json();
        rendered["text"].as_str().unwrap().lines().next().unwrap().to_owned()
    };
    assert_eq!(text("tpl_winter_hook"), "A mug on a sill hook");
    assert_eq!(text("tpl_winter_hook@1"), "calm hook");
    let list = bench.json(&["prompt", "list"]).ended(0).json();
    let hook = list
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["id"] == "tpl_winter_hook")
        .unwrap();
    assert_eq!(
        (&hook["versions"][1]["settled"], &hook["versions"][0]["settled"]),
        (&json!(true), &json!(false))
    );
}

/// `usable` of `total` attempts with one version of a prompt.
fn attempts(log: &mut String, from: u32, version: &str, usable: u32, total: u32) {
    for number in 0..total {
        let status = if number < usable {
            "published"
        } else {
            "rejected_quality"
        };
        let reason = if number < usable { "" } else { "too_generic" };
        writeln!(
            log,
            "gen_{:05},bf_1,pr_hook,{version},{status},{reason},0.60",
            from + number
        )
        .unwrap();
    }
}

#[test]
fn prompts_of_a_log_are_compared_by_what_became_of_them_and_never_too_early() {
    let bench = with_brief();
    let mut log = "id,brief_id,prompt_id,prompt_version,status,rejection_reason,generation_cost_usd\n".to_owned();
    attempts(&mut log, 1, "v1", 4, 25);
    attempts(&mut log, 101, "v2", 6, 25);
    attempts(&mut log, 201, "v3", 20, 25);
    bench.write("log.csv", log);
    bench.json(&["log", "import", "log.csv"]).ended(0);
    let early = bench
        .json(&["compare-prompts", "pr_hook@v1", "pr_hook@v2"])
        .ended(0)
        .json();
    assert_eq!(early["verdict"], "too_early_to_tell");
    assert_eq!((&early["a"]["total"], &early["a"]["usable"]), (&json!(25), &json!(4)));
    assert_eq!(
        (&early["a"]["usable_rate"], &early["b"]["usable_rate"]),
        (&json!("0.16"), &json!("0.24"))
    );
    assert_eq!(early["a"]["cost_per_usable"], "3.75");
    assert_eq!(early["a"]["rejection_reasons"][0]["reason"], "too_generic");
    let [low, high] = [0, 1].map(|end| {
        early["a"]["usable_rate_interval"][end]
            .as_str()
            .unwrap()
            .parse::<f64>()
            .unwrap()
    });
    assert!(low < 0.16 && 0.16 < high, "{low} {high}");
    let sure = bench
        .json(&["compare-prompts", "pr_hook@v1", "pr_hook@v3"])
        .ended(0)
        .json();
    assert_eq!(sure["verdict"], "b_is_better");
    assert!(sure["b_beats_a"].as_str().unwrap().parse::<f64>().unwrap() > 0.999);
    let turned = bench
        .json(&["compare-prompts", "pr_hook@v3", "pr_hook@v1"])
        .ended(0)
        .json();
    assert_eq!(turned["verdict"], "a_is_better");
    let words = bench
        .run(&["--library", "lib", "compare-prompts", "pr_hook@v1", "pr_hook@v2"])
        .ended(0);
    assert!(
        words
            .output
            .contains("Too early to tell: pr_hook@v2 beats pr_hook@v1 with a probability of"),
        "{words:?}"
    );
    assert_eq!(bench.json(&["compare-prompts", "pr_hook@v9", "pr_hook"]).code, 2);
    let untried = bench
        .json(&["compare-prompts", "tpl_built_in", "pr_hook"])
        .ended(0)
        .json();
    assert_eq!(
        (&untried["a"]["usable_rate"], &untried["a"]["cost_per_usable"]),
        (&Value::Null, &Value::Null)
    );
    assert_eq!(untried["verdict"], "too_early_to_tell");
}
