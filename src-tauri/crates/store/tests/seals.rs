//! Answers at gates, sign-offs and their ends are sealed: whoever changes, removes or slips one in behind the app's back is betrayed.
#![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

mod common;

use circletake_domain::id::GenerationId;
use circletake_domain::person::Role;
use circletake_domain::sign_off::VoidReason;
use circletake_domain::status::Status;
use circletake_store::Step;
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
