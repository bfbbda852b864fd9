//! All data of the pilot page against product.md's one sum in SQL, on the same file, in one run.
//!
//! `cargo xtask bench dashboard [ATTEMPTS] [--scattered]`. A pilot of a year: a brief a week, three models, six prompt versions a brief, two
//! hundred and seventy attempts a day. `--scattered` draws brief, model and prompt of every attempt anew, which nobody's year looks like
//! and which leaves the kept sums little to sum. The two sides take turns, so that a busy machine is busy for both.
#![expect(clippy::print_stdout, reason = "a bench prints what it measured")]

use camino::Utf8PathBuf;
use circletake_app::view::dashboard::{DashboardFilter, DashboardRequest};
use circletake_app::view::pilot::Scope;
use circletake_app::{OpenLibrary, OpenMode, Surroundings};
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
use std::error::Error;
use std::time::{Duration, Instant};

const TURNS: usize = 21;
const A_DAY: u32 = 274;
const PEOPLE: i64 = 5;

/// Every number of product.md for one pilot in one statement, as one would write it over these tables.
const ONE_SUM: &str = "
    SELECT count(*) AS total,
           sum(g.status IN ('approved_to_publish', 'scheduled', 'published')) AS usable,
           sum(g.status = 'published') AS published,
           sum(g.cost_nanos) AS model_cost,
           (SELECT sum(t.duration_us) FROM time_entries t
            WHERE t.brief_key IN (SELECT key FROM briefs WHERE pilot_key = 1)) / 60000000.0 AS minutes,
           (SELECT sum(t.duration_us / 3600000000.0 * coalesce(t.rate_nanos, p.hourly_rate_nanos))
            FROM time_entries t LEFT JOIN people p ON p.key = t.person_key
            WHERE t.brief_key IN (SELECT key FROM briefs WHERE pilot_key = 1)) AS human_cost,
           (SELECT sum(amount_nanos) FROM overhead_costs WHERE pilot_key = 1) AS overhead
    FROM generations g
    WHERE g.status NOT IN ('draft_brief', 'prompt_ready') AND g.brief_key IN (SELECT key FROM briefs WHERE pilot_key = 1)";

type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> Outcome<()> {
    circletake_app::serve_if_asked();
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let scattered = arguments.iter().any(|argument| argument == "--scattered");
    let count = arguments.iter().find_map(|argument| argument.parse().ok()).unwrap_or(100_000);
    let folder = std::env::temp_dir().join(format!("circletake-bench-{}", std::process::id()));
    let folder = Utf8PathBuf::from_path_buf(folder).unwrap_or_else(|_| "circletake-bench".into());
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let outcome = runtime.block_on(bench(&folder, count, scattered));
    let _ = std::fs::remove_dir_all(&folder);
    outcome
}

async fn bench(folder: &Utf8PathBuf, count: u32, scattered: bool) -> Outcome<()> {
    let begun = Instant::now();
    let pilot = fill(folder, count, scattered).await?;
    println!("{count} attempts written in {:.1} s", begun.elapsed().as_secs_f64());
    let database = LibraryFolder::new(folder.clone()).database();
    let options = SqliteConnectOptions::new()
        .filename(&database)
        .read_only(true)
        .pragma("cache_size", "-32768")
        .pragma("mmap_size", "268435456");
    let mut connection = SqliteConnection::connect_with(&options).await?;
    let kept: i64 = sqlx::query_scalar("SELECT (SELECT count(*) FROM attempt_sums) + (SELECT count(*) FROM time_sums)")
        .fetch_one(&mut connection)
        .await?;
    println!("kept sums                    {kept:>8} rows");
    let library = OpenLibrary::open(folder, OpenMode::Read, Surroundings::for_a_command()?).await?;
    let page = DashboardRequest {
        scope: Scope::Pilot(pilot),
        filter: DashboardFilter::default(),
    };
    let one_model = DashboardRequest {
        filter: DashboardFilter {
            models: vec![ModelName::new("model-1")?],
            ..DashboardFilter::default()
        },
        ..page.clone()
    };
    let [mut one_sum, mut whole, mut narrowed]: [Vec<Duration>; 3] = Default::default();
    for _ in 0..TURNS {
        let begun = Instant::now();
        sqlx::query(ONE_SUM).fetch_one(&mut connection).await?;
        one_sum.push(begun.elapsed());
        let begun = Instant::now();
        library.dashboard(&page).await?;
        whole.push(begun.elapsed());
        let begun = Instant::now();
        library.dashboard(&one_model).await?;
        narrowed.push(begun.elapsed());
    }
    let base = say("one sum in SQL", &mut one_sum, None);
    say("all data of the page", &mut whole, Some(base));
    say("the same, of one model", &mut narrowed, Some(base));
    println!(
        "repeat it with `cargo xtask bench dashboard {count}{}`",
        if scattered { " --scattered" } else { "" }
    );
    Ok(())
}

fn say(what: &str, times: &mut [Duration], base: Option<f64>) -> f64 {
    times.sort();
    let milliseconds = |at: usize| times.get(at).map_or(0.0, |time| time.as_secs_f64() * 1_000.0);
    let (quickest, median) = (milliseconds(0), milliseconds(times.len() / 2));
    let ratio = base.map_or(String::new(), |base| format!("   {:.2} times the one sum", median / base));
    println!("{what:<26} {median:>8.1} ms (quickest {quickest:.1}){ratio}");
    median
}

async fn fill(folder: &Utf8PathBuf, count: u32, scattered: bool) -> Outcome<PilotId> {
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
    let mut state = number.wrapping_mul(2_654_435_761).wrapping_add(salt.wrapping_mul(40_503));
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
        .then(|| RejectionReason::ALL.get(drawn(number, 5) as usize % RejectionReason::ALL.len()).copied())
        .flatten();
    let cost = Amount::from_nanos(i64::from(drawn(number, 6) % 900) * 1_000_000);
    record.generation_cost = (!number.is_multiple_of(11)).then_some(cost);
    record.review_minutes = (status != Status::GenerationFailed).then(|| Decimal::new(i64::from(drawn(number, 7) % 70 + 1), 1));
    record.editing_minutes = status.is_usable().then(|| Decimal::new(i64::from(drawn(number, 8) % 300 + 1), 1));
    record.created_at = Some(moment(number)?);
    Ok(record)
}

/// Every 315 seconds one, from the first day of 2026 on.
fn moment(number: u32) -> Outcome<Timestamp> {
    let begin = Timestamp::parse("2026-01-01T00:00:00Z")?;
    let seconds = i64::from(number) * i64::from(86_400 / A_DAY);
    Ok(Timestamp::new(begin.moment() + time::Duration::seconds(seconds)))
}
