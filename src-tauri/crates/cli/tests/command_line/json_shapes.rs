//! The JSON that scripts read: names, order and kinds, pinned.

use crate::bench::Bench;
use serde_json::Value;
use std::fmt::Write;

/// Times and places differ from run to run.
#[track_caller]
fn shape(ran: &Value) -> String {
    let text = serde_json::to_string_pretty(ran).unwrap();
    let lines = text.lines().map(|line| match line.split_once("\": \"") {
        Some((name, _))
            if ["\"at", "\"created_at", "\"folder"]
                .iter()
                .any(|end| name.ends_with(end)) =>
        {
            format!("{name}\": \"...\",")
        }
        _ => line.to_owned(),
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn every_command_keeps_its_shape() {
    let bench = Bench::new();
    let mut told = String::new();
    let mut tell = |name: &str, value: &Value| writeln!(told, "# {name}\n{}\n\n", shape(value)).unwrap();
    tell(
        "init",
        &bench
            .run(&["--json", "init", "lib", "--name", "Test", "--currency", "eur"])
            .ended(0)
            .json(),
    );
    bench.write(
        "brief.json",
        r#"{"brief_id": "bf_1", "goal": "A mug", "duration_seconds": 6.5}"#,
    );
    tell(
        "brief add",
        &bench.json(&["brief", "add", "brief.json"]).ended(0).json(),
    );
    tell("brief show", &bench.json(&["brief", "show", "bf_1"]).ended(0).json());
    tell(
        "person add",
        &bench
            .json(&["person", "add", "Maria", "--hourly-rate", "60"])
            .ended(0)
            .json(),
    );
    bench.write(
        "log.csv",
        "id,brief_id,status,cost,review_minutes\ngen_00001,bf_1,done,0.42,1\ngen_00002,bf_1,published,\u{20ac}1,\ngen_00003,bf_1,purple,1,\n",
    );
    tell(
        "log import",
        &bench.json(&["log", "import", "log.csv", "--skip-bad"]).ended(1).json(),
    );
    tell(
        "decide",
        &bench
            .json(&[
                "decide",
                "gen_00001",
                "--as",
                "Maria",
                "--reject",
                "too_generic",
                "--minutes",
                "2",
            ])
            .ended(0)
            .json(),
    );
    tell("history", &bench.json(&["history", "gen_00001"]).ended(0).json());
    tell("report", &bench.json(&["report", "--brief", "bf_1"]).ended(0).json());
    tell(
        "review-queue",
        &bench.json(&["review-queue", "--list", "judged"]).ended(0).json(),
    );
    tell("notes list", &bench.json(&["notes", "list"]).ended(0).json());
    tell("pilot list", &bench.json(&["pilot", "list"]).ended(0).json());
    tell(
        "log export",
        &bench.json(&["log", "export", "-o", "out.jsonl"]).ended(0).json(),
    );
    tell("an error", &bench.json(&["history", "gen_9"]).ended(2).json());
    insta::assert_snapshot!(told);
}

#[test]
fn every_answer_about_briefs_prompts_and_money_keeps_its_shape() {
    let bench = Bench::new();
    bench.run(&["--json", "init", "lib", "--name", "Test"]).ended(0);
    bench.write(
        "brief.json",
        r#"{"brief_id": "bf_1", "goal": "A mug", "format": "social_broll", "channel": "instagram_reel", "duration_seconds": 6,
            "scene": "A sill", "mood": "calm", "camera_direction": "slow push in", "must_include": ["a blue rim"], "must_avoid": ["hands"]}"#,
    );
    bench.write(
        "log.jsonl",
        r#"{"generation_id": "gen_00001", "brief_id": "bf_1", "status": "published", "prompt_id": "pr_1", "generation_cost": 0.42}
{"generation_id": "gen_00002", "brief_id": "bf_1", "status": "rejected_quality", "rejection_reason": "too_generic", "prompt_id": "pr_2"}
"#,
    );
    bench.json(&["brief", "add", "brief.json"]).ended(0);
    bench.json(&["log", "import", "log.jsonl"]).ended(0);
    let mut told = String::new();
    for (name, arguments) in [
        ("brief list", "brief list"),
        ("brief export", "brief export bf_1"),
        ("prompt list", "prompt list"),
        ("prompt render", "prompt render --brief bf_1"),
        ("compare-prompts", "compare-prompts pr_1 pr_2"),
        (
            "estimate price",
            "estimate price --base-rate 0.012 --seconds 150 --resolution 1080p --fps 30 --variant general",
        ),
        ("estimate buckets", "estimate buckets --preset example"),
        (
            "estimate needed",
            "estimate needed --usable 10 --confidence 0.9 --rate 0.16",
        ),
        (
            "estimate plan",
            "estimate plan --generations 50 --usable-rate 0.16 --cost-per-generation 0.6 --review-minutes 3.6 --editing-minutes 15 --hourly-rate 60 --benchmark 55",
        ),
    ] {
        let arguments: Vec<&str> = arguments.split(' ').collect();
        let answer = bench.json(&arguments).ended(0).json();
        writeln!(told, "# {name}\n{}\n\n", shape(&answer)).unwrap();
    }
    insta::assert_snapshot!(told);
}
