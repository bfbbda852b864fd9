//! `log import`: all rows or none, every bad row told, the same file twice changes nothing.

use crate::bench::Bench;
use circletake_testkit::real_clips::real_clips;
use std::fmt::Write;

const HEAD: &str = "id,brief_id,generation_cost_usd,status,rejection_reason,review_minutes,published,shot\n";

fn log(rows: &[&str]) -> String {
    format!("{HEAD}{}\n", rows.join("\n"))
}

#[test]
fn one_bad_row_keeps_all_out_until_it_is_skipped_and_is_told_with_line_field_and_value() {
    let bench = Bench::with_library();
    bench.write(
        "log.csv",
        log(&[
            "gen_00001,bf_1,0.42,review_pending,,,false,a",
            "gen_00002,bf_1,cheap,rejected,artifacts,2,false,\"b\nb\"",
            "gen_00003,bf_1,$1.50,failed,,,false,c",
        ]),
    );
    let refused = bench.json(&["log", "import", "log.csv"]).ended(1).json();
    assert_eq!(refused["imported"], 0);
    assert_eq!(refused["bad"].as_array().unwrap().len(), 1);
    let bad = &refused["bad"][0];
    assert_eq!(
        (&bad["line"], &bad["field"], &bad["value"]),
        (&3.into(), &"generation_cost_usd".into(), &"cheap".into())
    );
    assert!(
        bad["message"]
            .as_str()
            .unwrap()
            .contains("an amount of 0 or more in USD")
    );
    bench.lib(&["report", "--brief", "bf_1"]).ended(2);
    let skipped = bench.json(&["log", "import", "log.csv", "--skip-bad"]).ended(1).json();
    assert_eq!(skipped["imported"], 2);
    let report = bench.json(&["report", "--brief", "bf_1"]).ended(0).json();
    assert_eq!(
        (&report["total"], &report["failed"], &report["model_cost"]),
        (&2.into(), &1.into(), &"1.92".into())
    );
}

#[test]
fn importing_again_changes_nothing_and_what_differs_is_taken_only_when_asked() {
    let bench = Bench::with_library();
    bench.write(
        "log.csv",
        log(&[
            "gen_00001,bf_1,0.42,review_pending,,1.5,false,a",
            "gen_00002,bf_1,,failed,,,false,",
        ]),
    );
    assert_eq!(
        bench.json(&["log", "import", "log.csv", "--dry-run"]).ended(0).json()["imported"],
        2
    );
    assert_eq!(bench.json(&["log", "import", "log.csv"]).ended(0).json()["imported"], 2);
    let before = bench.json(&["history", "gen_00001"]).ended(0).output;
    let again = bench.json(&["log", "import", "log.csv"]).ended(0).json();
    assert_eq!((&again["imported"], &again["unchanged"]), (&0.into(), &2.into()));
    assert_eq!(bench.json(&["history", "gen_00001"]).ended(0).output, before);

    bench.write("newer.csv", log(&["gen_00001,bf_1,0.42,rejected,artifacts,4,false,b"]));
    let conflict = bench.json(&["log", "import", "newer.csv"]).ended(1).json();
    assert_eq!(conflict["conflicts"][0]["id"], "gen_00001");
    assert_eq!(
        conflict["conflicts"][0]["fields"],
        serde_json::json!(["status", "rejection_reason", "review_minutes", "shot"])
    );
    let updated = bench.json(&["log", "import", "newer.csv", "--update"]).ended(0).json();
    assert_eq!(
        (&updated["updated"], &updated["conflicts"]),
        (&1.into(), &serde_json::json!([]))
    );
    assert_eq!(
        bench.json(&["log", "import", "newer.csv"]).ended(0).json()["unchanged"],
        1
    );
    let history = bench.json(&["history", "gen_00001"]).ended(0).json();
    assert_eq!(
        (&history[0]["to"], &history[0]["reason"]),
        (&"rejected_quality".into(), &"artifact_or_distortion".into())
    );
    assert!(history[0]["person_id"].is_null());
    let report = bench.json(&["report", "--brief", "bf_1"]).ended(0).json();
    assert_eq!(
        (&report["review_minutes"], &report["unknown_costs"]),
        (&"4".into(), &1.into())
    );
}

#[test]
fn columns_under_other_names_are_recognised_or_mapped_and_unknown_words_can_be_named() {
    let bench = Bench::with_library();
    bench.write(
        "sheet.tsv",
        "Take\tBrief\tBill\tState\tReview time\ngen_1\tbf_1\t\"1,234.50\"\ton hold\t1h 30m\n",
    );
    let unknown = bench.json(&["log", "import", "sheet.tsv"]).ended(1).json();
    assert_eq!(unknown["bad"][0]["field"], "status");
    let wrong = bench
        .json(&["log", "import", "sheet.tsv", "--map", "generation_cost_usd=Price"])
        .ended(2)
        .json();
    assert_eq!(wrong["error"]["code"], "unknown_column");
    let mapped = [
        "log",
        "import",
        "sheet.tsv",
        "--map",
        "generation_cost_usd=Bill",
        "--map",
        "status:on hold=review_pending",
    ];
    assert_eq!(bench.json(&mapped).ended(0).json()["imported"], 1);
    let report = bench
        .json(&["report", "--brief", "bf_1", "--hourly-rate", "60"])
        .ended(0)
        .json();
    assert_eq!(
        (&report["model_cost"], &report["human_cost"]),
        (&"1234.5".into(), &"90".into())
    );
}

#[test]
fn an_id_that_says_two_things_in_one_file_is_a_bad_row() {
    let bench = Bench::with_library();
    let row = "gen_00001,bf_1,0.42,review_pending,,,false,";
    bench.write(
        "log.csv",
        log(&[row, row, "gen_00001,bf_1,0.99,review_pending,,,false,"]),
    );
    let report = bench.json(&["log", "import", "log.csv", "--skip-bad"]).ended(1).json();
    assert_eq!((&report["imported"], &report["unchanged"]), (&1.into(), &1.into()));
    assert_eq!(
        (&report["bad"][0]["line"], &report["bad"][0]["field"]),
        (&4.into(), &"id".into())
    );
}

#[test]
fn clips_on_this_computer_are_linked_and_others_stay_addresses() {
    let Some(clips) = real_clips() else { return };
    let bench = Bench::with_library();
    let with_blank = bench.write("out/take two.mp4", std::fs::read(&clips[1]).unwrap());
    let address = format!("file://{}", with_blank.as_str().replace(' ', "%20"));
    let broken = bench.write("out/broken.mp4", b"nothing to see");
    let assets = [
        clips[0].as_str(),
        address.as_str(),
        "out/broken.mp4",
        "s3://bucket/a.mp4",
        "https://host/b.mp4",
        "/no/such.mp4",
    ];
    let mut log = String::new();
    for (number, asset) in assets.iter().enumerate() {
        writeln!(log, "{{\"id\": \"gen_{number}\", \"brief_id\": \"bf_1\", \"status\": \"review_pending\", \"asset_url\": {asset:?}}}").unwrap();
    }
    bench.write("log.jsonl", log);
    let report = bench.json(&["log", "import", "log.jsonl"]).ended(1).json();
    assert_eq!((&report["imported"], &report["clips_linked"]), (&6.into(), &2.into()));
    assert_eq!(report["clips_failed"][0]["path"], broken.as_str());
    assert_eq!(
        bench.json(&["log", "import", "log.jsonl"]).ended(0).json()["unchanged"],
        6
    );
    let exported = bench.lib(&["log", "export", "-o", "-"]).ended(0).output;
    assert!(exported.contains("\"asset_url\":\"s3://bucket/a.mp4\""), "{exported}");
}

#[test]
fn a_hundred_thousand_rows_come_in_in_one_go_and_again_without_a_change() {
    let bench = Bench::with_library();
    let mut log = HEAD.to_owned();
    for number in 0..100_000 {
        let end = match number % 4 {
            0 => "rejected,generic,1.5,false,x",
            1 => "published,,2,true,y",
            2 => "failed,,,false,",
            _ => "review_pending,,,,",
        };
        writeln!(log, "gen_{number:06},bf_{},0.05,{end}", number % 10).unwrap();
    }
    bench.write("log.csv", log);
    let ran = bench.json(&["log", "import", "log.csv"]).ended(0);
    assert_eq!(ran.json()["imported"], 100_000);
    let report = bench.json(&["report", "--brief", "bf_1"]).ended(0).json();
    assert_eq!(
        (&report["total"], &report["model_cost"]),
        (&10_000.into(), &"500".into())
    );
    assert_eq!(
        bench.json(&["log", "import", "log.csv"]).ended(0).json()["unchanged"],
        100_000
    );
}

#[test]
fn what_is_no_log_says_so() {
    let bench = Bench::with_library();
    bench.write("empty.csv", b"");
    bench.write("picture.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    for file in ["empty.csv", "picture.png"] {
        let refused = bench.json(&["log", "import", file]).ended(1).json();
        assert_eq!(refused["error"]["code"], "not_a_log");
    }
    bench.json(&["log", "import", "none.csv"]).ended(2);
}
