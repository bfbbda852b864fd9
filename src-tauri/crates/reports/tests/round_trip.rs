//! What is exported comes back the same, and nothing in it runs in a spreadsheet.
#![expect(
    clippy::unwrap_used,
    reason = "a log of our own that cannot be read must fail the test"
)]

use circletake_domain::id::{BriefId, GenerationId, ModelName, PromptId};
use circletake_domain::money::{Amount, CostBasis, Currency};
use circletake_domain::reason::RejectionReason;
use circletake_domain::record::LogRecord;
use circletake_domain::status::Status;
use circletake_domain::timestamp::Timestamp;
use circletake_reports::log::export::{CsvWriter, JsonlWriter};
use circletake_reports::log::{ColumnMapping, LogFile, RecordReader};
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// Text as people leave it in cells: formulas, quotes, newlines, semicolons, other alphabets.
fn nasty_text() -> impl Strategy<Value = String> {
    r#"[=+\-@'"\n;,a-z0-9éж ]{0,12}[a-zж]"#.prop_map(|text| text.trim().to_owned())
}

prop_compose! {
    fn records()(
        id in "gen_[0-9]{5}",
        brief in nasty_text(),
        status in proptest::sample::select(Status::ALL),
        reason in proptest::sample::select(RejectionReason::ALL),
        model in option::of(nasty_text()),
        version in option::of(prop_oneof!["[1-9][0-9]{0,3}", "v[0-9] final"]),
        url in option::of("s3://bucket/[a-z=+]{1,9}\\.mp4"),
        nanos in option::of(0..i64::MAX),
        basis in proptest::sample::select(CostBasis::ALL.to_vec()),
        minutes in (option::of(0_i64..100_000), option::of(0_i64..100_000)),
        seconds in option::of(1_i64..100_000),
        micros in option::of(0_i64..4_000_000_000_000_000),
        error in option::of(nasty_text()),
        extra in btree_map("x_[a-z]{3}", nasty_text(), 0..3),
    ) -> Option<LogRecord> {
        let mut record = LogRecord::new(GenerationId::new(&id).ok()?, BriefId::new(&brief.replace('\n', " ")).ok()?, status);
        record.rejection_reason = status.needs_reason().then_some(reason);
        record.model = model.and_then(|model| ModelName::new(&model.replace('\n', " ")).ok());
        record.prompt_id = version.as_ref().and_then(|_| PromptId::new("pr_00001").ok());
        record.prompt_version = version;
        record.asset_url = url;
        record.generation_cost = nanos.map(Amount::from_nanos);
        // What the provider said needs no word in a log.
        record.cost_basis = nanos.map(|_| basis).filter(|basis| *basis != CostBasis::Reported);
        record.review_minutes = minutes.0.map(|hundredths| Decimal::new(hundredths, 2).normalize());
        record.editing_minutes = minutes.1.map(|hundredths| Decimal::new(hundredths, 2).normalize());
        record.duration_seconds = seconds.map(|milliseconds| Decimal::new(milliseconds, 3).normalize());
        record.created_at = micros.map(|micros| {
            let seconds = micros / 1_000_000;
            Timestamp::new(time::OffsetDateTime::from_unix_timestamp(seconds).unwrap() + time::Duration::microseconds(micros % 1_000_000))
        });
        record.error_message = error;
        record.extra = extra.into_iter().map(|(name, text)| (name, text.into())).collect();
        Some(record)
    }
}

fn read_back(bytes: &[u8]) -> Vec<LogRecord> {
    let file = LogFile::read(bytes).unwrap();
    let mapping = ColumnMapping::recognise(file.columns());
    let currency = Currency::new("USD").unwrap();
    RecordReader::new(&file, &mapping, &currency)
        .records()
        .map(|row| row.record.unwrap())
        .collect()
}

fn as_csv(records: &[LogRecord]) -> Vec<u8> {
    let extra: BTreeSet<String> = records
        .iter()
        .flat_map(|record| record.beside().into_keys().map(str::to_owned))
        .collect();
    let mut writer = CsvWriter::new(Vec::new(), &extra).unwrap();
    for record in records {
        writer.write(record).unwrap();
    }
    writer.finish().unwrap()
}

fn as_jsonl(records: &[LogRecord]) -> Vec<u8> {
    let mut writer = JsonlWriter::new(Vec::new());
    for record in records {
        writer.write(record).unwrap();
    }
    writer.finish().unwrap()
}

proptest! {
    #[test]
    fn what_is_exported_is_imported_the_same(records in vec(records().prop_filter_map("ids", |record| record), 1..6)) {
        prop_assert_eq!(&read_back(&as_csv(&records)), &records);
        prop_assert_eq!(&read_back(&as_jsonl(&records)), &records);
    }

    #[test]
    fn no_exported_cell_runs_as_a_formula(records in vec(records().prop_filter_map("ids", |record| record), 1..6)) {
        let csv = as_csv(&records);
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(csv.as_slice());
        for row in reader.records() {
            for cell in &row.unwrap() {
                prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell:?}");
            }
        }
    }
}

#[test]
fn the_log_of_the_product_page_is_written_with_its_exact_names() {
    let mut record = LogRecord::new(
        GenerationId::numbered(42),
        BriefId::new("bf_2025_001").unwrap(),
        Status::RejectedAccuracy,
    );
    record.prompt_id = PromptId::new("pr_00007").ok();
    record.prompt_version = Some("3".into());
    record.model = ModelName::new("gen4.5").ok();
    record.duration_seconds = Some(Decimal::new(60, 1));
    record.credits_used = Some(Decimal::from(72));
    record.generation_cost = Some(Amount::from_nanos(720_000_000));
    record.asset_url = Some("s3://bucket/gen_00042.mp4".into());
    record.rejection_reason = Some(RejectionReason::ProductDetailWrong);
    record.review_minutes = Some(Decimal::new(35, 1));
    record.created_at = Timestamp::parse("2025-11-20T08:37:00Z").ok();
    record.extra.insert("shot".into(), 3.into());
    record.extra.insert("note".into(), "=HYPERLINK(\"x\")".into());
    let mut failed = LogRecord::new(
        GenerationId::numbered(43),
        BriefId::new("bf_2025_001").unwrap(),
        Status::GenerationFailed,
    );
    failed.error_message = Some("quota exceeded".into());
    let records = [record, failed];
    insta::assert_snapshot!("the_log_as_jsonl", String::from_utf8(as_jsonl(&records)).unwrap());
    insta::assert_snapshot!("the_log_as_csv", String::from_utf8(as_csv(&records)).unwrap());
}

#[test]
fn how_a_cost_is_known_stands_beside_it_only_where_the_provider_did_not_say_it() {
    let with = |basis: CostBasis| {
        let mut record = LogRecord::new(
            GenerationId::numbered(1),
            BriefId::new("bf_1").unwrap(),
            Status::Generated,
        );
        record.generation_cost = Some(Amount::from_nanos(1));
        record.cost_basis = Some(basis);
        String::from_utf8(as_csv(&[record])).unwrap()
    };
    assert!(!with(CostBasis::Reported).contains("cost_basis"));
    assert!(
        with(CostBasis::Assumed)
            .lines()
            .next()
            .unwrap()
            .ends_with(",error_message,cost_basis")
    );
    // Another team's column of that name is theirs, and so is one beside no cost.
    let read =
        read_back(b"id,brief_id,status,cost,cost_basis\ng1,bf_1,generated,1,per invoice\ng2,bf_1,generated,,assumed\n");
    assert!(read.iter().all(|record| record.cost_basis.is_none()));
    assert_eq!(read[0].extra["cost_basis"], "per invoice");
}
