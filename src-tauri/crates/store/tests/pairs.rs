//! What people said of pairs: kept as it was said, and nothing follows from it.
#![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

mod common;

use circletake_domain::id::BriefId;
use circletake_domain::pair::{PairAnswer, PairJudgement};
use circletake_domain::person::Role;
use circletake_domain::status::Status;
use common::{Sandbox, now};

#[tokio::test]
async fn an_answer_is_kept_moves_nothing_and_is_never_rewritten() {
    let sandbox = Sandbox::new().await;
    let person = sandbox.person("Ada", Role::CreativeDirector).await;
    let (a, b) = (sandbox.take("bf_1").await, sandbox.take("bf_1").await);
    let said = PairJudgement {
        a: a.clone(),
        b: b.clone(),
        person,
        answer: PairAnswer::BothBad,
    };
    let mut write = sandbox.library.write().await.unwrap();
    write.add_pair_judgement(&said, true, now()).await.unwrap();
    write.commit().await.unwrap();

    let brief = BriefId::new("bf_1").unwrap();
    let kept = sandbox.library.pair_judgements(&brief).await.unwrap();
    assert_eq!(kept.judgements, [said]);
    for take in [&a, &b] {
        assert_eq!(
            sandbox.library.generation(take).await.unwrap().row.status,
            Status::ReviewPending
        );
    }

    let raw = sandbox.raw().await;
    for sql in ["UPDATE pair_judgements SET answer = 'a'", "DELETE FROM pair_judgements"] {
        let refused = sqlx::query(sql).execute(&raw).await.unwrap_err();
        assert!(refused.to_string().contains("say it again"), "{refused}");
    }
}

#[tokio::test]
async fn a_take_is_not_compared_with_itself_nor_with_one_that_is_not_there() {
    let sandbox = Sandbox::new().await;
    let person = sandbox.person("Ada", Role::CreativeDirector).await;
    let a = sandbox.take("bf_1").await;
    let mut write = sandbox.library.write().await.unwrap();
    for b in ["gen_00001", "gen_00099"] {
        let said = PairJudgement {
            a: a.clone(),
            b: b.parse().unwrap(),
            person: person.clone(),
            answer: PairAnswer::Tie,
        };
        write.add_pair_judgement(&said, false, now()).await.unwrap_err();
    }
}
