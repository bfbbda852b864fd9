//! Logs come in and out without loss, and what a report sums is exact.
#![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

mod common;

use circletake_domain::frame::Microseconds;
use circletake_domain::id::{BriefId, GenerationId, ModelName, PromptId};
use circletake_domain::money::CostBasis;
use circletake_domain::person::Role;
use circletake_domain::reason::RejectionReason;
use circletake_domain::record::LogRecord;
use circletake_domain::status::Status;
use circletake_domain::timestamp::Timestamp;
use circletake_store::{ImportKind, Scope, SpentTime, TimeKind, TimeSource, Watcher};
use common::{Sandbox, now};
use rust_decimal::Decimal;

fn record(id: &str, status: Status) -> LogRecord {
    let mut record = LogRecord::new(
        GenerationId::new(id).unwrap(),
        BriefId::new("bf_2025_001").unwrap(),
        status,
    );
    record.prompt_id = Some(PromptId::new("pr_1").unwrap());
    record.prompt_version = Some("v3".into());
    record.model = Some(ModelName::new("gen4.5").unwrap());
    record.duration_seconds = Some("6.5".parse().unwrap());
    record.credits_used = Some("120".parse().unwrap());
    record.generation_cost = Some("0.6".parse().unwrap());
    record.asset_url = Some("s3://bucket/take.mp4".into());
    record.review_minutes = Some("3.6".parse().unwrap());
    record.created_at = Some(Timestamp::parse("2026-11-01T10:00:00Z").unwrap());
    record.extra.insert("Shot".into(), "12B".into());
    record
}

async fn import(sandbox: &Sandbox, records: &[LogRecord]) {
    let mut write = sandbox.library.write().await.unwrap();
    let key = write.begin_import(ImportKind::Log, "log.csv", now()).await.unwrap();
    write.import_log_records(records, key, now()).await.unwrap();
    write.commit().await.unwrap();
}

#[tokio::test]
async fn a_record_comes_out_as_it_went_in() {
    let sandbox = Sandbox::new().await;
    let mut rejected = record("gen_00007", Status::RejectedQuality);
    rejected.rejection_reason = Some(RejectionReason::TooGeneric);
    let mut failed = record("shot-12", Status::GenerationFailed);
    failed.error_message = Some("429: too many requests".into());
    let mut assumed = record("gen_00009", Status::Published);
    assumed.cost_basis = Some(CostBasis::Assumed);
    let mut records = [rejected, failed, assumed];
    import(&sandbox, &records).await;
    // A cost of which the log says nothing more is the provider's.
    for said in &mut records {
        said.cost_basis = said
            .generation_cost
            .map(|_| said.cost_basis.unwrap_or(CostBasis::Reported));
    }
    let mut out = Vec::new();
    let keep = |record| {
        out.push(record);
        Ok(())
    };
    sandbox
        .library
        .for_each_log_record(&Scope::Library, keep)
        .await
        .unwrap();
    assert_eq!(out, records);
    assert_eq!(sandbox.library.verify_history(Watcher::nobody()).await.unwrap(), []);
    // Numbers that came with the log are never given out again.
    let mut write = sandbox.library.write().await.unwrap();
    assert_eq!(write.reserve_generations(1).await.unwrap()[0].as_str(), "gen_00010");
}

#[tokio::test]
async fn an_update_keeps_what_the_log_does_not_say_and_logs_what_it_changes() {
    let sandbox = Sandbox::new().await;
    import(&sandbox, &[record("gen_00001", Status::ReviewPending)]).await;
    let mut changed = LogRecord::new(
        GenerationId::new("gen_00001").unwrap(),
        BriefId::new("bf_2025_001").unwrap(),
        Status::RejectedAccuracy,
    );
    changed.rejection_reason = Some(RejectionReason::ProductDetailWrong);
    changed.review_minutes = Some("5".parse().unwrap());
    let mut write = sandbox.library.write().await.unwrap();
    write.update_from_log(&changed, now()).await.unwrap();
    write.commit().await.unwrap();
    let found = sandbox
        .library
        .log_records(&[changed.id.clone()])
        .await
        .unwrap()
        .remove(&changed.id)
        .unwrap();
    assert_eq!(
        (found.status, found.review_minutes),
        (Status::RejectedAccuracy, Some(Decimal::from(5)))
    );
    assert_eq!(found.asset_url.as_deref(), Some("s3://bucket/take.mp4"));
    assert_eq!(sandbox.library.history(&changed.id).await.unwrap().len(), 2);
}

#[tokio::test]
async fn sums_are_exact_and_tell_unknown_from_free() {
    let sandbox = Sandbox::new().await;
    let mut records: Vec<_> = (0..1_000)
        .map(|number| record(&format!("gen_{number:05}"), Status::Published))
        .collect();
    for record in &mut records {
        record.generation_cost = Some("8000000000.000000001".parse().unwrap());
    }
    records[0].generation_cost = None;
    records[1].generation_cost = Some("0".parse().unwrap());
    import(&sandbox, &records).await;
    let ada = sandbox.person("Ada", Role::Editor).await;
    let mut write = sandbox.library.write().await.unwrap();
    let spent = SpentTime {
        generation: records[0].id.clone(),
        person: ada.clone(),
        kind: TimeKind::Editing,
        duration: Microseconds(90_000_000),
        source: TimeSource::Measured,
        sitting: None,
    };
    write.add_time(&spent, now()).await.unwrap();
    write.commit().await.unwrap();
    let sums = sandbox
        .library
        .sums(&Scope::Brief(BriefId::new("bf_2025_001").unwrap()))
        .await
        .unwrap();
    assert_eq!(sums.statuses, [(Status::Published, 1_000)]);
    assert_eq!(sums.unknown_costs, 1);
    assert_eq!(sums.model_costs[0].1.to_string(), "7984000000000.000000998");
    let editing = sums.time.iter().find(|time| time.kind == TimeKind::Editing).unwrap();
    assert_eq!(
        (editing.person.as_ref(), editing.duration),
        (Some(&ada), Microseconds(90_000_000))
    );
    assert_eq!(editing.hourly_rate.unwrap().to_string(), "60");
    let review = sums.time.iter().find(|time| time.kind == TimeKind::Review).unwrap();
    assert_eq!(
        (review.person.as_ref(), review.duration),
        (None, Microseconds(216_000_000_000))
    );
}

#[tokio::test]
async fn a_scope_that_does_not_exist_is_an_error_not_an_empty_report() {
    let sandbox = Sandbox::new().await;
    let scope = Scope::Brief(BriefId::new("bf_nowhere").unwrap());
    assert_eq!(sandbox.library.sums(&scope).await.unwrap_err().code(), "not_found");
}
