//! `note` and `notes`: written at frames, found by words, handed over.

use crate::bench::Bench;
use circletake_testkit::{ClipRecipe, Codec, Container};

fn with_a_clip() -> Bench {
    let bench = Bench::with_library();
    let clip = ClipRecipe::new(Codec::H264, Container::Mp4)
        .size(64, 48)
        .frames(12)
        .make();
    bench.lib(&["ingest", clip.as_str(), "--brief", "bf_1"]).ended(0);
    bench
}

#[test]
fn a_note_is_written_at_a_frame_found_by_its_words_and_handed_over_with_its_still() {
    let bench = with_a_clip();
    let written = bench
        .json(&[
            "note",
            "gen_00001",
            "--as",
            "Maria",
            "--at",
            "3",
            "--to",
            "7",
            "--category",
            "product",
            "The handle melts",
        ])
        .ended(0)
        .json();
    assert_eq!(written["text"]["range"], serde_json::json!({ "first": 3, "last": 7 }));
    bench
        .lib(&["note", "gen_00001", "--as", "Maria", "--at", "0", "=1+1"])
        .ended(0);
    let past = bench.lib(&["note", "gen_00001", "--as", "Maria", "--at", "12", "past the end"]);
    assert!(
        past.code != 0 && past.errors.contains("the clip has 12 frames"),
        "{past:?}"
    );
    let found = bench.json(&["notes", "list", "--search", "handle"]).ended(0).json();
    assert_eq!(found.as_array().unwrap().len(), 1);
    assert_eq!(
        bench
            .json(&["notes", "list", "gen_00001"])
            .ended(0)
            .json()
            .as_array()
            .unwrap()
            .len(),
        2
    );

    let export = bench.json(&["notes", "export", "-o", "handed"]).ended(0).json();
    assert_eq!((&export["notes"], &export["stills"]), (&2.into(), &2.into()));
    let rows = bench.read("handed/notes.csv");
    assert!(rows.contains("The handle melts") && rows.contains("'=1+1"), "{rows}");
    let timeline: serde_json::Value = serde_json::from_str(&bench.read("handed/notes.otio")).unwrap();
    let markers = &timeline["tracks"]["children"][0]["children"][0]["markers"];
    assert_eq!(markers[1]["marked_range"]["duration"]["value"], 5.0);
    let stills = bench.path("handed/stills").read_dir_utf8().unwrap().count();
    assert_eq!(stills, 2);
    assert_ne!(
        bench.lib(&["notes", "export", "-o", "handed"]).code,
        0,
        "nothing is written over"
    );
}

#[test]
fn a_good_part_is_kept_with_a_keep() {
    let bench = with_a_clip();
    let past = bench.lib(&[
        "decide",
        "gen_00001",
        "--as",
        "Maria",
        "--keep",
        "--in",
        "4",
        "--out",
        "12",
    ]);
    assert!(
        past.code != 0 && past.errors.contains("the clip has 12 frames"),
        "{past:?}"
    );
    bench
        .lib(&[
            "decide",
            "gen_00001",
            "--as",
            "Maria",
            "--keep",
            "--in",
            "4",
            "--out",
            "9",
        ])
        .ended(0);
}
