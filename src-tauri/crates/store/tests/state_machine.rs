//! The state machine through the store: whatever people try, the history fits and the status follows from it.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where it cannot go on")]

mod common;

use circletake_domain::person::Role;
use circletake_domain::reason::RejectionReason;
use circletake_domain::status::Status;
use circletake_store::{Step, StoreError, Watcher};
use common::{Sandbox, now, sign};
use proptest::prelude::*;

#[derive(Debug, Clone)]
enum Act {
    Move { person: usize, take: usize, to: Status },
    Undo { person: usize },
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let status = proptest::sample::select(Status::ALL);
    let act = prop_oneof![
        4 => (0..2_usize, 0..2_usize, status).prop_map(|(person, take, to)| Act::Move { person, take, to }),
        1 => (0..2_usize).prop_map(|person| Act::Undo { person }),
    ];
    proptest::collection::vec(act, 1..40)
}

/// A status that the machine allows is tried more often than chance would, or nothing would ever get far.
fn nudge(act: Act, standing: [Status; 2]) -> Act {
    match act {
        Act::Move { person, take, to } if !standing[take].next().contains(&to) && to > Status::Generated => {
            let next = standing[take].next();
            let to = next.get(to as usize % next.len().max(1)).copied().unwrap_or(to);
            Act::Move { person, take, to }
        }
        act => act,
    }
}

async fn play(acts: Vec<Act>) {
    let sandbox = Sandbox::new().await;
    let people = [
        sandbox.person("Ada", Role::Owner).await,
        sandbox.person("Ben", Role::Owner).await,
    ];
    let takes = [sandbox.take("bf").await, sandbox.take("bf").await];
    let mut standing = [Status::ReviewPending; 2];
    for act in acts {
        let mut write = sandbox.library.write().await.unwrap();
        match nudge(act, standing) {
            Act::Move { person, take, to } => {
                let reasons = if to.needs_reason() {
                    vec![RejectionReason::TooGeneric]
                } else {
                    Vec::new()
                };
                let step = Step {
                    to,
                    reasons,
                    note: None,
                };
                let allowed = standing[take].next().contains(&to);
                let done = if to == Status::ApprovedToPublish && allowed {
                    sign(&mut write, &takes[take], &people[person], now()).await
                } else {
                    write
                        .decide(&takes[take], &people[person], Some(standing[take]), &[step], now())
                        .await
                };
                match done {
                    Ok(decided) => {
                        assert!(allowed, "{} to {to} was allowed", standing[take]);
                        assert_eq!(decided.to, to);
                        standing[take] = to;
                        write.commit().await.unwrap();
                    }
                    Err(StoreError::ForbiddenMove(_)) => assert!(!allowed, "{} to {to} was refused", standing[take]),
                    Err(error) => panic!("{error}"),
                }
            }
            Act::Undo { person } => match write.undo_last(&people[person], now()).await {
                Ok(undone) => {
                    let take = takes.iter().position(|take| *take == undone.generation).unwrap();
                    assert_eq!(undone.from, standing[take]);
                    standing[take] = undone.to;
                    write.commit().await.unwrap();
                }
                Err(StoreError::NothingToUndo { .. } | StoreError::UndoOvertaken { .. }) => {}
                Err(error) => panic!("{error}"),
            },
        }
    }
    let found = sandbox.library.verify(Watcher::nobody()).await.unwrap().tampering;
    // The clips here have no files.
    let found: Vec<_> = found.iter().filter(|found| found.code != "file_missing").collect();
    assert!(found.is_empty(), "{found:#?}");
    for (take, standing) in takes.iter().zip(standing) {
        let stored = sandbox.library.generation(take).await.unwrap();
        assert_eq!(stored.row.status, standing);
        assert_eq!(stored.row.reason.is_some(), standing.needs_reason());
        let signatures = sandbox.library.sign_offs(take).await.unwrap();
        let held = signatures.iter().filter(|signature| signature.voided.is_none()).count();
        assert_eq!(
            held,
            usize::from(standing.is_usable()),
            "a signature stands exactly while the clip is usable"
        );
        let history = sandbox.library.history(take).await.unwrap();
        assert_eq!(history[0].to, standing);
        assert!(
            history.windows(2).all(|pair| pair[0].from == Some(pair[1].to)),
            "each move begins where the last ended"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn no_sequence_of_decisions_and_undos_leaves_the_workflow(acts in acts()) {
        tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(play(acts));
    }
}
