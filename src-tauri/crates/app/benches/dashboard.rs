//! All data of the pilot page against product.md's one sum in SQL, on the same file, in one run.
//!
//! `cargo xtask bench dashboard [ATTEMPTS] [--scattered]`. A pilot of a year: a brief a week, three models, six prompt versions a brief, two
//! hundred and seventy attempts a day. `--scattered` draws brief, model and prompt of every attempt anew, which nobody's year looks like
//! and which leaves the kept sums little to sum. The two sides take turns, so that a busy machine is busy for both.
#![expect(clippy::print_stdout, reason = "a bench prints what it measured")]

mod year;

use camino::Utf8PathBuf;
use circletake_app::view::dashboard::{DashboardFilter, DashboardRequest};
use circletake_app::view::pilot::Scope;
use circletake_app::{OpenLibrary, OpenMode, Surroundings};
use circletake_domain::id::ModelName;
use circletake_store::LibraryFolder;
use sqlx::Connection;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use std::error::Error;
use std::time::{Duration, Instant};

const TURNS: usize = 21;

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
    let count = arguments
        .iter()
        .find_map(|argument| argument.parse().ok())
        .unwrap_or(100_000);
    let folder = std::env::temp_dir().join(format!("circletake-bench-{}", std::process::id()));
    let folder = Utf8PathBuf::from_path_buf(folder).unwrap_or_else(|_| "circletake-bench".into());
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let outcome = runtime.block_on(bench(&folder, count, scattered));
    let _ = std::fs::remove_dir_all(&folder);
    outcome
}

async fn bench(folder: &Utf8PathBuf, count: u32, scattered: bool) -> Outcome<()> {
    let begun = Instant::now();
    let pilot = year::fill(folder, count, scattered).await?;
    println!("{count} attempts written in {:.1} s", begun.elapsed().as_secs_f64());
    let database = LibraryFolder::new(folder.clone()).database();
    let options = SqliteConnectOptions::new()
        .filename(&database)
        .read_only(true)
        .pragma("cache_size", "-32768")
        .pragma("mmap_size", "268435456");
    let mut connection = SqliteConnection::connect_with(&options).await?;
    let kept: i64 = sqlx::query_scalar("SELECT (SELECT count(*) FROM lot_sums) + (SELECT count(*) FROM standing_sums) + (SELECT count(*) FROM time_sums)")
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
    let ratio = base.map_or(String::new(), |base| {
        format!("   {:.2} times the one sum", median / base)
    });
    println!("{what:<26} {median:>8.1} ms (quickest {quickest:.1}){ratio}");
    median
}
