//! `gate`, `sign`, `person passphrase` and `sign-off-sheet`, on a real clip.
#![cfg(unix)]

use crate::bench::Bench;
use circletake_testkit::{ClipRecipe, Codec, Container};

/// A library with a clip in brand review, a creative director and a brand reviewer.
fn at_the_desk() -> Bench {
    let bench = Bench::with_library();
    let clip = ClipRecipe::new(Codec::H264, Container::Mp4).frames(24).make();
    let clip = clip.as_str();
    bench.lib(&["ingest", clip, "--brief", "bf_1"]).ended(0);
    bench
        .lib(&["person", "add", "Maya", "--role", "creative_director"])
        .ended(0);
    bench
        .lib(&["person", "add", "Aiko", "--role", "brand_reviewer"])
        .ended(0);
    bench.lib(&["decide", "gen_00001", "--as", "Maya", "--keep"]).ended(0);
    bench
}

#[test]
fn what_is_asked_is_listed_answered_and_pinned_for_scripts() {
    let bench = at_the_desk();
    let desk = bench.json(&["gate", "gen_00001"]).ended(0).json();
    let keys: Vec<_> = desk["gates"]
        .as_array()
        .unwrap()
        .iter()
        .map(|gate| &gate["key"])
        .collect();
    assert_eq!(
        keys,
        [
            "brand_fit",
            "product_accuracy",
            "copyright_and_music",
            "trademarks_and_logos"
        ]
    );
    let mut failed = bench
        .json(&[
            "gate",
            "gen_00001",
            "brand_fit",
            "--fail",
            "the rim is red",
            "--as",
            "Aiko",
            "--frame",
            "3",
        ])
        .ended(0)
        .json();
    failed["answer"]["at"] = "...".into();
    insta::assert_snapshot!(serde_json::to_string_pretty(&failed).unwrap(), @r#"
    {
      "answer": {
        "at": "...",
        "frame": 3,
        "person_id": "pe_0002",
        "person_name": "Aiko",
        "verdict": "failed",
        "words": "the rim is red"
      },
      "item": null,
      "key": "brand_fit"
    }
    "#);
    let refused = bench.lib(&["sign", "gen_00001", "--as", "Aiko"]).ended(1);
    assert!(refused.errors.contains("brand_fit"), "{}", refused.errors);
    bench
        .lib(&["gate", "gen_00001", "brand_fit", "--not-applicable", "", "--as", "Aiko"])
        .ended(2);
    bench.lib(&["gate", "gen_00001", "brand_fit", "--as", "Aiko"]).ended(2);
    bench
        .lib(&["gate", "gen_00001", "brand_fat", "--pass", "--as", "Aiko"])
        .ended(2);
}

#[test]
fn only_who_may_sign_signs_and_the_refusal_says_who_may() {
    let bench = at_the_desk();
    bench.pass_gates("gen_00001", "Aiko");
    let refused = bench.json(&["sign", "gen_00001", "--as", "Maya"]).ended(1).json();
    assert_eq!(refused["error"]["code"], "role_may_not");
    let message = refused["error"]["message"].as_str().unwrap();
    assert!(message.contains("an owner or a brand reviewer may"), "{message}");
    let bare = bench
        .json(&["decide", "gen_00001", "--as", "Aiko", "--to", "approved_to_publish"])
        .ended(1)
        .json();
    assert_eq!(bare["error"]["code"], "signature_needed");
    let signed = bench.json(&["sign", "gen_00001", "--as", "Aiko"]).ended(0).json();
    assert_eq!(
        signed,
        serde_json::json!({"generation_id": "gen_00001", "from": "brand_review", "to": "approved_to_publish", "reason": null})
    );
}

#[test]
fn five_wrong_passphrases_slow_down_also_a_new_process_and_none_is_ever_an_argument() {
    let bench = at_the_desk();
    bench.pass_gates("gen_00001", "Aiko");
    let set = ["person", "passphrase", "Aiko", "--passphrase-fd", "3"];
    assert_ne!(bench.given(&set, &["short"]).code, 0);
    bench.given(&set, &["caf\u{e9} at dawn"]).ended(0);
    let database = std::fs::read(bench.path("lib/circletake.db")).unwrap();
    assert!(!String::from_utf8_lossy(&database).contains("at dawn"));
    let sign = ["--json", "sign", "gen_00001", "--as", "Aiko", "--passphrase-fd", "3"];
    for tries in 1..=5 {
        let wrong = bench.given(&sign, &["tea at dusk"]).ended(1).json();
        assert_eq!(wrong["error"]["code"], "wrong_passphrase");
        let waits = wrong["error"]["message"].as_str().unwrap().contains("30 seconds");
        assert_eq!(waits, tries == 5, "{wrong}");
    }
    let locked = bench.given(&sign, &["caf\u{e9} at dawn"]).ended(1).json();
    assert_eq!(locked["error"]["code"], "passphrase_locked");
    // An owner sets a new one, which also ends the waiting.
    bench.lib(&["person", "add", "Ada", "--role", "owner"]).ended(0);
    let theirs = bench.given(
        &[
            "--json",
            "person",
            "passphrase",
            "Aiko",
            "--as",
            "Maya",
            "--passphrase-fd",
            "3",
        ],
        &["tea at dusk"],
    );
    assert_eq!(theirs.json()["error"]["code"], "not_your_passphrase");
    bench
        .given(
            &["person", "passphrase", "Aiko", "--as", "Ada", "--passphrase-fd", "3"],
            &["tea at dusk"],
        )
        .ended(0);
    assert_eq!(
        bench.given(&sign, &["tea at dusk"]).ended(0).json()["to"],
        "approved_to_publish"
    );
    let desk = bench.json(&["gate", "gen_00001"]).ended(0).json();
    assert_eq!(desk["sign_offs"][0]["passphrase_checked"], true);
    bench
        .given(
            &["person", "passphrase", "Aiko", "--clear", "--current-fd", "3"],
            &["tea at dusk"],
        )
        .ended(0);
}

#[test]
fn a_changed_file_takes_its_signature_down_and_the_original_can_be_signed_again() {
    let bench = at_the_desk();
    bench.sign("gen_00001", "Aiko");
    let clips: Vec<_> = std::fs::read_dir(bench.path("lib/clips/bf_1")).unwrap().collect();
    let file = clips[0].as_ref().unwrap().path();
    let original = std::fs::read(&file).unwrap();
    let mut changed = original.clone();
    *changed.last_mut().unwrap() ^= 1;
    std::fs::remove_file(&file).unwrap();
    std::fs::write(&file, &changed).unwrap();
    let desk = bench.json(&["gate", "gen_00001"]).ended(0).json();
    assert_eq!(
        (&desk["status"], &desk["file_changed"]),
        (&"brand_review".into(), &true.into())
    );
    assert_eq!(desk["sign_offs"][0]["void_reason"], "file_changed");
    let history = bench.json(&["history", "gen_00001"]).ended(0).json();
    assert_eq!(
        (&history[0]["to"], &history[0]["person_id"]),
        (&"brand_review".into(), &serde_json::Value::Null)
    );
    let refused = bench.json(&["sign", "gen_00001", "--as", "Aiko"]).ended(1).json();
    assert_eq!(refused["error"]["code"], "bytes_changed");
    std::fs::write(&file, &original).unwrap();
    bench.lib(&["sign", "gen_00001", "--as", "Aiko"]).ended(0);
    let desk = bench.json(&["gate", "gen_00001"]).ended(0).json();
    assert_eq!(desk["sign_offs"][0]["void_reason"], serde_json::Value::Null);
    assert_eq!(desk["sign_offs"][1]["void_reason"], "file_changed");
}

#[test]
fn a_changed_file_is_unsigned_on_the_sheet_and_unusable_in_the_report_before_anybody_looked_at_the_desk() {
    let bench = at_the_desk();
    bench.sign("gen_00001", "Aiko");
    let usable = || bench.json(&["report", "--brief", "bf_1"]).ended(0).json()["usable"].clone();
    assert_eq!(usable(), 1);
    let clips: Vec<_> = std::fs::read_dir(bench.path("lib/clips/bf_1")).unwrap().collect();
    let file = clips[0].as_ref().unwrap().path();
    let original = std::fs::read(&file).unwrap();
    let mut changed = original.clone();
    *changed.last_mut().unwrap() ^= 1;
    std::fs::remove_file(&file).unwrap();
    std::fs::write(&file, &changed).unwrap();
    bench.lib(&["sign-off-sheet", "gen_00001", "-o", "sheet.html"]).ended(0);
    let page = bench.read("sheet.html");
    assert!(page.contains("Not signed.") && !page.contains("Signed by"), "{page}");
    assert_eq!(usable(), 0);

    std::fs::write(&file, &original).unwrap();
    bench.lib(&["sign", "gen_00001", "--as", "Aiko"]).ended(0);
    std::fs::write(&file, &changed).unwrap();
    assert_eq!(usable(), 0, "the report looks for itself");
}

#[test]
fn a_sheet_carries_the_notes_at_frames_what_was_said_and_stills_beside_its_rows() {
    let bench = at_the_desk();
    let note = ["note", "gen_00001", "--as", "Maya", "--at", "7"];
    bench.lib(&[&note[..], &["=the handle is back"]].concat()).ended(0);
    let back = ["decide", "gen_00001", "--as", "Aiko", "--to", "needs_revision"];
    let words = ["--reason", "brand_mismatch", "--note", "the rim is red"];
    bench.lib(&[&back[..], &words].concat()).ended(0);
    bench
        .lib(&["sign-off-sheet", "--brief", "bf_1", "-o", "sheet.html"])
        .ended(0);
    let page = bench.read("sheet.html");
    assert!(page.contains("Maya, version 1, frame 7: =the handle is back"), "{page}");
    assert!(
        page.contains("needs_revision: brand_mismatch, the rim is red"),
        "{page}"
    );
    bench
        .lib(&["sign-off-sheet", "--brief", "bf_1", "-o", "sheet.csv"])
        .ended(0);
    let rows = bench.read("sheet.csv");
    assert_eq!(rows.lines().count(), 1 + 4);
    let row = rows.lines().nth(1).unwrap();
    assert!(row.contains(",sheet-stills/gen_00001_v1.jpg,"), "{row}");
    assert!(row.contains("version 1, frame 7: =the handle is back (Maya, "), "{row}");
    assert!(
        row.contains("needs_revision: brand_mismatch, the rim is red (Aiko, "),
        "{row}"
    );
    let still = std::fs::read(bench.path("sheet-stills/gen_00001_v1.jpg")).unwrap();
    assert!(still.starts_with(&[0xff, 0xd8]), "a picture");
}

#[test]
fn a_sheet_says_who_approved_which_bytes_and_runs_nothing() {
    let bench = at_the_desk();
    let formula = "=HYPERLINK(\"x\")<script>alert(1)</script>";
    bench
        .lib(&["gate", "gen_00001", "brand_fit", "--fail", formula, "--as", "Aiko"])
        .ended(0);
    let sheet = ["sign-off-sheet", "gen_00001", "-o", "sheet.html"];
    assert_eq!(bench.json(&sheet).ended(0).json()["generations"], 1);
    let page = bench.read("sheet.html");
    assert!(page.contains("Not signed.") && page.contains("data:image/jpeg;base64,"));
    assert!(
        !page.contains("<script>") && page.contains("&#60;script&#62;"),
        "{page}"
    );
    bench.sign("gen_00001", "Aiko");
    bench
        .lib(&["sign-off-sheet", "--brief", "bf_1", "-o", "sheet.html"])
        .ended(0);
    assert!(bench.read("sheet.html").contains("Signed by Aiko"));
    bench
        .lib(&["sign-off-sheet", "--brief", "bf_1", "-o", "sheet.csv"])
        .ended(0);
    let rows = bench.read("sheet.csv");
    assert_eq!(rows.lines().count(), 1 + 4);
    assert!(
        rows.contains("approved_to_publish") && rows.contains(",Aiko,"),
        "{rows}"
    );
    assert!(!rows.contains(",=") && !rows.contains(",\"="), "{rows}");
}
