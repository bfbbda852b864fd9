//! `decide`, `history`, and the people who do it.

use crate::bench::Bench;

fn with_one_waiting() -> Bench {
    let bench = Bench::with_library();
    bench.write("log.csv", "id,brief_id,status\ngen_00001,bf_1,review_pending\n");
    bench.lib(&["log", "import", "log.csv"]).ended(0);
    bench
}

#[test]
fn the_first_person_named_becomes_the_owner_and_later_an_unknown_name_is_a_slip() {
    let bench = with_one_waiting();
    let first = bench
        .lib(&["decide", "gen_00001", "--as", "Maria", "--keep-for-edit"])
        .ended(0);
    assert!(
        first.errors.contains("first person of this library"),
        "{}",
        first.errors
    );
    let slip = bench
        .lib(&["decide", "gen_00001", "--as", "Mraia", "--to", "edited"])
        .ended(2);
    assert!(
        slip.errors.contains("Maria (pe_0001)") && slip.errors.contains("person add \"Mraia\""),
        "{}",
        slip.errors
    );
    bench
        .lib(&["decide", "gen_00001", "--as", "pe_0001", "--to", "edited"])
        .ended(0);
    assert_eq!(
        bench
            .json(&["person", "list"])
            .ended(0)
            .json()
            .as_array()
            .unwrap()
            .len(),
        1
    );
}

#[test]
fn a_move_that_the_workflow_does_not_have_is_refused_with_the_allowed_ones() {
    let bench = with_one_waiting();
    let refused = bench
        .lib(&["decide", "gen_00001", "--as", "Maria", "--to", "published"])
        .ended(1);
    assert!(
        refused.errors.contains("from review_pending to published"),
        "{}",
        refused.errors
    );
    assert!(
        refused.errors.contains("approved_for_edit, rejected_quality"),
        "{}",
        refused.errors
    );
    let other = bench.lib(&["decide", "gen_00001", "--as", "Maria", "--reject", "other"]);
    assert_ne!(other.code, 0, "`other` needs a note");
    bench
        .lib(&[
            "decide",
            "gen_00001",
            "--as",
            "Maria",
            "--reject",
            "other",
            "--note",
            "the mug blinks",
        ])
        .ended(0);
    let history = bench.json(&["history", "gen_00001"]).ended(0).json();
    assert_eq!(
        (&history[0]["to"], &history[0]["note"]),
        (&"rejected_quality".into(), &"the mug blinks".into())
    );
}

#[test]
fn what_waits_is_listed_page_by_page_and_what_was_judged_apart() {
    let bench = Bench::with_library();
    bench.write(
        "log.csv",
        "id,brief_id,status,created_at\ngen_00001,bf_1,review_pending,2026-01-01T00:00:00Z\n\
         gen_00002,bf_2,review_pending,2026-01-02T00:00:00Z\ngen_00003,bf_1,review_pending,2026-01-03T00:00:00Z\n",
    );
    bench.lib(&["log", "import", "log.csv"]).ended(0);
    let ids = |arguments: &[&str]| -> Vec<String> {
        let queue = bench.json(&[&["review-queue"], arguments].concat()).ended(0).json();
        let takes = queue["takes"].as_array().unwrap().clone();
        takes
            .iter()
            .map(|take| take["generation_id"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(ids(&[]), ["gen_00001", "gen_00002", "gen_00003"]);
    assert_eq!(ids(&["--brief", "bf_1"]), ["gen_00001", "gen_00003"]);
    assert_eq!(ids(&["--limit", "2"]), ["gen_00001", "gen_00002"]);
    assert_eq!(ids(&["--after", "gen_00002"]), ["gen_00003"]);
    let reasons = ["--reasons", "prompt_not_followed,artifact_or_distortion"];
    bench
        .lib(&[&["decide", "gen_00001", "--as", "Maria"], reasons.as_slice()].concat())
        .ended(0);
    assert_eq!(ids(&["--list", "judged"]), ["gen_00001"]);
    assert_eq!(ids(&["--mine", "Maria"]), ["gen_00003"], "the brief she has judged in");
    let history = bench.json(&["history", "gen_00001"]).ended(0).json();
    assert_eq!(
        history[0]["reasons"],
        serde_json::json!(["prompt_not_followed", "artifact_or_distortion"])
    );
    let said = bench.lib(&["review-queue"]).ended(0).output;
    assert!(
        said.contains("2 waiting, 0 held, 1 judged; 0 of 1 rejects say only `other`"),
        "{said}"
    );
}

#[test]
fn a_decision_says_one_thing_only_and_a_good_part_has_two_ends() {
    let bench = with_one_waiting();
    for wrong in [
        &["--keep", "--reasons", "too_generic"][..],
        &["--reject", "too_generic", "--in", "0", "--out", "9"],
        &["--keep", "--in", "5"],
        &["--keep", "--in", "9", "--out", "5"],
        &[],
    ] {
        let refused = bench.lib(&[&["decide", "gen_00001", "--as", "Maria"], wrong].concat());
        assert_eq!(refused.code, 2, "{wrong:?}: {refused:?}");
    }
    let without_clip = bench.lib(&[
        "decide",
        "gen_00001",
        "--as",
        "Maria",
        "--keep",
        "--in",
        "0",
        "--out",
        "9",
    ]);
    assert!(
        without_clip.errors.contains("no clip on this computer"),
        "{}",
        without_clip.errors
    );
}

#[test]
fn a_brief_is_added_shown_and_listed_and_a_wrong_one_is_told_field_by_field() {
    let bench = Bench::with_library();
    bench.write(
        "brief.json",
        r#"{"brief_id": "bf_2025_001", "channel": "instagram_reel", "format": "social_broll", "duration_seconds": 6,
            "goal": "A mug at dawn", "must_include": ["steam"], "must_avoid": ["hands"], "risk_level": "low",
            "consistency_requirement": "low", "shot_by": "Jo"}"#,
    );
    let added = bench.json(&["brief", "add", "brief.json"]).ended(0);
    assert_eq!(added.json()["id"], "bf_2025_001");
    assert!(added.errors.contains("shot_by"), "{}", added.errors);
    let shown = bench.json(&["brief", "show", "bf_2025_001"]).ended(0).json();
    assert_eq!(
        (&shown["goal"], &shown["duration_seconds"]),
        (&"A mug at dawn".into(), &6.into())
    );
    assert_eq!(
        (&shown["id"], &shown["must_include"][0], &shown["shot_by"]),
        (&"bf_2025_001".into(), &"steam".into(), &"Jo".into())
    );
    bench.write("shown.json", shown.to_string());
    bench.json(&["brief", "add", "shown.json"]).ended(0);
    assert_eq!(bench.json(&["brief", "show", "bf_2025_001"]).ended(0).json(), shown);
    assert_eq!(bench.json(&["brief", "list"]).ended(0).json()[0]["id"], "bf_2025_001");
    assert!(
        bench
            .lib(&["brief", "show", "bf_2025_001"])
            .ended(0)
            .output
            .contains("good production test")
    );
    bench.write(
        "wrong.json",
        r#"{"brief_id": "b", "risk_level": "medium", "duration_seconds": "long"}"#,
    );
    let wrong = bench.lib(&["brief", "add", "wrong.json"]).ended(1);
    assert!(
        wrong.errors.contains("risk_level") && wrong.errors.contains("duration_seconds"),
        "{}",
        wrong.errors
    );
}
