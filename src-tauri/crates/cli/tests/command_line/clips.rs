//! `probe`, `frames`, `frame`, `poster`, `strip` and `ingest` on clips.

use crate::bench::Bench;
use circletake_testkit::real_clips::real_clips;
use serde_json::Value;

const DOCUMENTED: [&str; 18] = [
    "path",
    "container",
    "duration_us",
    "frame_count",
    "frame_rate",
    "variable_frame_rate",
    "width",
    "height",
    "display_width",
    "display_height",
    "rotation",
    "codec",
    "pixel_format",
    "bit_depth",
    "color",
    "audio",
    "bytes",
    "blake3",
];

#[test]
fn probe_prints_the_documented_fields_in_their_order_and_goes_on_after_a_bad_file() {
    let Some(clips) = real_clips() else { return };
    let bench = Bench::new();
    let broken = bench.write("broken.mp4", b"not a clip");
    let ran = bench
        .run(&["probe", clips[0].as_str(), broken.as_str(), clips[1].as_str()])
        .ended(1);
    let lines: Vec<&str> = ran.output.lines().collect();
    assert_eq!(lines.len(), 3);
    let places: Vec<usize> = DOCUMENTED
        .iter()
        .map(|field| lines[0].find(&format!("\"{field}\":")).unwrap())
        .collect();
    assert!(places.is_sorted(), "{}", lines[0]);
    let facts: Value = serde_json::from_str(lines[0]).unwrap();
    assert_eq!(facts["frame_rate"], "8/1");
    assert_eq!(facts["frame_count"], 49);
    assert_eq!(facts["duration_us"], 6_125_000);
    assert_eq!(facts["audio"], Value::Null);
    let error: Value = serde_json::from_str(lines[1]).unwrap();
    assert_eq!(error["error"]["code"], "not_a_video");
    assert!(error["error"]["hint"].is_string());
}

#[test]
fn frames_are_listed_and_one_of_them_is_written() {
    let Some(clips) = real_clips() else { return };
    let bench = Bench::new();
    let listed = bench.run(&["frames", clips[0].as_str()]).ended(0).output;
    assert_eq!(listed.lines().count(), 49);
    assert!(listed.starts_with("0,0\n1,125000\n"), "{listed}");
    let ran = bench
        .run(&["--json", "frame", clips[0].as_str(), "48", "-o", "last.png"])
        .ended(0);
    assert_eq!(ran.json()["width"], 720);
    let missing = bench
        .run(&["--json", "frame", clips[0].as_str(), "49", "-o", "none.png"])
        .ended(1);
    assert_eq!(missing.json()["error"]["code"], "no_such_frame");
    assert!(!bench.path("none.png").exists());
    bench
        .run(&["poster", clips[0].as_str(), "-o", "poster.jpg", "--width", "240"])
        .ended(0);
    bench
        .run(&["strip", clips[0].as_str(), "-o", "strip.jpg", "--tiles", "5"])
        .ended(0);
    for picture in ["poster.jpg", "strip.jpg"] {
        assert!(std::fs::read(bench.path(picture)).unwrap().starts_with(b"\xFF\xD8"));
    }
}

#[test]
fn clips_are_ingested_once_and_a_broken_one_is_named() {
    let Some(clips) = real_clips() else { return };
    let bench = Bench::with_library();
    for clip in &clips {
        bench.write(
            &format!("in/{}", clip.file_name().unwrap()),
            std::fs::read(clip).unwrap(),
        );
    }
    bench.write("in/broken.mp4", b"");
    let first = bench
        .json(&["ingest", "in", "--brief", "bf_new", "--model", "cogvideox"])
        .ended(1)
        .json();
    assert_eq!((&first["added"], &first["duplicates"]), (&7.into(), &0.into()));
    assert_eq!(first["clips"].as_array().unwrap().len(), 7);
    assert!(first["failed"][0]["path"].as_str().unwrap().ends_with("broken.mp4"));
    assert_eq!(first["failed"][0]["error"]["code"], "empty");
    let again = bench.json(&["ingest", "in", "--brief", "bf_new"]).ended(1).json();
    assert_eq!((&again["added"], &again["duplicates"]), (&0.into(), &7.into()));
    let brief = bench.json(&["brief", "show", "bf_new"]).ended(0).json();
    assert_eq!(
        (&brief["id"], &brief["generations"], &brief["pending"]),
        (&"bf_new".into(), &7.into(), &7.into())
    );
}

#[test]
fn the_real_clips_come_in_with_the_prompt_that_made_them_and_what_they_cost() {
    let Some(clips) = real_clips() else { return };
    let bench = Bench::with_library();
    bench.write(
        "brief.json",
        r#"{"brief_id": "bf_1", "channel": "instagram_reel", "format": "social_broll", "duration_seconds": 6, "goal": "Try it",
            "scene": "A lake", "mood": "calm", "camera_direction": "push in", "must_include": ["water"], "must_avoid": ["people"]}"#,
    );
    bench.lib(&["brief", "add", "brief.json"]).ended(0);
    let mut ingest = vec!["ingest", "--brief", "bf_1", "--model", "cogvideox"];
    ingest.extend(clips.iter().map(|clip| clip.as_str()));
    bench
        .lib(&[&ingest[..], &["--prompt", "tpl_built_in@9"]].concat())
        .ended(2);
    bench.lib(&[&ingest[..], &["--cost-basis", "billed"]].concat()).ended(2);
    bench
        .lib(&[&ingest[..], &["--cost", "1", "--cost-basis", "estimated"]].concat())
        .ended(2);
    let said = ["--prompt", "tpl_built_in", "--cost", "0.35", "--cost-basis", "billed"];
    let report = bench.json(&[&ingest[..], &said[..]].concat()).ended(0).json();
    assert_eq!(report["added"], 7);
    assert_eq!(
        bench.json(&["report", "--brief", "bf_1"]).ended(0).json()["model_cost"],
        "2.45"
    );
    let log = bench
        .lib(&["log", "export", "--format", "jsonl", "-o", "-"])
        .ended(0)
        .output;
    for line in log.lines() {
        let row: Value = serde_json::from_str(line).unwrap();
        assert_eq!(
            (&row["prompt_version"], &row["cost_basis"]),
            (&1.into(), &"billed".into()),
            "{line}"
        );
    }
    let plan = bench
        .json(&[
            "estimate",
            "plan",
            "--generations",
            "10",
            "--history",
            "tpl_built_in",
            "--cost-per-generation",
            "0.35",
        ])
        .ended(0)
        .json();
    assert!(
        plan["models"][0]["rate"]["basis"]
            .as_str()
            .unwrap()
            .starts_with("0 of 7 seen with tpl_built_in")
    );
}
