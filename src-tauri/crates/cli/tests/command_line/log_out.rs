//! `log export`, and the way of a pilot from one library into another.

use crate::bench::Bench;
use circletake_testkit::real_clips::real_clips;
use std::fmt::Write;

#[test]
fn a_pilot_goes_from_clips_to_a_report_and_the_same_report_comes_out_of_its_log_elsewhere() {
    let Some(clips) = real_clips() else { return };
    let bench = Bench::with_library();
    let folder = clips[0].parent().unwrap();
    for clip in &clips {
        bench
            .lib(&["ingest", clip.as_str(), "--brief", "bf_1", "--model", "cogvideox"])
            .ended(0);
    }
    bench
        .lib(&[
            "person",
            "add",
            "Maria",
            "--role",
            "creative_director",
            "--hourly-rate",
            "60",
        ])
        .ended(0);
    bench
        .lib(&[
            "person",
            "add",
            "Bea",
            "--role",
            "brand_reviewer",
            "--hourly-rate",
            "90",
        ])
        .ended(0);
    for (generation, decision) in [
        ("gen_00001", ["--keep", "--minutes", "3"].as_slice()),
        ("gen_00002", &["--reject", "artifact_or_distortion", "--minutes", "1.5"]),
        ("gen_00003", &["--reject", "product_detail_wrong"]),
        ("gen_00004", &["--keep-for-edit"]),
    ] {
        bench
            .lib(&[&["decide", generation, "--as", "Maria"], decision].concat())
            .ended(0);
    }
    bench.sign("gen_00001", "Bea");
    let report = bench.json(&["report", "--brief", "bf_1"]).ended(0).json();
    assert_eq!((&report["total"], &report["usable"]), (&7.into(), &1.into()));
    assert_eq!(report["human_cost"], "4.5");

    for format in ["csv", "jsonl"] {
        let (file, other) = (format!("log.{format}"), format!("other-{format}"));
        bench.lib(&["log", "export", "--brief", "bf_1", "-o", &file]).ended(0);
        bench.run(&["init", &other]).ended(0);
        let imported = bench
            .run(&["--library", &other, "--json", "log", "import", &file])
            .ended(0)
            .json();
        assert_eq!(
            (&imported["imported"], &imported["clips_linked"]),
            (&7.into(), &7.into()),
            "{folder}"
        );
        let elsewhere = bench
            .run(&[
                "--library",
                &other,
                "--json",
                "report",
                "--brief",
                "bf_1",
                "--hourly-rate",
                "60",
            ])
            .ended(0);
        let here = bench
            .json(&["report", "--brief", "bf_1", "--hourly-rate", "60"])
            .ended(0);
        assert_eq!(elsewhere.output, here.output);
        assert_eq!(bench.json(&["log", "import", &file]).ended(0).json()["unchanged"], 7);
    }
}

#[test]
fn an_export_runs_nothing_in_a_spreadsheet_and_comes_back_as_it_was() {
    let bench = Bench::with_library();
    let row = r#"{"id":"gen_1","brief_id":"=cmd|' /C calc'!A0","status":"generation_failed","error_message":"-2+3 @SUM","+note":"=1+1","shot":3}"#;
    bench.write("log.jsonl", row);
    bench.lib(&["log", "import", "log.jsonl"]).ended(0);
    bench.lib(&["log", "export", "-o", "log.csv"]).ended(0);
    let csv = bench.read("log.csv");
    for cell in csv.split([',', '\n']).map(|cell| cell.trim_start_matches('"')) {
        assert!(!cell.starts_with(['=', '+', '-', '@']), "{csv}");
    }
    assert_eq!(
        bench.json(&["log", "import", "log.csv"]).ended(0).json()["unchanged"],
        1
    );
    let exported = bench
        .lib(&["log", "export", "--format", "jsonl", "-o", "-"])
        .ended(0)
        .output;
    assert!(
        exported.contains("\"+note\":\"=1+1\"") && exported.contains("\"shot\":3"),
        "{exported}"
    );
}

#[test]
fn the_worked_pilot_reads_the_same_from_its_log() {
    let bench = Bench::with_library();
    let mut log =
        "id,brief_id,generation_cost_usd,status,rejection_reason,review_minutes,editing_minutes,published\n".to_owned();
    for number in 1..=50 {
        let end = match number {
            1..=5 => "published,,3.6,15,true",
            6..=8 => "approved_to_publish,,3.6,15,false",
            9..=12 => "generation_failed,,3.6,,false",
            _ => "rejected_quality,too_generic,3.6,,false",
        };
        writeln!(log, "gen_{number:05},bf_1,0.60,{end}").unwrap();
    }
    bench.write("log.csv", log);
    bench.lib(&["log", "import", "log.csv"]).ended(0);
    let report = bench
        .json(&["report", "--brief", "bf_1", "--hourly-rate", "60"])
        .ended(0)
        .json();
    for (field, value) in [
        ("usable_rate", "0.16"),
        ("attempts_per_usable", "6.25"),
        ("model_cost", "30"),
        ("review_minutes", "180"),
        ("editing_minutes", "120"),
        ("human_cost", "300"),
        ("total_cost", "330"),
        ("cost_per_usable", "41.25"),
        ("cost_per_published", "66"),
        ("human_minutes_per_usable", "37.5"),
    ] {
        assert_eq!(report[field], value, "{field}");
    }
    let words = bench
        .lib(&["report", "--brief", "bf_1", "--hourly-rate", "60"])
        .ended(0)
        .output;
    assert!(
        words.contains("16 % (95 %: 8.3 to 28.5 %)") && words.contains("41.25 USD (95 %: 23.15 USD to 79.16 USD)"),
        "{words}"
    );
}
