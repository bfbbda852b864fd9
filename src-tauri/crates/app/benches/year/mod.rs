//! A year of one busy team, the same in every run.

use crate::Outcome;
use camino::Utf8PathBuf;
use circletake_domain::id::{BriefId, GenerationId, ModelName, PilotId, PromptId};
use circletake_domain::money::{Amount, Currency};
use circletake_domain::person::Role;
use circletake_domain::reason::RejectionReason;
use circletake_domain::record::LogRecord;
use circletake_domain::status::Status;
use circletake_domain::timestamp::Timestamp;
use circletake_store::{ImportKind, Library, LibraryFolder, NewLibrary, PersonFields, PilotFields};
use rust_decimal::Decimal;
use sqlx::Connection;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};

const A_DAY: u32 = 274;
const PEOPLE: i64 = 5;

/// Makes a library of so many attempts in one pilot.
pub async fn fill(folder: &Utf8PathBuf, count: u32, scattered: bool) -> Outcome<PilotId> {
    let now = moment(0)?;
    let new = NewLibrary {
        name: "Bench".into(),
        currency: Currency::new("USD")?,
        is_sample: false,
        app_version: "bench".into(),
        created_at: now,
    };
    let library = Library::create(LibraryFolder::new(folder.clone()), new).await?;
    let mut write = library.write().await?;
    for number in 0..PEOPLE {
        let fields = PersonFields {
            name: format!("Person {number}"),
            role: Role::Reviewer,
            hourly_rate: Some(Amount::from_nanos((40 + number) * 1_000_000_000)),
            active: true,
        };
        write.add_person(&fields, now).await?;
    }
    let fields = PilotFields {
        name: "A year".into(),
        format: "social_broll".into(),
        channel: "instagram_reel".into(),
        benchmark: Some(Amount::from_nanos(120_000_000_000)),
        ..PilotFields::default()
    };
    let pilot = write.add_pilot(&fields, now).await?.id;
    let import = write.begin_import(ImportKind::Log, "bench", now).await?;
    let records: Vec<LogRecord> = (0..count)
        .map(|number| record(number, scattered))
        .collect::<Outcome<_>>()?;
    for batch in records.chunks(5_000) {
        write.import_log_records(batch, import, now).await?;
    }
    let mut briefs: Vec<&BriefId> = records.iter().map(|record| &record.brief_id).collect();
    briefs.sort();
    briefs.dedup();
    for brief in briefs {
        write.put_brief_in_pilot(brief, &pilot).await?;
    }
    write.commit().await?;
    library.close().await;
    // A log does not say whose minutes they were; here somebody reviews each brief.
    let database = LibraryFolder::new(folder.clone()).database();
    let mut raw = SqliteConnection::connect_with(&SqliteConnectOptions::new().filename(&database)).await?;
    sqlx::query("UPDATE time_entries SET person_key = 1 + brief_key % ?")
        .bind(PEOPLE)
        .execute(&mut raw)
        .await?;
    sqlx::query("ANALYZE").execute(&mut raw).await?;
    raw.close().await?;
    Ok(pilot)
}

/// A number that looks drawn, the same in every run.
fn drawn(number: u32, salt: u32) -> u32 {
    let mut state = number
        .wrapping_mul(2_654_435_761)
        .wrapping_add(salt.wrapping_mul(40_503));
    state ^= state >> 15;
    state = state.wrapping_mul(2_246_822_519);
    state ^ (state >> 13)
}

fn record(number: u32, scattered: bool) -> Outcome<LogRecord> {
    let week = number / A_DAY / 7;
    let (brief, model, prompt) = if scattered {
        (drawn(number, 1) % 52, drawn(number, 2) % 7, drawn(number, 3) % 60)
    } else {
        (week, drawn(number, 2) % 3, week * 6 + drawn(number, 3) % 6)
    };
    // As pilots go: one in six usable, one in fourteen failed.
    let status = match drawn(number, 4) % 100 {
        0..7 => Status::GenerationFailed,
        7..55 => Status::RejectedQuality,
        55..67 => Status::RejectedAccuracy,
        67..70 => Status::RejectedRightsRisk,
        70..74 => Status::ReviewPending,
        74..78 => Status::BrandReview,
        78..84 => Status::RejectedBrandFit,
        84..90 => Status::ApprovedToPublish,
        _ => Status::Published,
    };
    let mut record = LogRecord::new(
        GenerationId::numbered(u64::from(number)),
        BriefId::new(&format!("bf_{brief:03}"))?,
        status,
    );
    record.model = Some(ModelName::new(&format!("model-{model}"))?);
    record.prompt_id = Some(PromptId::new(&format!("pr_{prompt:05}"))?);
    record.prompt_version = Some(format!("v{}", prompt % 3 + 1));
    record.rejection_reason = status
        .needs_reason()
        .then(|| {
            RejectionReason::ALL
                .get(drawn(number, 5) as usize % RejectionReason::ALL.len())
                .copied()
        })
        .flatten();
    let cost = Amount::from_nanos(i64::from(drawn(number, 6) % 900) * 1_000_000);
    record.generation_cost = (!number.is_multiple_of(11)).then_some(cost);
    record.review_minutes =
        (status != Status::GenerationFailed).then(|| Decimal::new(i64::from(drawn(number, 7) % 70 + 1), 1));
    record.editing_minutes = status
        .is_usable()
        .then(|| Decimal::new(i64::from(drawn(number, 8) % 300 + 1), 1));
    record.created_at = Some(moment(number)?);
    Ok(record)
}

/// Every 315 seconds one, from the first day of 2026 on.
fn moment(number: u32) -> Outcome<Timestamp> {
    let begin = Timestamp::parse("2026-01-01T00:00:00Z")?;
    let seconds = i64::from(number) * i64::from(86_400 / A_DAY);
    Ok(Timestamp::new(begin.moment() + time::Duration::seconds(seconds)))
}
