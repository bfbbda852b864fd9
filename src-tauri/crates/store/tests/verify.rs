//! Every kind of tampering with a real database file or with clip files is named: which table, which row, what was expected.
#![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

mod common;

use circletake_domain::id::GenerationId;
use circletake_domain::person::Role;
use circletake_domain::reason::RejectionReason;
use circletake_domain::status::Status;
use circletake_store::{FilePlace, NewClip, Step, StoreError, Watcher, new_clip_uid};
use common::{Sandbox, facts, now, tamper, verified};
use rstest::rstest;
use std::sync::Mutex;
use tokio_util::sync::CancellationToken;

/// A take with a real file, rejected by Ada, and one that nobody judged.
async fn judged() -> (Sandbox, GenerationId) {
    let sandbox = Sandbox::new().await;
    let ada = sandbox.person("Ada", Role::CreativeDirector).await;
    let take = take_with_file(&sandbox, "the first").await;
    take_with_file(&sandbox, "the second").await;
    let mut write = sandbox.library.write().await.unwrap();
    let reject = Step {
        to: Status::RejectedAccuracy,
        reasons: vec![RejectionReason::ProductDetailWrong, RejectionReason::TooGeneric],
        note: Some("the handle".into()),
    };
    write.decide(&take, &ada, None, &[reject], now()).await.unwrap();
    write.commit().await.unwrap();
    (sandbox, take)
}

async fn take_with_file(sandbox: &Sandbox, bytes: &str) -> GenerationId {
    let mut write = sandbox.library.write().await.unwrap();
    let id = write.reserve_generations(1).await.unwrap().remove(0);
    let brief = "bf".to_owned().try_into().unwrap();
    let new = circletake_store::NewGeneration::started(id.clone(), brief, now());
    write.add_generation(&new, now()).await.unwrap();
    let place = FilePlace::Stored(format!("clips/{id}_v1.mp4").into());
    let path = sandbox.library.path_of(&place);
    fs_err::create_dir_all(path.parent().unwrap()).unwrap();
    fs_err::write(&path, bytes).unwrap();
    let clip = NewClip {
        uid: new_clip_uid(),
        generation: id.clone(),
        place,
        original_name: "a.mp4".into(),
        facts: facts(bytes),
        flags: Vec::new(),
        made_by: None,
    };
    write.add_clip(&clip, now()).await.unwrap();
    write
        .advance(&id, &[Status::Generated, Status::ReviewPending], now())
        .await
        .unwrap();
    write.commit().await.unwrap();
    id
}

#[tokio::test]
async fn what_nobody_touched_is_intact() {
    let (sandbox, _) = judged().await;
    let verified = sandbox.library.verify(Watcher::nobody()).await.unwrap();
    assert_eq!((verified.files, verified.moves), (2, 7));
    assert!(verified.rows > 10, "{verified:?}");
    assert_eq!(verified.as_found, None, "this library was born with seals");
    assert_eq!(verified.tampering, []);
}

#[rstest]
#[case(
    "UPDATE moves SET at = '2020-01-01T00:00:00.000000Z' WHERE sequence = 7",
    "move_changed",
    "moves",
    "move 7"
)]
#[case(
    "UPDATE moves SET note = 'fine' WHERE note IS NOT NULL",
    "move_changed",
    "moves",
    "gen_00001"
)]
#[case(
    "UPDATE moves SET person_name = 'Ben' WHERE person_name = 'Ada'",
    "move_changed",
    "moves",
    "move 7"
)]
#[case(
    "UPDATE moves SET person_key = NULL, person_name = NULL, actor = 'app' WHERE sequence = 7",
    "move_changed",
    "moves",
    "move 7"
)]
#[case(
    "UPDATE moves SET reasons = 'other' WHERE reasons IS NOT NULL",
    "move_changed",
    "moves",
    "move 7"
)]
#[case(
    "DELETE FROM moves WHERE sequence = 3",
    "move_missing",
    "moves",
    "Move 3 of this computer"
)]
#[case(
    "UPDATE moves SET previous_hash = hash WHERE sequence = 4",
    "move_changed",
    "moves",
    "does not follow"
)]
#[case(
    "UPDATE moves SET generation_key = 2 WHERE sequence = 7",
    "move_changed",
    "moves",
    "gen_00002"
)]
#[case(
    "DELETE FROM move_reasons WHERE place = 1",
    "reasons_changed",
    "move_reasons",
    "move 7"
)]
#[case(
    "UPDATE move_reasons SET reason = 'other' WHERE place = 0",
    "reasons_changed",
    "move_reasons",
    "gen_00001"
)]
#[case(
    "DELETE FROM moves WHERE sequence = 7",
    "status_changed",
    "generations",
    "rejected_accuracy"
)]
#[case(
    "UPDATE generations SET status = 'published', status_rank = 16 WHERE key = 2",
    "status_changed",
    "generations",
    "`published`, but its last move leads to `review_pending`"
)]
#[case(
    "UPDATE generations SET reason = 'other' WHERE key = 1",
    "reason_changed",
    "generations",
    "gen_00001"
)]
#[case(
    "UPDATE generations SET current_clip_key = 2 WHERE key = 1",
    "lineage_changed",
    "generations",
    "another generation"
)]
#[case("DELETE FROM people", "record_missing", "people", "`people`")]
#[case(
    "UPDATE files SET content_hash = hex(zeroblob(32)) WHERE key = 1",
    "hash_changed",
    "files",
    "gen_00001_v1.mp4"
)]
#[case(
    "UPDATE files SET bytes = 1 WHERE key = 1",
    "size_changed",
    "files",
    "gen_00001_v1.mp4"
)]
#[case(
    "UPDATE clip_versions SET duration_us = 1 WHERE key = 1",
    "facts_changed",
    "clip_versions",
    "gen_00001 v1"
)]
#[case(
    "UPDATE clip_versions SET version = 2, parent_key = 1 WHERE key = 2",
    "lineage_changed",
    "clip_versions",
    "earlier version"
)]
#[case(
    "UPDATE attempt_sums SET attempts = attempts + 1",
    "sum_changed",
    "attempt_sums",
    "A sum kept of bf"
)]
#[case("DELETE FROM lot_sums", "sum_changed", "lot_sums", "A sum kept of bf")]
#[case(
    "UPDATE standing_sums SET cost_units = 7",
    "sum_changed",
    "standing_sums",
    "A sum kept of bf"
)]
#[case(
    "INSERT INTO time_sums VALUES (1, '2026-11-20', 0, 0, 'review', 1, -1, '2026-11-20', 60000000)",
    "sum_changed",
    "time_sums",
    "A sum kept of bf"
)]
#[case(
    "INSERT INTO length_sums VALUES (1, '2026-11-20', 0, 0, '24', 0, 5, 0)",
    "sum_changed",
    "length_sums",
    "A sum kept of bf"
)]
#[case(
    "UPDATE clip_versions SET generation_key = 2, version = 2, parent_key = 2 WHERE key = 1",
    "judged_bytes_missing",
    "clip_versions",
    "gen_00001"
)]
#[tokio::test]
async fn a_changed_row_is_named(
    #[case] sql: &'static str,
    #[case] code: &str,
    #[case] table: &str,
    #[case] said: &str,
) {
    let (sandbox, _) = judged().await;
    tamper(&sandbox, &[sql]).await;
    let found = verified(&sandbox).await;
    let named = found
        .iter()
        .any(|found| found.code == code && found.table == table && found.message.contains(said));
    assert!(named, "{sql}\n{found:#?}");
}

#[tokio::test]
async fn a_changed_field_says_which_hash_was_expected_and_which_was_found() {
    let (sandbox, _) = judged().await;
    tamper(&sandbox, &["UPDATE moves SET note = 'fine' WHERE sequence = 7"]).await;
    let found = verified(&sandbox).await;
    assert_eq!(found.len(), 1, "{found:#?}");
    let (expected, there) = (found[0].expected.as_ref().unwrap(), found[0].found.as_ref().unwrap());
    assert!(
        expected.len() == 64 && there.len() == 64 && expected != there,
        "{found:#?}"
    );
}

#[tokio::test]
async fn a_trigger_that_was_dropped_or_a_table_that_was_added_is_named() {
    let (sandbox, _) = judged().await;
    let raw = sandbox.raw().await;
    for sql in [
        "DROP TRIGGER moves_are_never_changed",
        "CREATE TRIGGER moves_by_hand AFTER INSERT ON moves BEGIN SELECT 1; END",
    ] {
        sqlx::query(sql).execute(&raw).await.unwrap();
    }
    let found = verified(&sandbox).await;
    let named: Vec<_> = found.iter().map(|found| (found.code, found.id.as_str())).collect();
    assert_eq!(
        named,
        [
            ("declaration_missing", "moves_are_never_changed"),
            ("declaration_added", "moves_by_hand")
        ]
    );
}

#[tokio::test]
async fn a_file_with_other_bytes_and_a_file_that_is_gone_are_named() {
    let (sandbox, _) = judged().await;
    let folder = sandbox.library.folder().path().to_owned();
    fs_err::write(folder.join("clips/gen_00001_v1.mp4"), "other bytes").unwrap();
    fs_err::remove_file(folder.join("clips/gen_00002_v1.mp4")).unwrap();
    let found = verified(&sandbox).await;
    let named: Vec<_> = found
        .iter()
        .map(|found| (found.code, found.table, found.id.as_str()))
        .collect();
    assert_eq!(
        named,
        [
            ("file_changed", "files", "clips/gen_00001_v1.mp4"),
            ("file_missing", "files", "clips/gen_00002_v1.mp4")
        ]
    );
    assert_eq!(found[0].expected.as_deref(), Some(facts("the first").blake3.as_str()));
    assert_eq!(found[0].found.as_deref(), Some(facts("other bytes").blake3.as_str()));
}

#[tokio::test]
async fn a_file_whose_records_were_all_made_to_fit_it_is_betrayed_by_the_history() {
    let (sandbox, take) = judged().await;
    let path = sandbox.library.folder().path().join("clips/gen_00001_v1.mp4");
    fs_err::write(path, "other bytes").unwrap();
    let raw = sandbox.raw().await;
    let other = facts("other bytes").blake3;
    for sql in [
        "UPDATE files SET content_hash = ? WHERE key = 1",
        "UPDATE clip_versions SET facts_json = json_set(facts_json, '$.blake3', ?) WHERE key = 1",
    ] {
        sqlx::query(sql).bind(other.as_str()).execute(&raw).await.unwrap();
    }
    let found = verified(&sandbox).await;
    let codes: Vec<_> = found.iter().map(|found| (found.code, found.table)).collect();
    assert_eq!(
        codes,
        [
            ("judged_bytes_missing", "clip_versions"),
            ("row_changed", "files"),
            ("row_changed", "clip_versions")
        ]
    );
    assert!(found[0].message.contains(take.as_str()), "{found:#?}");
}

#[tokio::test]
async fn it_tells_how_far_it_is_and_stops_when_asked() {
    let (sandbox, _) = judged().await;
    let heard = Mutex::new(Vec::new());
    let cancel = CancellationToken::new();
    let tell = |done, total, _: &str| {
        heard.lock().unwrap().push((done, total));
        if done == 1 {
            cancel.cancel();
        }
    };
    let stopped = sandbox.library.verify(Watcher::new(&tell, &cancel)).await;
    assert!(matches!(stopped, Err(StoreError::Cancelled)), "{stopped:?}");
    assert_eq!(heard.lock().unwrap().last(), Some(&(1, 2)));
}
