//! The sign-off desk: who may sign what, and what makes a signature fall.
#![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

mod common;

use circletake_domain::brief::Brief;
use circletake_domain::gate::{Gate, GateAnswer, GateCondition, GateKey, Verdict};
use circletake_domain::id::{BriefId, GenerationId, PersonId};
use circletake_domain::person::Role;
use circletake_domain::reason::RejectionReason;
use circletake_domain::sign_off::VoidReason;
use circletake_domain::status::Status;
use circletake_store::{ChecklistLine, NewAnswer, NewClip, Scope, Step, Watcher, new_clip_uid};
use common::{Sandbox, facts, now, pass_gates, sign, signature};

/// A take in brand review, and a brand reviewer.
async fn at_the_desk(sandbox: &Sandbox) -> (GenerationId, PersonId) {
    let director = sandbox.person("Maya", Role::CreativeDirector).await;
    let brand = sandbox.person("Aiko", Role::BrandReviewer).await;
    let take = sandbox.take("bf").await;
    let keep = [Status::ApprovedForEdit, Status::Edited, Status::BrandReview].map(Step::to);
    let mut write = sandbox.library.write().await.unwrap();
    write.decide(&take, &director, None, &keep, now()).await.unwrap();
    write.commit().await.unwrap();
    (take, brand)
}

fn answer(take: &GenerationId, gate: Gate, person: &PersonId, answer: GateAnswer) -> NewAnswer {
    NewAnswer {
        generation: take.clone(),
        gate: GateKey::Gate(gate),
        person: person.clone(),
        answer,
        frame: None,
    }
}

#[tokio::test]
async fn a_bare_move_approves_nothing_only_a_signature_does() {
    let sandbox = Sandbox::new().await;
    let (take, brand) = at_the_desk(&sandbox).await;
    let mut write = sandbox.library.write().await.unwrap();
    let step = [Step::to(Status::ApprovedToPublish)];
    let refused = write.decide(&take, &brand, None, &step, now()).await.unwrap_err();
    assert_eq!(refused.code(), "signature_needed");
    let signed = sign(&mut write, &take, &brand, now()).await.unwrap();
    assert_eq!(signed.to, Status::ApprovedToPublish);
    write.commit().await.unwrap();
    let stored = sandbox.library.sign_offs(&take).await.unwrap();
    assert_eq!((stored.len(), stored[0].person_name.as_str()), (1, "Aiko"));
    assert_eq!(stored[0].content_hash, common::hash_of(&take));
    assert_eq!(sandbox.library.verify_history(Watcher::nobody()).await.unwrap(), []);
}

#[tokio::test]
async fn an_open_gate_and_a_failed_one_stand_in_the_way_and_are_named() {
    let sandbox = Sandbox::new().await;
    let (take, brand) = at_the_desk(&sandbox).await;
    let mut write = sandbox.library.write().await.unwrap();
    let refused = write.sign(&signature(&take, &brand), now()).await.unwrap_err();
    assert_eq!(refused.code(), "gates_open");
    assert!(refused.to_string().contains("brand_fit, product_accuracy"), "{refused}");
    pass_gates(&mut write, &take, &brand, now()).await;
    let reason = "the label reads 500 ml".to_owned();
    let failed = answer(&take, Gate::ProductAccuracy, &brand, GateAnswer::Failed { reason });
    write.answer_gate(&failed, now()).await.unwrap();
    let refused = write.sign(&signature(&take, &brand), now()).await.unwrap_err();
    assert!(
        refused.to_string().ends_with("still open: product_accuracy"),
        "{refused}"
    );
    let why = "no product is shown".to_owned();
    let waved = answer(&take, Gate::ProductAccuracy, &brand, GateAnswer::NotApplicable { why });
    write.answer_gate(&waved, now()).await.unwrap();
    write.sign(&signature(&take, &brand), now()).await.unwrap();
    write.commit().await.unwrap();
    let asked = sandbox.library.asked_gates(&take).await.unwrap();
    let accuracy = asked
        .iter()
        .find(|asked| asked.key == GateKey::Gate(Gate::ProductAccuracy))
        .unwrap();
    assert_eq!(accuracy.answer.as_ref().unwrap().verdict, Verdict::NotApplicable);
}

#[tokio::test]
async fn answers_are_given_in_brand_review_by_who_may_sign_and_only_to_what_is_asked() {
    let sandbox = Sandbox::new().await;
    let (take, brand) = at_the_desk(&sandbox).await;
    let waiting = sandbox.take("bf").await;
    let editor = sandbox.person("Tomas", Role::Editor).await;
    let mut write = sandbox.library.write().await.unwrap();
    for (answer, code) in [
        (
            answer(&take, Gate::BrandFit, &editor, GateAnswer::Passed),
            "role_may_not",
        ),
        (
            answer(&waiting, Gate::BrandFit, &brand, GateAnswer::Passed),
            "not_in_brand_review",
        ),
        (
            answer(&take, Gate::PlatformAdPolicy, &brand, GateAnswer::Passed),
            "gate_not_asked",
        ),
        (
            answer(&take, Gate::BrandFit, &brand, GateAnswer::Failed { reason: " ".into() }),
            "invalid",
        ),
        (
            NewAnswer {
                frame: Some(144),
                ..answer(&take, Gate::BrandFit, &brand, GateAnswer::Passed)
            },
            "invalid",
        ),
    ] {
        assert_eq!(write.answer_gate(&answer, now()).await.unwrap_err().code(), code);
    }
}

#[tokio::test]
async fn what_is_asked_follows_from_the_brief_as_it_stands_now_the_table_and_the_brand_s_checklist() {
    let sandbox = Sandbox::new().await;
    let (take, _) = at_the_desk(&sandbox).await;
    let count = async || sandbox.library.asked_gates(&take).await.unwrap().len();
    assert_eq!(count().await, 4);
    let mut brief = Brief::bare(BriefId::new("bf").unwrap());
    brief.paid = true;
    brief.brand.identity = Some("Norrland, a maker of enamel mugs".into());
    let mut write = sandbox.library.write().await.unwrap();
    write.revise_brief(&brief, now()).await.unwrap();
    let lines = ["Is the rim blue?", "Is the mug enamel?"].map(|body| ChecklistLine {
        uid: None,
        body: body.into(),
    });
    write.set_checklist("Norrland", &lines, now()).await.unwrap();
    write.set_checklist("Sudland", &lines, now()).await.unwrap();
    write.commit().await.unwrap();
    assert_eq!(count().await, 4 + 3 + 2);
    let mut write = sandbox.library.write().await.unwrap();
    write
        .set_gate_rule(Gate::PlatformAdPolicy, GateCondition::default(), now())
        .await
        .unwrap();
    let first = sandbox.library.checklists().await.unwrap().remove(0);
    let kept = ChecklistLine {
        uid: Some(first.uid),
        body: first.body,
    };
    write.set_checklist("Norrland", &[kept], now()).await.unwrap();
    write.commit().await.unwrap();
    assert_eq!(count().await, 4 + 2 + 1);
    let asked = sandbox.library.asked_gates(&take).await.unwrap();
    assert_eq!(
        asked.last().unwrap().key,
        GateKey::Item(first.uid),
        "a line that stayed keeps its answers"
    );
}

#[tokio::test]
async fn who_made_a_clip_does_not_sign_it_unless_the_pilot_says_so() {
    let sandbox = Sandbox::new().await;
    let (take, _) = at_the_desk(&sandbox).await;
    let owner = sandbox.person("Ada", Role::Owner).await;
    let raw = sandbox.raw().await;
    sqlx::query("UPDATE clip_versions SET made_by_key = (SELECT key FROM people WHERE name = 'Ada')")
        .execute(&raw)
        .await
        .unwrap();
    let mut write = sandbox.library.write().await.unwrap();
    let refused = sign(&mut write, &take, &owner, now()).await.unwrap_err();
    assert_eq!(refused.code(), "maker_may_not_sign");
    assert!(refused.to_string().contains("Ada"), "{refused}");
    let fields = circletake_store::PilotFields {
        name: "Mugs".into(),
        ..Default::default()
    };
    let pilot = write.add_pilot(&fields, now()).await.unwrap();
    write
        .put_brief_in_pilot(&BriefId::new("bf").unwrap(), &pilot.id)
        .await
        .unwrap();
    assert!(write.sign(&signature(&take, &owner), now()).await.is_err());
    write.let_makers_sign(&pilot.id, true).await.unwrap();
    write.sign(&signature(&take, &owner), now()).await.unwrap();
}

#[tokio::test]
async fn other_bytes_than_those_looked_at_are_not_signed() {
    let sandbox = Sandbox::new().await;
    let (take, brand) = at_the_desk(&sandbox).await;
    let mut write = sandbox.library.write().await.unwrap();
    pass_gates(&mut write, &take, &brand, now()).await;
    let other = facts("other").blake3;
    let mut wrong = signature(&take, &brand);
    wrong.measured = other.clone();
    assert_eq!(write.sign(&wrong, now()).await.unwrap_err().code(), "bytes_changed");
    let mut stale = signature(&take, &brand);
    stale.looked_at = Some(other);
    assert_eq!(write.sign(&stale, now()).await.unwrap_err().code(), "bytes_changed");
    write.sign(&signature(&take, &brand), now()).await.unwrap();
}

#[tokio::test]
async fn a_new_version_ends_the_signature_and_its_answers_and_undo_brings_neither_back() {
    let sandbox = Sandbox::new().await;
    let (take, brand) = at_the_desk(&sandbox).await;
    let mut write = sandbox.library.write().await.unwrap();
    sign(&mut write, &take, &brand, now()).await.unwrap();
    let version = NewClip {
        uid: new_clip_uid(),
        place: circletake_store::FilePlace::Stored(format!("clips/{take}_v2.mp4").into()),
        facts: facts("the edit"),
        ..common::clip_of(&take)
    };
    write.add_clip(&version, now()).await.unwrap();
    let fallen = write
        .void_sign_off(&take, VoidReason::NewVersion, now())
        .await
        .unwrap()
        .unwrap();
    assert_eq!(
        (fallen.from, fallen.to),
        (Status::ApprovedToPublish, Status::BrandReview)
    );
    let refused = write.undo_last(&brand, now()).await.unwrap_err();
    assert_eq!(refused.code(), "undo_overtaken");
    let open = write.asked_gates(&take).await.unwrap();
    assert!(
        open.iter().all(|asked| asked.answer.is_none()),
        "answers are for the bytes they were given for"
    );
    assert_eq!(
        write.void_sign_off(&take, VoidReason::NewVersion, now()).await.unwrap(),
        None
    );
    write.commit().await.unwrap();
    let stored = sandbox.library.sign_offs(&take).await.unwrap();
    assert_eq!(stored[0].voided.unwrap().1, VoidReason::NewVersion);
    let history = sandbox.library.history(&take).await.unwrap();
    assert_eq!((history[0].actor.as_str(), history[0].to), ("app", Status::BrandReview));
    assert!(history[0].note.as_ref().unwrap().contains("new version"));
    let queue = sandbox.library.waiting_for_brand(&Scope::Library, 10).await.unwrap();
    assert_eq!(queue.voided, [(take, VoidReason::NewVersion)]);
    assert_eq!((queue.first.len(), queue.signed), (1, 0));
    assert_eq!(sandbox.library.verify_history(Watcher::nobody()).await.unwrap(), []);
}

#[tokio::test]
async fn what_was_scheduled_or_published_falls_back_just_so() {
    for steps in [vec![Status::Scheduled], vec![Status::Scheduled, Status::Published]] {
        let sandbox = Sandbox::new().await;
        let (take, brand) = at_the_desk(&sandbox).await;
        let producer = sandbox.person("Sam", Role::Producer).await;
        let mut write = sandbox.library.write().await.unwrap();
        sign(&mut write, &take, &brand, now()).await.unwrap();
        let steps: Vec<Step> = steps.into_iter().map(Step::to).collect();
        write.decide(&take, &producer, None, &steps, now()).await.unwrap();
        let fallen = write
            .void_sign_off(&take, VoidReason::FileChanged, now())
            .await
            .unwrap();
        assert_eq!(fallen.unwrap().to, Status::BrandReview);
        assert_eq!(
            write.undo_last(&producer, now()).await.unwrap_err().code(),
            "undo_overtaken"
        );
    }
}

#[tokio::test]
async fn a_signature_is_taken_back_by_who_gave_it_and_says_so() {
    let sandbox = Sandbox::new().await;
    let (take, brand) = at_the_desk(&sandbox).await;
    let mut write = sandbox.library.write().await.unwrap();
    sign(&mut write, &take, &brand, now()).await.unwrap();
    assert_eq!(write.undo_last(&brand, now()).await.unwrap().to, Status::BrandReview);
    // The bytes are the same and the answers stand: it can be signed anew.
    write.sign(&signature(&take, &brand), now()).await.unwrap();
    write.commit().await.unwrap();
    let stored = sandbox.library.sign_offs(&take).await.unwrap();
    let voided: Vec<_> = stored.iter().map(|one| one.voided.map(|(_, why)| why)).collect();
    assert_eq!(voided, [None, Some(VoidReason::TakenBack)]);
}

#[tokio::test]
async fn the_desk_sends_back_and_rejects_with_a_reason() {
    let sandbox = Sandbox::new().await;
    let (take, brand) = at_the_desk(&sandbox).await;
    let mut write = sandbox.library.write().await.unwrap();
    let step = |to| Step {
        to,
        reasons: vec![RejectionReason::BrandMismatch],
        note: None,
    };
    for to in [Status::NeedsRevision, Status::RejectedBrandFit] {
        assert_eq!(
            write.decide(&take, &brand, None, &[step(to)], now()).await.unwrap().to,
            to
        );
        assert_eq!(write.undo_last(&brand, now()).await.unwrap().to, Status::BrandReview);
    }
}

#[tokio::test]
async fn wrong_tries_are_counted_before_they_are_looked_at_and_outlive_the_program() {
    let sandbox = Sandbox::new().await;
    let ada = sandbox.person("Ada", Role::Owner).await;
    let mut write = sandbox.library.write().await.unwrap();
    write.set_passphrase(&ada, Some("$argon2id$")).await.unwrap();
    for tries in 1..=5 {
        let known = write.begin_passphrase_try(&ada, now()).await.unwrap();
        assert_eq!(known.wait.as_secs(), if tries < 5 { 0 } else { 30 });
    }
    write.commit().await.unwrap();
    let mut write = sandbox.library.write().await.unwrap();
    let refused = write.begin_passphrase_try(&ada, now()).await.unwrap_err();
    assert_eq!(refused.code(), "passphrase_locked");
    assert!(refused.to_string().contains("30 seconds"), "{refused}");
    write.end_passphrase_try(&ada).await.unwrap();
    assert!(write.begin_passphrase_try(&ada, now()).await.unwrap().wait.is_zero());
}
