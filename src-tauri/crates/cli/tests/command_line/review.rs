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
