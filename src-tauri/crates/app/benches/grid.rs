//! What the grid of clips and the review queue ask of a library of 100,000 attempts, against the same of one of 1,000, in one run.
//!
//! `cargo xtask bench grid [ATTEMPTS]`. The two sides take turns, so that a busy machine is busy for both. The page adds its drawing to these
//! times, and only ever draws the rows on screen.
#![expect(clippy::print_stdout, reason = "a bench prints what it measured")]

mod year;

use camino::Utf8PathBuf;
use circletake_app::view::clips::{ClipFilter, ClipSort};
use circletake_app::view::pilot::Scope;
use circletake_app::view::review::{QueueList, QueueOrder, QueueRequest};
use circletake_app::{OpenLibrary, OpenMode, Surroundings};
use circletake_domain::id::BriefId;
use circletake_domain::status::Status;
use std::error::Error;
use std::time::{Duration, Instant};

const TURNS: usize = 41;
/// Rows that a page asks for at a time.
const WINDOW: u32 = 100;
const SMALL: u32 = 1_000;

type Outcome<T> = Result<T, Box<dyn Error>>;

/// One thing that a person does with the grid or the queue.
enum Question {
    Rows {
        filter: ClipFilter,
        sort: ClipSort,
        /// How far down, in hundredths.
        down: u32,
    },
    Facets(ClipFilter),
    /// A page of the queue, with the counts of its lists.
    Queue(QueueRequest),
}

fn main() -> Outcome<()> {
    circletake_app::serve_if_asked();
    let count = std::env::args()
        .skip(1)
        .find_map(|argument| argument.parse().ok())
        .unwrap_or(100_000);
    let folder = std::env::temp_dir().join(format!("circletake-bench-{}", std::process::id()));
    let folder = Utf8PathBuf::from_path_buf(folder).unwrap_or_else(|_| "circletake-bench".into());
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let outcome = runtime.block_on(bench(&folder, count));
    let _ = std::fs::remove_dir_all(&folder);
    outcome
}

fn questions() -> Outcome<Vec<(&'static str, Question)>> {
    let all = ClipFilter::default;
    let rows = |filter, sort, down| Question::Rows { filter, sort, down };
    let rejected = ClipFilter {
        statuses: vec![Status::RejectedQuality],
        ..all()
    };
    let brief = ClipFilter {
        briefs: vec![BriefId::new("bf_001")?],
        ..all()
    };
    let queue = QueueRequest {
        limit: WINDOW,
        ..QueueRequest::waiting(Scope::Library)
    };
    let search = |words: &str| ClipFilter {
        search: words.to_owned(),
        ..all()
    };
    Ok(vec![
        ("first rows", rows(all(), ClipSort::Newest, 0)),
        ("by cost", rows(all(), ClipSort::Cost, 0)),
        ("by status", rows(all(), ClipSort::Status, 0)),
        ("scrolled to the middle", rows(all(), ClipSort::Newest, 50)),
        ("scrolled to the end", rows(all(), ClipSort::Newest, 100)),
        ("one status", rows(rejected.clone(), ClipSort::Newest, 0)),
        ("one status, scrolled on", rows(rejected.clone(), ClipSort::Newest, 50)),
        ("one brief", rows(brief.clone(), ClipSort::Newest, 0)),
        ("a word in few", rows(search("0077"), ClipSort::Newest, 0)),
        ("a word in none", rows(search("nowhere"), ClipSort::Newest, 0)),
        ("facets of all", Question::Facets(all())),
        ("facets of one status", Question::Facets(rejected)),
        ("facets of a search", Question::Facets(search("0077"))),
        ("queue, oldest first", Question::Queue(queue.clone())),
        (
            "queue, flagged first",
            Question::Queue(QueueRequest {
                order: QueueOrder::FlaggedFirst,
                ..queue.clone()
            }),
        ),
        (
            "queue of what is judged",
            Question::Queue(QueueRequest {
                list: QueueList::Judged,
                ..queue
            }),
        ),
    ])
}

async fn bench(folder: &Utf8PathBuf, count: u32) -> Outcome<()> {
    let small = library_of(&folder.join("small"), SMALL).await?;
    let large = library_of(&folder.join("large"), count).await?;
    println!("{:<26} {count:>14} {SMALL:>14} attempts", "p50 (p95) in ms");
    for (what, question) in questions()? {
        let [mut of_small, mut of_large]: [Vec<Duration>; 2] = Default::default();
        for _ in 0..TURNS {
            of_small.push(ask(&small, &question).await?);
            of_large.push(ask(&large, &question).await?);
        }
        let (small, large) = (Times::of(of_small), Times::of(of_large));
        println!(
            "{what:<26} {:>6.1} ({:>5.1}) {:>6.1} ({:>5.1})   {:.1} times",
            large.half,
            large.most,
            small.half,
            small.most,
            large.half / small.half
        );
    }
    println!("repeat it with `cargo xtask bench grid {count}`");
    Ok(())
}

async fn library_of(folder: &Utf8PathBuf, count: u32) -> Outcome<OpenLibrary> {
    let begun = Instant::now();
    year::fill(folder, count, false).await?;
    println!("{count} attempts written in {:.1} s", begun.elapsed().as_secs_f64());
    Ok(OpenLibrary::open(folder, OpenMode::Read, Surroundings::for_a_command()?).await?)
}

async fn ask(library: &OpenLibrary, question: &Question) -> Outcome<Duration> {
    let begun = Instant::now();
    match question {
        Question::Rows { filter, sort, down } => {
            let total = if *down == 0 {
                0
            } else {
                library.clip_page(filter, *sort, 0, 1).await?.total
            };
            let offset = (total * *down / 100).saturating_sub(WINDOW);
            let begun = Instant::now();
            library.clip_page(filter, *sort, offset, WINDOW).await?;
            return Ok(begun.elapsed());
        }
        Question::Facets(filter) => drop(library.clip_facets(filter).await?),
        Question::Queue(request) => drop(library.review_queue(request).await?),
    }
    Ok(begun.elapsed())
}

/// Milliseconds.
struct Times {
    half: f64,
    most: f64,
}

impl Times {
    fn of(mut times: Vec<Duration>) -> Self {
        times.sort();
        let at = |percent: usize| {
            let place = (times.len() * percent).div_ceil(100).saturating_sub(1);
            times.get(place).map_or(0.0, |time| time.as_secs_f64() * 1_000.0)
        };
        Self {
            half: at(50),
            most: at(95),
        }
    }
}
