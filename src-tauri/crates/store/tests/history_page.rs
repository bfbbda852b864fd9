//! The history of the whole library: narrowed by what people ask for, read window by window, quick however long it is.
#![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

mod common;

use circletake_domain::id::GenerationId;
use circletake_domain::person::Role;
use circletake_domain::reason::RejectionReason;
use circletake_domain::status::Status;
use circletake_domain::timestamp::Timestamp;
use circletake_store::{HistoryFilter, Scope, Step, StoreError};
use common::{Sandbox, now};
use sqlx::Row;

fn at(text: &str) -> Timestamp {
    Timestamp::parse(text).unwrap()
}

fn reject(reason: RejectionReason, note: &str) -> Step {
    Step {
        to: reason.creative_reject_status(),
        reasons: vec![reason],
        note: Some(note.into()),
    }
}

/// Ada rejects a take of `bf_a` on the 21st, Ben keeps one of `bf_b` on the 22nd; six moves of the app came before.
async fn judged() -> (Sandbox, GenerationId, GenerationId) {
    let sandbox = Sandbox::new().await;
    let ada = sandbox.person("Ada", Role::CreativeDirector).await;
    let ben = sandbox.person("Ben", Role::Owner).await;
    let (first, second) = (sandbox.take("bf_a").await, sandbox.take("bf_b").await);
    let mut write = sandbox.library.write().await.unwrap();
    let step = reject(RejectionReason::ProductDetailWrong, "100% of the_handle");
    write
        .decide(&first, &ada, None, &[step], at("2026-11-21T10:00:00Z"))
        .await
        .unwrap();
    write
        .decide(
            &second,
            &ben,
            None,
            &[Step::to(Status::ApprovedForEdit)],
            at("2026-11-22T10:00:00Z"),
        )
        .await
        .unwrap();
    write.commit().await.unwrap();
    (sandbox, first, second)
}

async fn found(sandbox: &Sandbox, filter: HistoryFilter) -> Vec<(String, Status)> {
    let page = sandbox.library.history_page(&filter, None, 100).await.unwrap();
    let outline = sandbox.library.history_outline(&filter, 100).await.unwrap();
    assert_eq!(outline.total as usize, page.len(), "{filter:?}");
    page.into_iter()
        .map(|found| (found.generation.to_string(), found.step.to))
        .collect()
}

#[tokio::test]
#[expect(clippy::too_many_lines, reason = "one table, a question a line")]
async fn it_is_narrowed_by_clip_person_status_reason_brief_date_and_words() {
    let (sandbox, first, second) = judged().await;
    let all = HistoryFilter::default();
    let rejected = vec![(first.to_string(), Status::RejectedAccuracy)];
    let kept = vec![(second.to_string(), Status::ApprovedForEdit)];
    assert_eq!(found(&sandbox, all.clone()).await.len(), 8);
    let people = sandbox.library.people().await.unwrap();
    let by = |name: &str| {
        people
            .iter()
            .find(|person| person.name == name)
            .map(|person| person.id.clone())
    };
    let cases = [
        (
            HistoryFilter {
                person: by("Ada"),
                ..all.clone()
            },
            &rejected,
        ),
        (
            HistoryFilter {
                person: by("Ben"),
                ..all.clone()
            },
            &kept,
        ),
        (
            HistoryFilter {
                statuses: vec![Status::ApprovedForEdit],
                ..all.clone()
            },
            &kept,
        ),
        (
            HistoryFilter {
                reasons: vec![RejectionReason::ProductDetailWrong],
                ..all.clone()
            },
            &rejected,
        ),
        (
            HistoryFilter {
                since: Some(at("2026-11-22T00:00:00Z")),
                ..all.clone()
            },
            &kept,
        ),
        (
            HistoryFilter {
                text: "100% the_handle".into(),
                ..all.clone()
            },
            &rejected,
        ),
        (
            HistoryFilter {
                text: "ben".into(),
                ..all.clone()
            },
            &kept,
        ),
    ];
    for (filter, expected) in cases {
        assert_eq!(found(&sandbox, filter.clone()).await, *expected, "{filter:?}");
    }
    let brief = Scope::Brief("bf_b".to_owned().try_into().unwrap());
    assert_eq!(
        found(
            &sandbox,
            HistoryFilter {
                scope: brief,
                ..all.clone()
            }
        )
        .await
        .len(),
        4
    );
    let one = HistoryFilter {
        generation: Some(first),
        ..all.clone()
    };
    assert_eq!(found(&sandbox, one).await.len(), 4);
    let before = HistoryFilter {
        until: Some(at("2026-11-21T00:00:00Z")),
        ..all.clone()
    };
    assert_eq!(found(&sandbox, before).await.len(), 6);
    // Signs of the pattern language are only signs.
    assert_eq!(
        found(
            &sandbox,
            HistoryFilter {
                text: "1%0".into(),
                ..all.clone()
            }
        )
        .await,
        []
    );
    let unknown = HistoryFilter {
        generation: Some(GenerationId::numbered(99)),
        ..all
    };
    let refused = sandbox.library.history_page(&unknown, None, 10).await.unwrap_err();
    assert!(matches!(refused, StoreError::NotFound { .. }), "{refused}");
}

#[tokio::test]
async fn windows_by_key_hold_every_move_once_in_order() {
    let (sandbox, ..) = judged().await;
    let all = HistoryFilter::default();
    let outline = sandbox.library.history_outline(&all, 3).await.unwrap();
    assert_eq!((outline.total, outline.starts.len()), (8, 3));
    let mut keys = Vec::new();
    for start in outline.starts {
        let page = sandbox.library.history_page(&all, Some(start), 3).await.unwrap();
        keys.extend(page.iter().map(|found| found.key));
    }
    assert_eq!(keys.len(), 8);
    assert!(keys.windows(2).all(|pair| pair[0] > pair[1]), "{keys:?}");
}

#[tokio::test]
async fn a_clock_that_was_set_back_is_said_and_the_order_stays() {
    let (sandbox, first, _) = judged().await;
    let ada = sandbox.library.find_person("Ada").await.unwrap().id;
    let mut write = sandbox.library.write().await.unwrap();
    write.undo_last(&ada, at("2026-11-20T12:00:00Z")).await.unwrap();
    write.commit().await.unwrap();
    let latest = &sandbox
        .library
        .history_page(&HistoryFilter::default(), None, 2)
        .await
        .unwrap();
    assert_eq!(latest[0].generation, first);
    assert_eq!(latest[0].clock_was_at, Some(at("2026-11-22T10:00:00Z")));
    assert_eq!(latest[1].clock_was_at, None);
}

#[tokio::test]
async fn a_person_who_was_removed_keeps_their_name_and_decides_no_more() {
    let (sandbox, first, second) = judged().await;
    let ada = sandbox.library.find_person("Ada").await.unwrap();
    let mut write = sandbox.library.write().await.unwrap();
    let gone = circletake_store::PersonFields {
        name: "Ada (left)".into(),
        role: ada.role,
        hourly_rate: None,
        active: false,
    };
    write.update_person(&ada.id, &gone).await.unwrap();
    let steps = [Step::to(Status::Edited)];
    let refused = write.decide(&second, &ada.id, None, &steps, now()).await.unwrap_err();
    assert!(refused.to_string().contains("was removed"), "{refused}");
    assert!(write.refuse_removed(&ada.id).await.is_err());
    write.commit().await.unwrap();
    let history = sandbox.library.history(&first).await.unwrap();
    assert_eq!(history[0].person_name.as_deref(), Some("Ada"));
    let filter = HistoryFilter {
        person: Some(ada.id),
        ..HistoryFilter::default()
    };
    assert_eq!(found(&sandbox, filter).await.len(), 1);
}

async fn plan(raw: &sqlx::SqlitePool, sql: &'static str) -> String {
    let rows = sqlx::query(sqlx::AssertSqlSafe(format!("EXPLAIN QUERY PLAN {sql}")))
        .fetch_all(raw)
        .await
        .unwrap();
    let details = rows.iter().map(|row| row.try_get::<String, _>("detail").unwrap());
    details.collect::<Vec<_>>().join("; ")
}

fn window(condition: &str) -> String {
    format!(
        "SELECT m.key, g.id, b.id, d.host, p.id, before.at FROM moves m
         JOIN generations g ON g.key = m.generation_key
         JOIN briefs b ON b.key = g.brief_key
         JOIN devices d ON d.key = m.device_key
         LEFT JOIN people p ON p.key = m.person_key
         LEFT JOIN moves before ON before.device_key = m.device_key AND before.sequence = m.sequence - 1
                               AND before.actor = 'person' AND m.actor = 'person'
         {condition} ORDER BY m.key DESC LIMIT 200"
    )
}

#[tokio::test]
async fn a_window_is_found_by_its_key_and_nothing_is_sorted() {
    let sandbox = Sandbox::new().await;
    let raw = sandbox.raw().await;
    let cases = [
        (
            "WHERE true AND m.key <= 900",
            "SEARCH m USING INTEGER PRIMARY KEY (rowid<?)",
        ),
        (
            "WHERE true AND m.generation_key = 1 AND m.key <= 900",
            "SEARCH m USING INDEX moves_by_generation (generation_key=? AND key<?)",
        ),
        (
            "WHERE true AND m.person_key = 1 AND m.key <= 900",
            "SEARCH m USING INDEX moves_by_person (person_key=? AND key<?)",
        ),
        (
            "WHERE true AND m.to_status IN ('published') AND m.key <= 900",
            "SEARCH m USING INTEGER PRIMARY KEY (rowid<?)",
        ),
    ];
    for (condition, expected) in cases {
        let plan = plan(&raw, window(condition).leak()).await;
        assert!(plan.contains(expected), "{condition}\n  {plan}");
        assert!(
            !plan.contains("TEMP B-TREE") && !plan.contains("; SCAN "),
            "{condition}\n  {plan}"
        );
    }
    // A brief has few moves in a large library: they are found by its generations, and only they are sorted.
    let of_a_brief = window("WHERE true AND g.brief_key IN (1) AND m.key <= 900");
    let plan = plan(&raw, of_a_brief.leak()).await;
    assert!(
        plan.contains("SEARCH g USING INDEX generations_in_order (brief_key=?)")
            && plan.contains("USING INDEX moves_by_generation"),
        "{plan}"
    );
    assert!(!plan.contains("; SCAN "), "{plan}");
}
