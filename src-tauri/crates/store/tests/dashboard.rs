//! The kept sums of the pilot page are what a sum over everything says, whatever happened in between.
#![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

mod common;

use circletake_domain::frame::{FrameIndex, Microseconds};
use circletake_domain::id::{BriefId, GenerationId, ModelName, PromptId};
use circletake_domain::person::Role;
use circletake_domain::reason::RejectionReason;
use circletake_domain::record::LogRecord;
use circletake_domain::status::Status;
use circletake_domain::timestamp::Timestamp;
use circletake_store::{ImportKind, LotFilter, Scope, SpentTime, Step, TimeKind, TimeSource};
use common::{Sandbox, now};
use sqlx::Row;

/// What the kept sums and a sum over everything differ in: nothing.
async fn differences(sandbox: &Sandbox) -> Vec<String> {
    let raw = sandbox.raw().await;
    let pairs = [
        (
            "SELECT brief_key, day, model_key, prompt_key, status_rank, reason, cost_basis, attempts, cost_units, cost_nanos
             FROM attempt_sums WHERE attempts <> 0",
            "SELECT brief_key, day, model_key, prompt_key, status_rank, reason, cost_basis, count(*), sum(cost_units), sum(cost_nanos)
             FROM attempt_facts GROUP BY 1, 2, 3, 4, 5, 6, 7",
        ),
        (
            "SELECT brief_key, day, model_key, prompt_key, attempts, failed, usable, published, unknown_costs, cost_units, cost_nanos
             FROM lot_sums WHERE attempts <> 0 OR cost_units <> 0 OR cost_nanos <> 0",
            "SELECT brief_key, day, model_key, prompt_key, sum(status_rank >= 2), sum(status_rank = 3), sum(status_rank >= 14),
                    sum(status_rank = 16), sum(status_rank >= 2 AND cost_basis = ''), sum(cost_units), sum(cost_nanos)
             FROM attempt_facts GROUP BY 1, 2, 3, 4
             HAVING sum(status_rank >= 2) <> 0 OR sum(cost_units) <> 0 OR sum(cost_nanos) <> 0",
        ),
        (
            "SELECT brief_key, '', prompt_key, status_rank, reason, cost_basis, attempts, cost_units, cost_nanos
             FROM standing_sums WHERE attempts <> 0",
            "SELECT brief_key, '', prompt_key, status_rank, reason, cost_basis, count(*), sum(cost_units), sum(cost_nanos)
             FROM attempt_facts GROUP BY 1, 3, 4, 5, 6",
        ),
        (
            "SELECT brief_key, day, model_key, prompt_key, kind, person_key, rate_nanos, spent_day, duration_us
             FROM time_sums WHERE duration_us <> 0",
            "SELECT brief_key, day, model_key, prompt_key, kind, person_key, rate_nanos, spent_day, sum(duration_us)
             FROM time_facts GROUP BY 1, 2, 3, 4, 5, 6, 7, 8 HAVING sum(duration_us) <> 0",
        ),
        (
            "SELECT brief_key, day, model_key, prompt_key, frame_rate, frames, duration_us, unknown
             FROM length_sums WHERE frames <> 0 OR duration_us <> 0 OR unknown <> 0",
            "SELECT brief_key, day, model_key, prompt_key, frame_rate, sum(frames), sum(duration_us), sum(unknown)
             FROM length_facts GROUP BY 1, 2, 3, 4, 5 HAVING sum(frames) <> 0 OR sum(duration_us) <> 0 OR sum(unknown) <> 0",
        ),
    ];
    let mut found = Vec::new();
    for (kept, summed) in pairs {
        for sql in [format!("{kept} EXCEPT {summed}"), format!("{summed} EXCEPT {kept}")] {
            let rows = sqlx::query(sqlx::AssertSqlSafe(sql.clone()))
                .fetch_all(&raw)
                .await
                .unwrap();
            found.extend(rows.iter().map(|row| format!("{sql}: day {}", row.get::<String, _>(1))));
        }
    }
    found
}

fn record(id: &str, brief: &str, status: Status) -> LogRecord {
    let mut record = LogRecord::new(GenerationId::new(id).unwrap(), BriefId::new(brief).unwrap(), status);
    record.prompt_id = Some(PromptId::new("pr_1").unwrap());
    record.prompt_version = Some("v3".into());
    record.model = Some(ModelName::new("gen4.5").unwrap());
    record.duration_seconds = Some("6.5".parse().unwrap());
    record.generation_cost = Some("0.6".parse().unwrap());
    record.review_minutes = Some("3.6".parse().unwrap());
    record.created_at = Some(Timestamp::parse("2026-11-01T10:00:00Z").unwrap());
    record
}

async fn import(sandbox: &Sandbox, records: &[LogRecord]) {
    let mut write = sandbox.library.write().await.unwrap();
    let key = write.begin_import(ImportKind::Log, "log.csv", now()).await.unwrap();
    write.import_log_records(records, key, now()).await.unwrap();
    write.commit().await.unwrap();
}

#[tokio::test]
async fn the_kept_sums_follow_every_decision_every_minute_and_every_update() {
    let sandbox = Sandbox::new().await;
    let ada = sandbox.person("Ada", Role::Owner).await;
    let take = sandbox.take("bf_1").await;
    let other = sandbox.take("bf_1").await;
    assert_eq!(differences(&sandbox).await, [] as [String; 0], "new takes");
    let step = |to, reason: Option<RejectionReason>| Step {
        to,
        reasons: reason.into_iter().collect(),
        note: None,
    };
    let mut write = sandbox.library.write().await.unwrap();
    write
        .decide(
            &other,
            &ada,
            None,
            &[step(Status::RejectedQuality, Some(RejectionReason::TooGeneric))],
            now(),
        )
        .await
        .unwrap();
    let keep = [
        step(Status::ApprovedForEdit, None),
        step(Status::Edited, None),
        step(Status::BrandReview, None),
    ];
    write.decide(&take, &ada, None, &keep, now()).await.unwrap();
    let spent = SpentTime {
        generation: take.clone(),
        person: ada.clone(),
        kind: TimeKind::Review,
        duration: Microseconds(90_000_000),
        source: TimeSource::Measured,
        sitting: None,
    };
    write.add_time(&spent, now()).await.unwrap();
    write
        .correct_time(&take, &ada, TimeKind::Review, Microseconds(30_000_000), now())
        .await
        .unwrap();
    common::sign(&mut write, &take, &ada, now()).await.unwrap();
    write.commit().await.unwrap();
    assert_eq!(differences(&sandbox).await, [] as [String; 0], "decided, timed, signed");

    import(
        &sandbox,
        &[
            record("gen_00100", "bf_2", Status::Published),
            record("gen_00101", "bf_2", Status::ReviewPending),
        ],
    )
    .await;
    assert_eq!(differences(&sandbox).await, [] as [String; 0], "imported");
    let mut write = sandbox.library.write().await.unwrap();
    let mut moved = record("gen_00100", "bf_3", Status::Published);
    moved.model = Some(ModelName::new("other").unwrap());
    moved.created_at = Some(Timestamp::parse("2026-11-05T10:00:00Z").unwrap());
    moved.review_minutes = Some("9".parse().unwrap());
    write.update_from_log(&moved, now()).await.unwrap();
    write.commit().await.unwrap();
    assert_eq!(differences(&sandbox).await, [] as [String; 0], "told to be another's");

    let raw = sandbox.raw().await;
    sqlx::query("UPDATE clip_versions SET good_first_frame = 10, good_last_frame = 33 WHERE generation_key = (SELECT key FROM generations WHERE id = ?)")
        .bind(take.as_str())
        .execute(&raw)
        .await
        .unwrap();
    assert_eq!(differences(&sandbox).await, [] as [String; 0], "a good part marked");
    let came_to = sandbox
        .library
        .standings(
            &Scope::Brief(BriefId::new("bf_1").unwrap()),
            None,
            &LotFilter::default(),
        )
        .await
        .unwrap();
    assert_eq!(came_to.lengths.iter().map(|length| length.frames).sum::<u64>(), 24);
    assert_eq!(FrameIndex(33).0 - FrameIndex(10).0 + 1, 24);
}

#[tokio::test]
async fn one_persons_attempts_are_those_they_made_judged_or_spent_time_on() {
    let sandbox = Sandbox::new().await;
    let ada = sandbox.person("Ada", Role::Owner).await;
    let bo = sandbox.person("Bo", Role::Editor).await;
    let (judged, timed, _untouched) = (
        sandbox.take("bf_1").await,
        sandbox.take("bf_1").await,
        sandbox.take("bf_1").await,
    );
    let mut write = sandbox.library.write().await.unwrap();
    let reject = Step {
        to: Status::RejectedQuality,
        reasons: vec![RejectionReason::TooGeneric],
        note: None,
    };
    write.decide(&judged, &ada, None, &[reject], now()).await.unwrap();
    for person in [&ada, &bo] {
        let spent = SpentTime {
            generation: timed.clone(),
            person: person.clone(),
            kind: TimeKind::Editing,
            duration: Microseconds(60_000_000),
            source: TimeSource::Entered,
            sitting: None,
        };
        write.add_time(&spent, now()).await.unwrap();
    }
    write.commit().await.unwrap();
    let count = async |person| {
        let sums = sandbox.library.dashboard_sums(&Scope::Library, person).await.unwrap();
        let minutes: i64 = sums.minutes.iter().map(|sum| sum.duration_us).sum();
        let all = LotFilter::default();
        let came_to = sandbox.library.standings(&Scope::Library, person, &all).await.unwrap();
        let attempts: u64 = sums.lots.iter().map(|sum| sum.attempts).sum();
        assert_eq!(attempts, came_to.standings.iter().map(|sum| sum.attempts).sum::<u64>());
        (attempts, minutes)
    };
    assert_eq!(count(None).await, (3, 120_000_000));
    assert_eq!(
        count(Some(&ada)).await,
        (2, 120_000_000),
        "everybody's minutes on her attempts"
    );
    assert_eq!(count(Some(&bo)).await, (1, 120_000_000));
}

#[tokio::test]
async fn a_loop_is_what_came_to_nothing_since_the_last_that_was_kept() {
    let sandbox = Sandbox::new().await;
    let at = |minute: u32| Some(Timestamp::parse(&format!("2026-11-01T10:{minute:02}:00Z")).unwrap());
    let statuses = [
        Status::RejectedQuality,
        Status::Published,
        Status::GenerationFailed,
        Status::RejectedAccuracy,
        Status::ReviewPending,
        Status::RejectedAccuracy,
    ];
    let mut records = Vec::new();
    for (place, status) in statuses.into_iter().enumerate() {
        let mut one = record(&format!("gen_{place:05}"), "bf_1", status);
        one.rejection_reason = status.needs_reason().then_some(RejectionReason::ProductDetailWrong);
        one.created_at = at(u32::try_from(place).unwrap());
        if status == Status::GenerationFailed {
            one.generation_cost = None;
        }
        records.push(one);
    }
    // All of another brief at the same minute: the order of the log decides.
    for (place, status) in [Status::RejectedQuality, Status::Edited, Status::RejectedQuality]
        .into_iter()
        .enumerate()
    {
        let mut one = record(&format!("gen_{:05}", 100 + place), "bf_2", status);
        one.rejection_reason = status.needs_reason().then_some(RejectionReason::TooGeneric);
        records.push(one);
    }
    records.push(record("gen_00200", "bf_3", Status::ReviewPending));
    import(&sandbox, &records).await;
    let loops = sandbox.library.loops(&Scope::Library, 1).await.unwrap();
    let found: Vec<_> = loops
        .iter()
        .map(|run| (run.brief.as_str(), run.attempts, run.unknown_costs))
        .collect();
    assert_eq!(found, [("bf_1", 3, 1), ("bf_2", 1, 0)]);
    assert_eq!(loops[0].nanos, 1_200_000_000);
    assert_eq!(loops[0].reasons, [(RejectionReason::ProductDetailWrong, 2)]);
    assert_eq!(loops[0].minutes, [(Microseconds(3 * 216_000_000), None)]);
    assert_eq!(sandbox.library.loops(&Scope::Library, 2).await.unwrap().len(), 1);
}

#[tokio::test]
async fn the_page_reads_its_kept_sums_and_indices_and_no_whole_table() {
    let sandbox = Sandbox::new().await;
    let raw = sandbox.raw().await;
    let plans = [
        (
            "SELECT brief_key, day, model_key, prompt_key, status_rank, reason, cost_basis, attempts, cost_units, cost_nanos
             FROM attempt_sums WHERE brief_key IN (1, 2) AND attempts > 0",
            "SEARCH attempt_sums USING PRIMARY KEY (brief_key=?)",
        ),
        (
            "SELECT attempts FROM lot_sums WHERE brief_key IN (1, 2)",
            "SEARCH lot_sums USING PRIMARY KEY (brief_key=?)",
        ),
        (
            "SELECT status_rank, sum(attempts) FROM standing_sums WHERE brief_key IN (1, 2) AND attempts > 0 GROUP BY 1",
            "SEARCH standing_sums USING PRIMARY KEY (brief_key=?)",
        ),
        (
            "SELECT s.duration_us, p.hourly_rate_nanos FROM time_sums s LEFT JOIN people p ON p.key = s.person_key WHERE s.brief_key IN (1, 2)",
            "SEARCH s USING PRIMARY KEY (brief_key=?)",
        ),
        ("SELECT frames FROM length_sums WHERE brief_key IN (1, 2)", "SEARCH length_sums USING PRIMARY KEY (brief_key=?)"),
        (
            "SELECT max(created_at) FROM generations INDEXED BY generations_kept
             WHERE brief_key = 1 AND status_rank IN (9, 10, 11, 13, 14, 15, 16)",
            "SEARCH generations USING INDEX generations_kept (brief_key=?)",
        ),
        (
            "SELECT g.reason FROM (SELECT 1 AS brief_key, '2026' AS kept_at, 7 AS kept_key) l
             JOIN generations g INDEXED BY generations_in_order ON g.brief_key = l.brief_key AND g.created_at >= coalesce(l.kept_at, '')
               AND g.status_rank IN (3, 6, 7, 8, 12) AND (l.kept_at IS NULL OR g.created_at > l.kept_at OR g.key > l.kept_key)",
            "SEARCH g USING COVERING INDEX generations_in_order (brief_key=? AND created_at>?)",
        ),
        (
            "SELECT g.key, g.created_at FROM generations g INDEXED BY generations_in_order
             WHERE g.brief_key IN (1) AND g.status_rank >= 2 ORDER BY g.created_at, g.key",
            "SEARCH g USING COVERING INDEX generations_in_order (brief_key=?)",
        ),
        ("SELECT generation_key FROM time_entries WHERE person_key = 1", "SEARCH time_entries USING COVERING INDEX time_entries_by_person"),
        ("SELECT key FROM generations WHERE made_by_key = 1", "SEARCH generations USING COVERING INDEX generations_by_maker"),
        ("SELECT sum(amount_nanos) FROM overhead_costs WHERE corrects_key = 1", "SEARCH overhead_costs USING INDEX overhead_costs_by_corrected"),
    ];
    for (sql, expected) in plans {
        let rows = sqlx::query(sqlx::AssertSqlSafe(format!("EXPLAIN QUERY PLAN {sql}")))
            .fetch_all(&raw)
            .await
            .unwrap();
        let plan: Vec<String> = rows.iter().map(|row| row.get("detail")).collect();
        assert!(plan.iter().any(|step| step.starts_with(expected)), "{sql}\n  {plan:?}");
    }
}
