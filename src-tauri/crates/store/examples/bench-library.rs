//! How long the grid, its facets, a search, the queue and a report take at a hundred thousand generations.
//!
//! `cargo run --release -p circletake-store --example bench-library [GENERATIONS]` prints the median and the slowest of 15 runs each.
#![expect(clippy::print_stdout, reason = "a bench prints what it measured")]

use camino::Utf8PathBuf;
use circletake_domain::id::{BriefId, GenerationId, ModelName};
use circletake_domain::money::Currency;
use circletake_domain::reason::RejectionReason;
use circletake_domain::record::LogRecord;
use circletake_domain::status::Status;
use circletake_domain::timestamp::Timestamp;
use circletake_store::{
    GenerationFilter, GridSort, ImportKind, Library, LibraryFolder, NewLibrary, QueueList, QueueOrder, QueueQuestion,
    Result, Scope, StoreError,
};
use rust_decimal::Decimal;
use std::time::{Duration, Instant};

const RUNS: usize = 15;

#[tokio::main]
async fn main() -> Result<()> {
    let count = std::env::args()
        .nth(1)
        .and_then(|count| count.parse().ok())
        .unwrap_or(100_000);
    let folder = std::env::temp_dir().join(format!("circletake-bench-{}", std::process::id()));
    let folder = Utf8PathBuf::from_path_buf(folder).unwrap_or_else(|_| "circletake-bench".into());
    let outcome = bench(&folder, count).await;
    let _ = std::fs::remove_dir_all(&folder);
    outcome
}

async fn bench(folder: &Utf8PathBuf, count: u32) -> Result<()> {
    let now = moment(0)?;
    let new = NewLibrary {
        name: "Bench".into(),
        currency: Currency::new("USD").map_err(|error| odd(&error))?,
        is_sample: false,
        app_version: "bench".into(),
        created_at: now,
    };
    let library = Library::create(LibraryFolder::new(folder.clone()), new).await?;
    let begun = Instant::now();
    let mut write = library.write().await?;
    let import = write.begin_import(ImportKind::Log, "bench", now).await?;
    let records: Vec<LogRecord> = (0..count).map(record).collect::<Result<_>>()?;
    for batch in records.chunks(5_000) {
        write.import_log_records(batch, import, now).await?;
    }
    write.commit().await?;
    println!("import {count} rows        {:>8.1} ms", milliseconds(begun.elapsed()));

    let all = GenerationFilter::default();
    let status = GenerationFilter {
        statuses: vec![Status::ReviewPending],
        ..all.clone()
    };
    let search = GenerationFilter {
        search: "gen_0004 bf_003".into(),
        ..all.clone()
    };
    let brief = Scope::Brief(BriefId::new("bf_003").map_err(|error| odd(&error))?);
    for sort in GridSort::ALL {
        measure(&format!("page {sort:?}, first"), || {
            library.grid_page(&all, sort, 0, 100)
        })
        .await?;
        measure(&format!("page {sort:?}, last"), || {
            library.grid_page(&all, sort, count.saturating_sub(100), 100)
        })
        .await?;
    }
    measure("page of a status, middle", || {
        library.grid_page(&status, GridSort::Newest, count / 40, 100)
    })
    .await?;
    measure("page of a search", || {
        library.grid_page(&search, GridSort::Newest, 0, 100)
    })
    .await?;
    measure("facets", || library.facets(&all)).await?;
    measure("facets of a search", || library.facets(&search)).await?;
    let queue = QueueQuestion {
        scope: Scope::Library,
        mine: None,
        list: QueueList::Pending,
        order: QueueOrder::OldestFirst,
        after: None,
        limit: 300,
    };
    measure("review queue, a page", || library.queue_page(&queue)).await?;
    let flagged = QueueQuestion {
        order: QueueOrder::FlaggedFirst,
        ..queue.clone()
    };
    measure("review queue, flagged first", || library.queue_page(&flagged)).await?;
    measure("review queue, its counts", || {
        library.queue_counts(&Scope::Library, None)
    })
    .await?;
    measure("report of the library", || library.sums(&Scope::Library)).await?;
    measure("report of one brief", || library.sums(&brief)).await?;
    let id = GenerationId::numbered(u64::from(count / 2));
    measure("one generation whole", || library.generation(&id)).await?;
    Ok(())
}

async fn measure<F, Fut, T>(what: &str, mut ask: F) -> Result<()>
where
    F: FnMut() -> Fut,
    Fut: Future<Output = Result<T>>,
{
    let mut times = Vec::with_capacity(RUNS);
    for _ in 0..RUNS {
        let begun = Instant::now();
        ask().await?;
        times.push(begun.elapsed());
    }
    times.sort();
    let (median, slowest) = (times[RUNS / 2], times[RUNS - 1]);
    println!(
        "{what:<28} {:>8.1} ms   slowest {:>8.1} ms",
        milliseconds(median),
        milliseconds(slowest)
    );
    Ok(())
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}

/// Fifty briefs, seven models, every status a log can hold.
fn record(number: u32) -> Result<LogRecord> {
    let brief = BriefId::new(&format!("bf_{:03}", number % 50)).map_err(|error| odd(&error))?;
    let status = Status::ALL[number as usize * 7 % Status::ALL.len()];
    let mut record = LogRecord::new(GenerationId::numbered(u64::from(number)), brief, status);
    record.model = Some(ModelName::new(&format!("model-{}", number % 7)).map_err(|error| odd(&error))?);
    record.rejection_reason = status.needs_reason().then(|| RejectionReason::ALL[number as usize % 9]);
    record.generation_cost = (!number.is_multiple_of(11))
        .then(|| circletake_domain::money::Amount::from_nanos(i64::from(number % 900) * 1_000_000));
    record.review_minutes = Some(Decimal::new(i64::from(number % 70), 1));
    record.created_at = Some(moment(number)?);
    Ok(record)
}

fn moment(number: u32) -> Result<Timestamp> {
    let (hours, minutes) = (number / 60 % 24, number % 60);
    let day = number / 1_440 % 28 + 1;
    let month = number / 40_320 % 12 + 1;
    Timestamp::parse(&format!("2026-{month:02}-{day:02}T{hours:02}:{minutes:02}:00Z")).map_err(|error| odd(&error))
}

fn odd(error: &impl ToString) -> StoreError {
    StoreError::Invalid {
        field: "bench",
        problem: error.to_string(),
    }
}
