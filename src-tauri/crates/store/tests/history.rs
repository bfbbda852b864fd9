//! Decisions, undo, and a history that cannot be changed unnoticed.

mod common;

use circletake_domain::person::Role;
use circletake_domain::reason::RejectionReason;
use circletake_domain::status::Status;
use circletake_store::{Step, Watcher};
use common::{Sandbox, now};

fn reject(to: Status, reason: RejectionReason) -> Step {
    Step {
        to,
        reasons: vec![reason],
        note: None,
    }
}

#[tokio::test]
async fn a_decision_moves_the_take_and_says_who_when_and_about_which_bytes() {
    let sandbox = Sandbox::new().await;
    let ada = sandbox.person("Ada", Role::CreativeDirector).await;
    let take = sandbox.take("bf").await;
    let mut write = sandbox.library.write().await.unwrap();
    let steps = [reject(Status::RejectedAccuracy, RejectionReason::ProductDetailWrong)];
    let decided = write
        .decide(&take, &ada, Some(Status::ReviewPending), &steps, now())
        .await
        .unwrap();
    write.commit().await.unwrap();
    assert_eq!(
        (decided.from, decided.to),
        (Status::ReviewPending, Status::RejectedAccuracy)
    );
    let history = sandbox.library.history(&take).await.unwrap();
    assert_eq!(history[0].person_name.as_deref(), Some("Ada"));
    assert_eq!(history[0].reasons, [RejectionReason::ProductDetailWrong]);
    assert!(history[0].content_hash.is_some());
    assert_eq!(history.len(), 4);
}

#[tokio::test]
async fn a_move_the_workflow_does_not_have_writes_nothing() {
    let sandbox = Sandbox::new().await;
    let ada = sandbox.person("Ada", Role::Owner).await;
    let take = sandbox.take("bf").await;
    let mut write = sandbox.library.write().await.unwrap();
    let steps = [Step::to(Status::ApprovedForEdit), Step::to(Status::Published)];
    let refused = write.decide(&take, &ada, None, &steps, now()).await.unwrap_err();
    write.commit().await.unwrap();
    assert!(
        refused.to_string().contains("from approved_for_edit to published"),
        "{refused}"
    );
    assert_eq!(sandbox.library.history(&take).await.unwrap().len(), 3);
}

#[tokio::test]
async fn a_move_that_is_another_role_s_writes_nothing_and_says_whose_it_is() {
    let sandbox = Sandbox::new().await;
    let (ada, ben) = (
        sandbox.person("Ada", Role::Editor).await,
        sandbox.person("Ben", Role::CreativeDirector).await,
    );
    let take = sandbox.take("bf").await;
    let mut write = sandbox.library.write().await.unwrap();
    let steps = [Step::to(Status::ApprovedForEdit), Step::to(Status::Edited)];
    let refused = write.decide(&take, &ada, None, &steps, now()).await.unwrap_err();
    assert_eq!(refused.code(), "role_may_not");
    assert!(
        refused.to_string().contains("a creative director or a reviewer may"),
        "{refused}"
    );
    write.decide(&take, &ben, None, &steps, now()).await.unwrap();
    write
        .decide(&take, &ada, None, &[Step::to(Status::BrandReview)], now())
        .await
        .unwrap();
    write.commit().await.unwrap();
    assert_eq!(sandbox.library.history(&take).await.unwrap().len(), 6);
}

#[tokio::test]
async fn the_second_of_two_deciders_is_told_who_was_first() {
    let sandbox = Sandbox::new().await;
    let (ada, ben) = (
        sandbox.person("Ada", Role::Owner).await,
        sandbox.person("Ben", Role::Owner).await,
    );
    let take = sandbox.take("bf").await;
    let mut write = sandbox.library.write().await.unwrap();
    write
        .decide(
            &take,
            &ada,
            Some(Status::ReviewPending),
            &[Step::to(Status::ApprovedForEdit)],
            now(),
        )
        .await
        .unwrap();
    let steps = [reject(Status::RejectedQuality, RejectionReason::TooGeneric)];
    let refused = write
        .decide(&take, &ben, Some(Status::ReviewPending), &steps, now())
        .await
        .unwrap_err();
    assert_eq!(refused.code(), "status_conflict");
    assert!(refused.to_string().contains("Ada"), "{refused}");
}

#[tokio::test]
async fn a_reject_needs_a_reason_and_other_needs_words() {
    let sandbox = Sandbox::new().await;
    let ada = sandbox.person("Ada", Role::Owner).await;
    let take = sandbox.take("bf").await;
    let mut write = sandbox.library.write().await.unwrap();
    for step in [
        Step::to(Status::RejectedQuality),
        reject(Status::RejectedQuality, RejectionReason::Other),
    ] {
        assert_eq!(
            write
                .decide(&take, &ada, None, &[step], now())
                .await
                .unwrap_err()
                .code(),
            "invalid"
        );
    }
    let said = Step {
        note: Some("the mug floats".into()),
        ..reject(Status::RejectedQuality, RejectionReason::Other)
    };
    write.decide(&take, &ada, None, &[said], now()).await.unwrap();
}

#[tokio::test]
async fn undo_reverses_all_moves_of_the_last_decision_and_then_the_one_before() {
    let sandbox = Sandbox::new().await;
    let ada = sandbox.person("Ada", Role::Owner).await;
    let (first, second) = (sandbox.take("bf").await, sandbox.take("bf").await);
    let keep = [
        Step::to(Status::ApprovedForEdit),
        Step::to(Status::Edited),
        Step::to(Status::BrandReview),
    ];
    let mut write = sandbox.library.write().await.unwrap();
    write.decide(&first, &ada, None, &keep, now()).await.unwrap();
    let steps = [reject(Status::RejectedQuality, RejectionReason::TooGeneric)];
    write.decide(&second, &ada, None, &steps, now()).await.unwrap();
    let undone = write.undo_last(&ada, now()).await.unwrap();
    assert_eq!(
        (undone.generation, undone.to, undone.reason),
        (second, Status::ReviewPending, None)
    );
    let undone = write.undo_last(&ada, now()).await.unwrap();
    assert_eq!(
        (undone.generation.clone(), undone.from, undone.to),
        (first, Status::BrandReview, Status::ReviewPending)
    );
    assert_eq!(
        write.undo_last(&ada, now()).await.unwrap_err().code(),
        "nothing_to_undo"
    );
    write.commit().await.unwrap();
    let history = sandbox.library.history(&undone.generation).await.unwrap();
    assert_eq!(history.len(), 3 + 3 + 3);
    assert_eq!(history.iter().filter(|step| step.undoes).count(), 3);
    assert_eq!(sandbox.library.verify_history(Watcher::nobody()).await.unwrap(), []);
}

#[tokio::test]
async fn a_decision_on_one_take_is_taken_back_whatever_was_decided_elsewhere_since() {
    let sandbox = Sandbox::new().await;
    let (ada, ben) = (
        sandbox.person("Ada", Role::Owner).await,
        sandbox.person("Ben", Role::Owner).await,
    );
    let (first, second) = (sandbox.take("bf").await, sandbox.take("bf").await);
    let mut write = sandbox.library.write().await.unwrap();
    for take in [&first, &second] {
        let steps = [reject(Status::RejectedQuality, RejectionReason::TooGeneric)];
        write.decide(take, &ada, None, &steps, now()).await.unwrap();
    }
    let refused = write.undo_last_on(&first, &ben, now()).await.unwrap_err();
    assert_eq!(refused.code(), "nothing_to_undo", "it is not his");
    let undone = write.undo_last_on(&first, &ada, now()).await.unwrap();
    assert_eq!((&undone.generation, undone.to), (&first, Status::ReviewPending));
    assert_eq!(
        write.undo_last_on(&first, &ada, now()).await.unwrap_err().code(),
        "nothing_to_undo"
    );
    assert_eq!(write.status_of(&second).await.unwrap(), Status::RejectedQuality);
}

#[tokio::test]
async fn nobody_takes_back_what_somebody_else_built_on() {
    let sandbox = Sandbox::new().await;
    let (ada, ben) = (
        sandbox.person("Ada", Role::Owner).await,
        sandbox.person("Ben", Role::Owner).await,
    );
    let take = sandbox.take("bf").await;
    let mut write = sandbox.library.write().await.unwrap();
    write
        .decide(&take, &ada, None, &[Step::to(Status::ApprovedForEdit)], now())
        .await
        .unwrap();
    write
        .decide(&take, &ben, None, &[Step::to(Status::Edited)], now())
        .await
        .unwrap();
    let refused = write.undo_last(&ada, now()).await.unwrap_err();
    assert_eq!(refused.code(), "undo_overtaken");
    assert!(refused.to_string().contains("Ben"), "{refused}");
    // Once Ben took his step back, Ada's is on top again.
    write.undo_last(&ben, now()).await.unwrap();
    assert_eq!(write.undo_last(&ada, now()).await.unwrap().to, Status::ReviewPending);
}

#[tokio::test]
async fn history_is_append_only_even_for_a_database_browser() {
    let sandbox = Sandbox::new().await;
    sandbox.take("bf").await;
    let raw = sandbox.raw().await;
    for sql in [
        "UPDATE moves SET note = 'x'",
        "DELETE FROM moves",
        "UPDATE brief_revisions SET goal = 'x'",
    ] {
        let refused = sqlx::query(sql).execute(&raw).await.unwrap_err().to_string();
        assert!(refused.contains("never"), "{sql}: {refused}");
    }
}

#[tokio::test]
async fn even_a_database_browser_makes_no_move_without_its_reason_or_to_a_status_nobody_knows() {
    let sandbox = Sandbox::new().await;
    sandbox.take("bf").await;
    let raw = sandbox.raw().await;
    for (to, reasons, says) in [
        ("rejected_quality", "NULL", "has a reason"),
        ("needs_revision", "NULL", "has a reason"),
        ("approved_for_edit", "'other'", "has a reason"),
        ("rejected", "NULL", "known status"),
    ] {
        let sql = format!(
            "INSERT INTO moves (uid, device_key, sequence, generation_key, decision_uid, actor, at, from_status, to_status, reasons,
                                previous_hash, hash)
             SELECT substr(uid, 1, 35) || 'x', device_key, sequence + 100, generation_key, decision_uid, 'app', at, 'review_pending',
                    '{to}', {reasons}, hash, previous_hash
             FROM moves ORDER BY key DESC LIMIT 1"
        );
        let refused = sqlx::query(sqlx::AssertSqlSafe(sql))
            .execute(&raw)
            .await
            .unwrap_err()
            .to_string();
        assert!(refused.contains(says), "{to}: {refused}");
    }
}

#[tokio::test]
async fn a_row_that_was_changed_behind_the_triggers_is_named() {
    let sandbox = Sandbox::new().await;
    let take = sandbox.take("bf").await;
    let raw = sandbox.raw().await;
    sqlx::query("DROP TRIGGER moves_are_never_changed")
        .execute(&raw)
        .await
        .unwrap();
    sqlx::query("UPDATE moves SET at = '2020-01-01T00:00:00.000000Z' WHERE to_status = 'generated'")
        .execute(&raw)
        .await
        .unwrap();
    let broken = sandbox.library.verify_history(Watcher::nobody()).await.unwrap();
    assert_eq!(broken.len(), 1);
    assert!(
        broken[0].message.contains("move 2 written on") && broken[0].message.contains(take.as_str()),
        "{broken:?}"
    );
    sqlx::query("UPDATE generations SET status = 'published', status_rank = 16")
        .execute(&raw)
        .await
        .unwrap();
    let broken = sandbox.library.verify_history(Watcher::nobody()).await.unwrap();
    assert!(broken[1].message.contains("published"), "{broken:?}");
}
