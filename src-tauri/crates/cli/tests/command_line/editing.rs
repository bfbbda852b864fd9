//! `add-version`, `history` and `verify`.

use crate::bench::Bench;
use circletake_testkit::{ClipRecipe, Codec, Container};

/// One take that Maria kept for edit.
fn with_one_kept() -> Bench {
    let bench = Bench::with_library();
    let clip = ClipRecipe::new(Codec::H264, Container::Mp4).frames(24).make();
    bench.lib(&["ingest", clip.as_str(), "--brief", "bf_1"]).ended(0);
    bench
        .lib(&["decide", "gen_00001", "--as", "Maria", "--keep-for-edit"])
        .ended(0);
    bench
}

fn edit() -> camino::Utf8PathBuf {
    ClipRecipe::new(Codec::H264, Container::Mp4).frames(18).make()
}

#[test]
fn an_edited_file_is_added_as_the_next_version_and_the_same_bytes_are_refused() {
    let bench = with_one_kept();
    let edit = edit();
    let arguments = [
        "add-version",
        "gen_00001",
        edit.as_str(),
        "--as",
        "Maria",
        "--minutes",
        "7.5",
    ];
    let added = bench.json(&arguments).ended(0).json();
    assert_eq!(
        (&added["version"], &added["status"]),
        (&2.into(), &"approved_for_edit".into())
    );
    let again = bench.lib(&arguments).ended(1);
    assert!(again.errors.contains("version 2 of gen_00001"), "{}", again.errors);
    let unknown = bench
        .lib(&["add-version", "gen_00099", edit.as_str(), "--as", "Maria"])
        .ended(2);
    assert!(unknown.errors.contains("gen_00099"), "{}", unknown.errors);
    bench.lib(&["decide", "gen_00001", "--as", "Maria", "--keep"]).ended(0);
    bench.lib(&["verify"]).ended(0);
}

#[test]
fn the_history_is_lines_for_people_json_for_scripts_and_a_table_for_a_spreadsheet() {
    let bench = with_one_kept();
    let lines = bench.lib(&["history"]).ended(0).output;
    assert!(
        lines.lines().next().unwrap().ends_with("Maria kept gen_00001"),
        "{lines}"
    );
    assert_eq!(lines.lines().count(), 4);
    let one = bench.json(&["history", "gen_00001"]).ended(0).json();
    assert_eq!(
        (one.as_array().unwrap().len(), &one[0]["to"]),
        (4, &"approved_for_edit".into())
    );
    let by_maria = bench.json(&["history", "--person", "Maria"]).ended(0).json();
    assert_eq!(
        (by_maria.as_array().unwrap().len(), &by_maria[0]["line"]),
        (1, &"Maria kept gen_00001".into())
    );
    let table = bench
        .lib(&["history", "--brief", "bf_1", "--format", "csv"])
        .ended(0)
        .output;
    assert!(table.starts_with("at,line,actor,"), "{table}");
    assert_eq!(table.lines().count(), 5);
    bench
        .lib(&["history", "--brief", "bf_1", "-o", "history.jsonl"])
        .ended(0);
    assert_eq!(bench.read("history.jsonl").lines().count(), 4);
    let unknown = bench.lib(&["history", "gen_00099"]).ended(2);
    assert!(unknown.errors.contains("gen_00099"), "{}", unknown.errors);
}

#[test]
fn verify_is_silent_about_what_nobody_touched_and_names_a_changed_file() {
    let bench = with_one_kept();
    let whole = bench.lib(&["verify"]).ended(0);
    assert!(
        whole.output.starts_with("1 files, 4 moves and ")
            && whole.output.ends_with(" rows are as they were written.\n"),
        "{}",
        whole.output
    );
    bench.write("lib/clips/bf_1/gen_00001_v1.mp4", b"other bytes");
    let found = bench.json(&["verify"]).ended(1).json();
    assert_eq!(found["intact"], false);
    assert_eq!(
        (&found["tampering"][0]["table"], &found["tampering"][0]["id"]),
        (&"files".into(), &"clips/bf_1/gen_00001_v1.mp4".into())
    );
    let said = bench.lib(&["verify"]).ended(1).output;
    assert!(said.contains("expected ") && said.contains("found "), "{said}");
}
