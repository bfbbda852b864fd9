//! The JSON that scripts read: names, order and kinds, pinned.

use crate::bench::Bench;
use serde_json::Value;
use std::fmt::Write;

/// Times and places differ from run to run.
#[track_caller]
fn shape(ran: &Value) -> String {
    let text = serde_json::to_string_pretty(ran).unwrap();
    let lines = text.lines().map(|line| match line.split_once("\": \"") {
        Some((name, _)) if name.ends_with("\"at") || name.ends_with("\"folder") => format!("{name}\": \"...\","),
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
