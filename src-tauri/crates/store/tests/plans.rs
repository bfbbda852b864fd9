//! Which index answers which question. A plan that begins to read whole tables fails here, not on a producer's laptop.
#![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

mod common;

use circletake_domain::id::{BriefId, ModelName};
use circletake_domain::reason::RejectionReason;
use circletake_domain::status::Status;
use circletake_store::{GenerationFilter, GridSort, Scope};
use common::{Sandbox, now};
use sqlx::Row;

async fn plan(raw: &sqlx::SqlitePool, sql: &'static str) -> String {
    let rows = sqlx::query(sqlx::AssertSqlSafe(format!("EXPLAIN QUERY PLAN {sql}")))
        .fetch_all(raw)
        .await
        .unwrap();
    rows.iter()
        .map(|row| row.try_get::<String, _>("detail").unwrap())
        .collect::<Vec<_>>()
        .join("; ")
}

#[tokio::test]
async fn lists_and_sums_read_covering_indices_only() {
    let sandbox = Sandbox::new().await;
    let raw = sandbox.raw().await;
    let covering = [
        (
            "SELECT key FROM generations INDEXED BY generations_by_created
             WHERE status IN ('review_pending') AND brief_key IN (1, 2) ORDER BY created_at DESC, key DESC LIMIT 50 OFFSET 1000",
            "SCAN generations USING COVERING INDEX generations_by_created",
        ),
        (
            "SELECT key FROM generations INDEXED BY generations_by_id
             WHERE model_key IN (1) AND flag_count > 0 ORDER BY length(id), id, key LIMIT 50 OFFSET 1000",
            "SCAN generations USING COVERING INDEX generations_by_id",
        ),
        (
            "SELECT key FROM generations INDEXED BY generations_by_cost
             WHERE true AND reason IN ('other') ORDER BY cost_nanos DESC, created_at DESC, key DESC LIMIT 50 OFFSET 0",
            "SCAN generations USING COVERING INDEX generations_by_cost",
        ),
        (
            "SELECT key FROM generations INDEXED BY generations_by_status
             WHERE true ORDER BY status_rank, created_at DESC, key DESC LIMIT 50 OFFSET 0",
            "SCAN generations USING COVERING INDEX generations_by_status",
        ),
        (
            "SELECT key FROM generations INDEXED BY generations_to_judge
             WHERE status = 'review_pending' AND held_by_key IS NULL AND brief_key IN (1)
               AND (created_at, key) > ('2026', 7) ORDER BY created_at, key LIMIT 300",
            "SEARCH generations USING COVERING INDEX generations_to_judge (created_at>?",
        ),
        (
            "SELECT key FROM generations INDEXED BY generations_to_judge_flagged
             WHERE status = 'review_pending' AND held_by_key IS NULL AND true AND flag_count <= 2
               AND (flag_count < 2 OR (created_at, key) > ('2026', 7)) ORDER BY flag_count DESC, created_at, key LIMIT 300",
            "SEARCH generations USING COVERING INDEX generations_to_judge_flagged (flag_count<?)",
        ),
        (
            "SELECT key FROM generations INDEXED BY generations_on_hold
             WHERE status = 'review_pending' AND held_by_key IS NOT NULL AND brief_key IN (1) ORDER BY held_at, key LIMIT 300",
            "SCAN generations USING COVERING INDEX generations_on_hold",
        ),
        (
            "SELECT key FROM generations INDEXED BY generations_judged
             WHERE status_rank > 5 AND brief_key IN (1) AND (status_changed_at, key) < ('2026', 7)
             ORDER BY status_changed_at DESC, key DESC LIMIT 300",
            "SEARCH generations USING COVERING INDEX generations_judged (status_changed_at<?",
        ),
        (
            "SELECT status, reason, count(*) AS count FROM generations INDEXED BY generations_by_brief
             WHERE brief_key IN (1) GROUP BY brief_key, status, reason",
            "SEARCH generations USING COVERING INDEX generations_by_brief (brief_key=?)",
        ),
        (
            "SELECT status, reason, cost_basis, count(*), sum(cost_nanos / 1000000000), sum(cost_nanos % 1000000000)
             FROM generations INDEXED BY generations_by_brief WHERE brief_key IN (1)
             GROUP BY brief_key, status, reason, cost_basis",
            "SEARCH generations USING COVERING INDEX generations_by_brief (brief_key=?)",
        ),
        (
            "SELECT brief_key, model_key, status, reason, count(*) FROM generations INDEXED BY generations_by_brief
             WHERE true AND flag_count > 0 GROUP BY brief_key, status, reason, cost_basis, model_key",
            "SCAN generations USING COVERING INDEX generations_by_brief",
        ),
        (
            "SELECT sum(duration_us) FROM time_entries WHERE brief_key IN (1) GROUP BY kind, person_key",
            "SEARCH time_entries USING COVERING INDEX time_entries_by_brief (brief_key=?)",
        ),
        (
            "SELECT sum(duration_us) FROM time_entries t WHERE t.generation_key = 1 AND t.kind = 'review'",
            "SEARCH t USING COVERING INDEX time_entries_by_generation (generation_key=? AND kind=?)",
        ),
    ];
    for (sql, expected) in covering {
        let plan = plan(&raw, sql).await;
        assert!(plan.starts_with(expected), "{sql}\n  {plan}");
        let sorts = plan.contains("TEMP B-TREE") && !sql.contains("time_entries WHERE");
        assert!(!sorts, "{sql}\n  {plan}");
    }
}

#[tokio::test]
async fn single_records_are_found_by_an_index() {
    let sandbox = Sandbox::new().await;
    let raw = sandbox.raw().await;
    for sql in [
        "SELECT * FROM generations WHERE id = 'gen_00001'",
        "SELECT * FROM clip_versions WHERE uid = 'x'",
        "SELECT * FROM files WHERE content_hash = 'x'",
        "SELECT * FROM moves WHERE generation_key = 1 ORDER BY key DESC",
        "SELECT * FROM moves WHERE person_key = 1 ORDER BY key DESC LIMIT 1",
        "SELECT * FROM moves WHERE undoes_key = 1",
        "SELECT sequence FROM moves WHERE device_key = 1 ORDER BY sequence DESC LIMIT 1",
        "SELECT * FROM good_parts WHERE clip_key = 1 AND taken_back_at IS NULL ORDER BY key DESC LIMIT 1",
        "SELECT * FROM good_parts WHERE decision_uid = 'x'",
        "SELECT * FROM seen_frames WHERE clip_key = 1 AND person_key = 1",
        "SELECT brief_key FROM brief_judges WHERE person_key = 1",
        "SELECT * FROM note_revisions WHERE note_key = 1 ORDER BY key",
        "SELECT * FROM notes WHERE clip_key = 1 AND deleted_at IS NULL ORDER BY first_frame",
        "SELECT * FROM gate_answers WHERE gate_key = 1 ORDER BY key",
        "SELECT * FROM gates WHERE generation_key = 1 AND gate = 'brand_fit'",
        "SELECT * FROM gates WHERE generation_key = 1 AND checklist_item_key = 1",
        "SELECT * FROM checklist_items WHERE retired_at IS NULL AND brand IN ('', 'Nord') ORDER BY brand, place",
        "SELECT * FROM sign_offs WHERE voided_at IS NULL
           AND clip_key IN (SELECT key FROM clip_versions WHERE generation_key = 1)",
        "SELECT * FROM overhead_costs WHERE pilot_key = 1",
        "SELECT * FROM briefs WHERE pilot_key = 1",
    ] {
        let plan = plan(&raw, sql).await;
        assert!(plan.starts_with("SEARCH"), "{sql}\n  {plan}");
        assert!(!plan.contains("TEMP B-TREE"), "{sql}\n  {plan}");
    }
}

#[tokio::test]
async fn every_filter_and_every_sort_answers() {
    let sandbox = Sandbox::new().await;
    let ids = [
        sandbox.take("bf_1").await,
        sandbox.take("bf_1").await,
        sandbox.take("bf_2").await,
    ];
    let mut write = sandbox.library.write().await.unwrap();
    let ada = sandbox_person(&mut write).await;
    let step = circletake_store::Step {
        to: Status::RejectedQuality,
        reasons: vec![RejectionReason::Other],
        note: Some("Blurred AT the end".into()),
    };
    write.decide(&ids[1], &ada, None, &[step], now()).await.unwrap();
    write.commit().await.unwrap();
    let all = GenerationFilter::default();
    let brief = GenerationFilter {
        briefs: vec![BriefId::new("bf_1").unwrap()],
        ..all.clone()
    };
    let nobody = GenerationFilter {
        models: vec![ModelName::new("unknown").unwrap()],
        ..all.clone()
    };
    let rejected = GenerationFilter {
        reasons: vec![RejectionReason::Other],
        ..all.clone()
    };
    let pending = GenerationFilter {
        statuses: vec![Status::ReviewPending],
        ..all.clone()
    };
    let search = |text: &str| GenerationFilter {
        search: text.into(),
        ..all.clone()
    };
    for sort in GridSort::ALL {
        for (filter, expected) in [
            (&all, 3),
            (&brief, 2),
            (&nobody, 0),
            (&rejected, 1),
            (&pending, 2),
            (&search("bf_2"), 1),
            (&search("blurred end"), 1),
            (&search("GEN_0000"), 3),
            (&search("from the model"), 3),
            (&search("100%"), 0),
        ] {
            let page = sandbox.library.grid_page(filter, sort, 0, 10).await.unwrap();
            assert_eq!(
                (page.total, page.rows.len()),
                (expected, expected as usize),
                "{filter:?} {sort:?}"
            );
        }
    }
    let oldest = sandbox.library.grid_page(&all, GridSort::Oldest, 1, 1).await.unwrap();
    assert_eq!(oldest.rows[0].id, ids[1]);
    let facets = sandbox.library.facets(&brief).await.unwrap();
    let briefs: Vec<_> = facets
        .briefs
        .iter()
        .map(|facet| (facet.value.as_str(), facet.count))
        .collect();
    assert_eq!(
        briefs,
        [("bf_1", 2), ("bf_2", 1)],
        "a facet leaves its own field out of the filter"
    );
    assert_eq!(facets.statuses.iter().map(|facet| facet.count).sum::<u32>(), 2);
    let counts = sandbox.library.queue_counts(&Scope::Library, None).await.unwrap();
    assert_eq!((counts.pending, counts.held, counts.judged), (2, 0, 1));
}

async fn sandbox_person(write: &mut circletake_store::WriteTransaction) -> circletake_domain::id::PersonId {
    let fields = circletake_store::PersonFields {
        name: "Ada".into(),
        role: circletake_domain::person::Role::Owner,
        hourly_rate: None,
        active: true,
    };
    write.add_person(&fields, now()).await.unwrap().id
}

#[tokio::test]
async fn the_pairs_of_a_brief_are_found_by_their_index() {
    let sandbox = Sandbox::new().await;
    let raw = sandbox.raw().await;
    let plan = plan(
        &raw,
        "SELECT a_key, b_key, person_key, answer FROM pair_judgements WHERE brief_key = 1 ORDER BY key",
    )
    .await;
    assert_eq!(
        plan,
        "SEARCH pair_judgements USING COVERING INDEX pair_judgements_by_brief (brief_key=?)"
    );
}

#[tokio::test]
async fn the_records_of_a_decision_read_indices_and_usable_clips_only() {
    let sandbox = Sandbox::new().await;
    let raw = sandbox.raw().await;
    let walk = plan(
        &raw,
        "SELECT substr(created_at, 1, 10) AS day, brief_key, status FROM generations INDEXED BY generations_by_created
         WHERE status IN ('published', 'rejected_quality') AND brief_key IN (1) ORDER BY created_at, key",
    )
    .await;
    assert_eq!(walk, "SCAN generations USING COVERING INDEX generations_by_created");
    let time = plan(
        &raw,
        "SELECT sum(t.duration_us) AS duration FROM generations g INDEXED BY generations_by_brief
         JOIN time_entries t ON t.generation_key = g.key
         WHERE g.status IN ('published') AND g.brief_key IN (1) GROUP BY g.key HAVING sum(t.duration_us) > 0 ORDER BY g.key",
    )
    .await;
    assert!(
        time.contains("SEARCH g USING COVERING INDEX generations_by_brief (brief_key=? AND status=?)")
            && time.contains("SEARCH t USING"),
        "{time}"
    );
    let unsigned = plan(
        &raw,
        "SELECT count(*) AS count FROM generations g WHERE g.status IN ('published') AND g.brief_key IN (1)
           AND NOT EXISTS (SELECT 1 FROM sign_offs s WHERE s.clip_key = g.current_clip_key AND s.voided_at IS NULL)",
    )
    .await;
    assert!(
        unsigned.contains("SEARCH g USING INDEX generations_by")
            && unsigned.contains("SEARCH s USING INDEX sign_offs_by_clip"),
        "{unsigned}"
    );
    let standards = plan(
        &raw,
        "SELECT s.benchmark_nanos FROM pilot_standards s INDEXED BY pilot_standards_by_pilot WHERE s.pilot_key = 1 ORDER BY s.key DESC",
    )
    .await;
    assert_eq!(standards, "SEARCH s USING INDEX pilot_standards_by_pilot (pilot_key=?)");
}
