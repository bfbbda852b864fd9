//! Estimates from a terminal, with a library and without.

use crate::bench::Bench;
use serde_json::json;

const WORKED_PILOT: [&str; 16] = [
    "--generations",
    "50",
    "--usable-rate",
    "0.16",
    "--cost-per-generation",
    "0.6",
    "--review-minutes",
    "3.6",
    "--editing-minutes",
    "15",
    "--hourly-rate",
    "60",
    "--benchmark",
    "55",
    "--usable",
    "10",
];

#[test]
fn needed_generations_are_those_of_the_vectors_and_need_no_library() {
    let bench = Bench::new();
    let needed = |arguments: &[&str]| {
        let all = [&["--json", "estimate", "needed"], arguments].concat();
        bench.run(&all).ended(0).json()["generations"].clone()
    };
    assert_eq!(needed(&["--usable", "10", "--confidence", "0.9", "--rate", "0.16"]), 87);
    assert_eq!(
        needed(&["--usable", "10", "--confidence", "0.9", "--seen", "8/50"]),
        106
    );
    assert_eq!(needed(&["--usable", "0", "--confidence", "0.9", "--rate", "0.16"]), 0);
    let billion = ["--usable", "160000000", "--confidence", "0.9", "--rate", "0.16"];
    assert!(needed(&billion).as_u64().unwrap() > 1_000_000_000);
}

#[test]
fn what_no_plan_can_be_made_of_is_refused_as_usage_and_says_why() {
    let bench = Bench::new();
    for (arguments, word) in [
        (["--rate", "0"], "above 0"),
        (["--rate", "1.5"], "between 0 and 1"),
        (["--seen", "9/8"], "cannot be"),
        (["--seen", "eight"], "U/N"),
    ] {
        let all = [
            &["estimate", "needed", "--usable", "1", "--confidence", "0.9"],
            &arguments[..],
        ]
        .concat();
        let ran = bench.run(&all).ended(2);
        assert!(ran.errors.contains(word), "{ran:?}");
    }
    bench
        .run(&[
            "estimate",
            "needed",
            "--usable",
            "1",
            "--confidence",
            "1",
            "--rate",
            "0.5",
        ])
        .ended(2);
    bench.run(&["estimate", "plan", "--generations", "5"]).ended(2);
}

#[test]
fn the_worked_pilot_is_planned_without_a_library() {
    let bench = Bench::new();
    let plan = bench
        .run(&[&["--json", "estimate", "plan"], &WORKED_PILOT[..]].concat())
        .ended(0)
        .json();
    assert_eq!(plan["cost_per_usable"], "41.25");
    assert_eq!(plan["total_cost"], "330");
    assert_eq!(
        plan["needed"][2],
        json!({ "confidence": "0.9", "generations": 87, "why_not": null })
    );
    let [low, high] = [0, 1].map(|end| {
        plan["cost_per_usable_interval"][end]
            .as_str()
            .unwrap()
            .parse::<f64>()
            .unwrap()
    });
    assert!(low < 41.25 && 41.25 < high);
    let words = bench
        .run(&[&["estimate", "plan"], &WORKED_PILOT[..]].concat())
        .ended(0)
        .output;
    assert!(words.contains("cost per usable clip  41.25 USD"), "{words}");
}

#[test]
fn an_unknown_price_and_a_missing_rate_leave_the_total_unknown() {
    let bench = Bench::new();
    let arguments = [
        "estimate",
        "plan",
        "--generations",
        "50",
        "--usable-rate",
        "0.16",
        "--editing-minutes",
        "15",
    ];
    let plan = bench.run(&[&["--json"], &arguments[..]].concat()).ended(0).json();
    assert!(plan["total_cost"].is_null() && plan["cost_per_usable"].is_null());
    assert_eq!(plan["unknown"].as_array().unwrap().len(), 2);
    let words = bench.run(&arguments).ended(0).output;
    assert!(
        words.contains("total                 unknown, at least 0.00 USD"),
        "{words}"
    );
}

#[test]
fn own_attempts_give_the_rate_and_a_plan_is_kept_with_its_pilot() {
    let bench = Bench::with_library();
    bench.write("brief.json", r#"{"brief_id": "bf_1", "format": "social_broll"}"#);
    bench.lib(&["brief", "add", "brief.json"]).ended(0);
    bench.write(
        "log.csv",
        "id,brief_id,model,status\ng1,bf_1,kling,published\ng2,bf_1,kling,rejected_quality\n",
    );
    bench.lib(&["log", "import", "log.csv"]).ended(0);
    for of in ["bf_1", "kling", "social_broll"] {
        let plan = bench
            .json(&[
                "estimate",
                "plan",
                "--generations",
                "20",
                "--history",
                of,
                "--cost-per-generation",
                "1",
            ])
            .ended(0)
            .json();
        assert_eq!(plan["models"][0]["rate"]["mean"], "0.5", "{of}");
    }
    bench
        .lib(&["estimate", "plan", "--generations", "20", "--history", "nobody"])
        .ended(2);
}

#[test]
fn a_plan_for_a_brief_takes_its_length_and_size_and_keeps_its_name() {
    let bench = Bench::with_library();
    bench.write(
        "brief.json",
        r#"{"brief_id": "bf_1", "format": "social_broll", "duration_seconds": 6, "resolution": "1080p"}"#,
    );
    bench.lib(&["brief", "add", "brief.json"]).ended(0);
    let estimate = [
        "estimate",
        "plan",
        "--generations",
        "10",
        "--usable-rate",
        "0.2",
        "--brief",
        "bf_1",
    ];
    let plan = bench
        .json(&[&estimate[..], &["--price-per-second", "0.5"]].concat())
        .ended(0)
        .json();
    assert_eq!(plan["model_cost"], "30");
    bench
        .lib(&[
            "estimate",
            "plan",
            "--generations",
            "1",
            "--usable-rate",
            "1",
            "--brief",
            "bf_9",
        ])
        .ended(2);
}
