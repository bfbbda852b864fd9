//! Answers at gates, sign-offs and their ends are sealed, and every row of a record is: whoever changes, removes or slips one in behind the
//! app's back is betrayed.
#![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

mod common;

use circletake_domain::id::{BriefId, GenerationId};
use circletake_domain::person::Role;
use circletake_domain::record::LogRecord;
use circletake_domain::sign_off::VoidReason;
use circletake_domain::status::Status;
use circletake_store::{ImportKind, Library, LibraryFolder, OpenMode, PersonFields, Step};
use common::{Sandbox, now, pass_gates, sign, tamper, verified};
use rstest::rstest;

/// One take signed, one whose signature fell.
async fn signed() -> Sandbox {
    let sandbox = Sandbox::new().await;
    let director = sandbox.person("Maya", Role::CreativeDirector).await;
    let brand = sandbox.person("Aiko", Role::BrandReviewer).await;
    let takes: [GenerationId; 2] = [sandbox.take("bf").await, sandbox.take("bf").await];
    for take in &takes {
        let keep = [Status::ApprovedForEdit, Status::Edited, Status::BrandReview].map(Step::to);
        let mut write = sandbox.library.write().await.unwrap();
        write.decide(take, &director, None, &keep, now()).await.unwrap();
        pass_gates(&mut write, take, &brand, now()).await;
        sign(&mut write, take, &brand, now()).await.unwrap();
        write.commit().await.unwrap();
    }
    let mut write = sandbox.library.write().await.unwrap();
    write
        .void_sign_off(&takes[1], VoidReason::FileChanged, now())
        .await
        .unwrap();
    write.commit().await.unwrap();
    sandbox
}

/// What is found beyond the clips of the sandbox, which have no files.
async fn found(sandbox: &Sandbox) -> Vec<(String, String)> {
    let found = verified(sandbox).await.into_iter();
    found
        .filter(|one| one.code != "file_missing")
        .map(|one| (one.code.to_owned(), one.message))
        .collect()
}

#[tokio::test]
async fn what_was_answered_and_signed_fits_its_seals() {
    let sandbox = signed().await;
    assert_eq!(found(&sandbox).await, []);
}

#[rstest]
#[case(
    "UPDATE gate_answers SET answer = 'not_applicable', note = 'no' WHERE key = 1",
    "gate_answer_changed",
    "gen_00001"
)]
#[case(
    "UPDATE gate_answers SET person_key = 1 WHERE key = 2",
    "gate_answer_changed",
    "gen_00001"
)]
#[case(
    "UPDATE gate_answers SET at = '2020-01-01T00:00:00.000000Z' WHERE key = 1",
    "gate_answer_changed",
    "gen_00001"
)]
#[case("DELETE FROM gate_answers WHERE key = 1", "gate_answer_missing", "not there")]
#[case(
    "INSERT INTO gate_answers (uid, device_key, gate_key, clip_key, content_hash, answer, person_key, at)
     SELECT '019aa000-0000-7000-8000-000000000000', device_key, gate_key, clip_key, content_hash, answer, person_key, at
     FROM gate_answers WHERE key = 1",
    "unsealed",
    "gen_00001"
)]
#[case(
    "UPDATE sign_offs SET passphrase_checked = 1 WHERE key = 1",
    "sign_off_changed",
    "gen_00001"
)]
#[case("DELETE FROM sign_offs WHERE key = 1", "sign_off_missing", "not there")]
#[case(
    "UPDATE sign_offs SET voided_at = NULL, void_reason = NULL",
    "void_missing",
    "not there"
)]
#[case(
    "UPDATE sign_offs SET void_reason = 'new_version' WHERE key = 2",
    "void_changed",
    "gen_00002"
)]
#[case("DELETE FROM seals WHERE sequence = 2", "seal_missing", "seal 3")]
#[case(
    "UPDATE seals SET row_uid = upper(row_uid) WHERE sequence = 2",
    "seal_changed",
    "seal 2"
)]
#[case(
    "DELETE FROM seals WHERE sequence = (SELECT max(sequence) FROM seals)",
    "chain_cut",
    "chain of seals"
)]
#[case(
    "DELETE FROM moves WHERE sequence = (SELECT max(sequence) FROM moves)",
    "chain_cut",
    "chain of moves"
)]
#[case("DELETE FROM chain_ends", "chain_cut", "should end at 0")]
#[tokio::test]
async fn tampering_is_named(#[case] sql: &'static str, #[case] code: &str, #[case] said: &str) {
    let sandbox = signed().await;
    tamper(&sandbox, &[sql]).await;
    let found = found(&sandbox).await;
    let named = found
        .iter()
        .any(|(named, message)| named == code && message.contains(said));
    assert!(named, "{sql}\n{found:#?}");
}

/// What a colleague with a database browser might want to be otherwise.
#[rstest]
#[case(
    "UPDATE people SET role = 'owner' WHERE id = 'pe_0001'",
    "The person pe_0001 (row 1 of `people`) was changed outside Circletake."
)]
#[case(
    "UPDATE people SET name = 'Somebody' WHERE id = 'pe_0002'",
    "The person pe_0002 (row 2 of `people`) was changed outside Circletake."
)]
#[case(
    "UPDATE generations SET cost_nanos = 1, cost_basis = 'billed' WHERE key = 1",
    "The generation gen_00001 (row 1 of `generations`)"
)]
#[case(
    "UPDATE generations SET made_by_key = NULL, seed = '7' WHERE key = 2",
    "The generation gen_00002 (row 2 of `generations`)"
)]
#[case(
    "UPDATE brief_revisions SET body_json = '{\"risk_level\":\"low\"}'",
    "The revision of bf (row 1 of `brief_revisions`)"
)]
#[case(
    "UPDATE clip_versions SET good_first_frame = 1, good_last_frame = 2 WHERE key = 1",
    "The clip gen_00001 v1 (row 1 of `clip_versions`)"
)]
#[case(
    "UPDATE library SET name = 'Another'",
    "The library Another (row 1 of `library`) was changed outside Circletake."
)]
#[case(
    "INSERT INTO gate_rules VALUES ('brand_fit', '{}', '2026-11-20T08:37:00.000000Z')",
    "The gate rule brand_fit (row brand_fit of `gate_rules`) was put there outside Circletake."
)]
#[case(
    "DELETE FROM gates WHERE key = 1",
    "The gate (row 1 of `gates`) was deleted outside Circletake."
)]
#[case(
    "DELETE FROM prompt_templates",
    "The prompt template (row 1 of `prompt_templates`) was deleted outside Circletake."
)]
#[tokio::test]
async fn a_record_that_was_tampered_with_is_named_in_words(#[case] sql: &'static str, #[case] said: &str) {
    let sandbox = signed().await;
    tamper(&sandbox, &[sql]).await;
    let found = found(&sandbox).await;
    assert!(
        found.iter().any(|(_, message)| message.starts_with(said)),
        "{sql}\n{found:#?}"
    );
}

async fn change_rate(sandbox: &Sandbox, person: &str) {
    let person = sandbox
        .library
        .people()
        .await
        .unwrap()
        .into_iter()
        .find(|one| one.name == person)
        .unwrap();
    let fields = PersonFields {
        name: person.name,
        role: person.role,
        hourly_rate: Some("90".parse().unwrap()),
        active: true,
    };
    let mut write = sandbox.library.write().await.unwrap();
    write.update_person(&person.id, &fields).await.unwrap();
    write.commit().await.unwrap();
}

fn codes(found: &[(String, String)]) -> Vec<&str> {
    found.iter().map(|(code, _)| code.as_str()).collect()
}

#[tokio::test]
async fn what_was_tampered_with_is_still_named_after_circletake_wrote_it_again() {
    let sandbox = signed().await;
    tamper(&sandbox, &["UPDATE people SET role = 'owner' WHERE key = 1"]).await;
    change_rate(&sandbox, "Maya").await;
    change_rate(&sandbox, "Aiko").await;
    let found = found(&sandbox).await;
    assert_eq!(codes(&found), ["row_changed_before"], "{found:#?}");
    assert!(
        found[0]
            .1
            .contains("pe_0001 (row 1 of `people`) was changed outside Circletake before"),
        "{found:#?}"
    );
}

#[tokio::test]
async fn whoever_changes_the_kept_hash_as_well_or_cuts_the_seals_off_is_betrayed_by_the_chain() {
    for (sql, code) in [
        (
            "UPDATE row_seals SET hash = zeroblob(32) WHERE of_table = 'people'",
            "latest_hash_changed",
        ),
        ("DELETE FROM row_seals WHERE of_table = 'people'", "latest_hash_missing"),
        (
            "UPDATE seals SET rows_json = replace(rows_json, 'people', 'models') WHERE sealed = 'rows'",
            "seal_changed",
        ),
        (
            "DELETE FROM seals WHERE sequence = (SELECT max(sequence) FROM seals)",
            "chain_cut",
        ),
    ] {
        let sandbox = signed().await;
        tamper(&sandbox, &[sql]).await;
        let found = found(&sandbox).await;
        assert!(codes(&found).contains(&code), "{sql}\n{found:#?}");
    }
}

#[rstest]
#[case(
    "DELETE FROM seals WHERE sequence = (SELECT max(sequence) FROM seals)",
    "seal_missing"
)]
#[case(
    "DELETE FROM moves WHERE sequence = (SELECT max(sequence) FROM moves)",
    "move_missing"
)]
#[tokio::test]
async fn a_chain_that_was_cut_off_keeps_its_gap_when_circletake_goes_on(#[case] sql: &'static str, #[case] code: &str) {
    let sandbox = signed().await;
    tamper(&sandbox, &[sql]).await;
    change_rate(&sandbox, "Aiko").await;
    sandbox.take("bf").await;
    let found = found(&sandbox).await;
    assert!(codes(&found).contains(&code), "{found:#?}");
}

#[tokio::test]
async fn a_row_that_takes_the_place_of_one_deleted_outside_is_named() {
    let sandbox = Sandbox::new().await;
    sandbox.person("Ada", Role::Owner).await;
    tamper(&sandbox, &["DELETE FROM people"]).await;
    sandbox.person("Ben", Role::Owner).await;
    let found = found(&sandbox).await;
    assert_eq!(codes(&found), ["row_changed_before"], "{found:#?}");
}

#[tokio::test]
async fn what_was_taken_back_before_it_was_committed_leaves_no_seal() {
    let sandbox = signed().await;
    let seals = count_of_seals(&sandbox).await;
    let fields = PersonFields {
        name: "Ada".into(),
        role: Role::Owner,
        hourly_rate: None,
        active: true,
    };
    let mut write = sandbox.library.write().await.unwrap();
    write.add_person(&fields, now()).await.unwrap();
    write.roll_back().await.unwrap();
    let mut write = sandbox.library.write().await.unwrap();
    write.add_person(&fields, now()).await.unwrap();
    drop(write);
    let write = sandbox.library.write().await.unwrap();
    write.commit().await.unwrap();
    assert_eq!(count_of_seals(&sandbox).await, seals);
    assert_eq!(found(&sandbox).await, []);
}

async fn count_of_seals(sandbox: &Sandbox) -> i64 {
    sqlx::query_scalar("SELECT count(*) FROM seals")
        .fetch_one(&sandbox.raw().await)
        .await
        .unwrap()
}

#[tokio::test]
async fn a_log_of_more_rows_than_a_seal_holds_fits_its_seals() {
    let sandbox = Sandbox::new().await;
    let records = (1..=4_500).map(|number| {
        let brief = BriefId::new("bf").unwrap();
        let mut record = LogRecord::new(GenerationId::numbered(number), brief, Status::Generated);
        record.review_minutes = Some("2".parse().unwrap());
        record
    });
    let records: Vec<_> = records.collect();
    let mut write = sandbox.library.write().await.unwrap();
    let import = write.begin_import(ImportKind::Log, "log.jsonl", now()).await.unwrap();
    write.import_log_records(&records, import, now()).await.unwrap();
    write.commit().await.unwrap();
    assert_eq!(found(&sandbox).await, []);
    assert!(count_of_seals(&sandbox).await > 3);
    tamper(
        &sandbox,
        &["UPDATE time_entries SET duration_us = duration_us + 1 WHERE key = 4321"],
    )
    .await;
    let found = verified(&sandbox).await;
    let named: Vec<_> = found.iter().filter(|found| found.table == "time_entries").collect();
    assert_eq!(named.len(), 1, "{found:#?}");
    assert_eq!(named[0].id, "row 4321");
}

#[tokio::test]
async fn another_computer_goes_on_where_the_first_one_stopped() {
    let sandbox = signed().await;
    sandbox.library.close().await;
    let moved = sandbox.path().join("moved");
    fs_err::rename(sandbox.path().join("library"), &moved).unwrap();
    let library = Library::open(LibraryFolder::new(moved), OpenMode::Write, now())
        .await
        .unwrap();
    let sandbox = Sandbox {
        library,
        folder: sandbox.folder,
    };
    change_rate(&sandbox, "Maya").await;
    assert_eq!(found(&sandbox).await, []);
}
