//! `cargo xtask torture kill`: kills the app at random moments while it brings clips in and records decisions, and looks at what is left.
//!
//! After every kill: each act that was acknowledged on standard output is there, the database is intact, one run of the doctor mends
//! whatever lies around, and every seal holds: a kill never looks like tampering.
//!
//! `torture-kill [--rounds 200]` is the one who kills; `torture-kill --victim LIBRARY SOURCES` is what is killed.
#![expect(
    clippy::print_stdout,
    reason = "a program of its own that reports on standard output"
)]

use camino::{Utf8Path, Utf8PathBuf};
use circletake_app::view::clips::ClipFilter;
use circletake_app::view::import::IngestOptions;
use circletake_app::view::pilot::Scope;
use circletake_app::view::review::{Decision, DecisionRequest, QueueRequest};
use circletake_app::{OpenLibrary, OpenMode, Surroundings};
use circletake_domain::frame::FrameRate;
use circletake_domain::id::{BriefId, GenerationId, PersonId};
use circletake_domain::money::Currency;
use circletake_domain::person::Role;
use circletake_domain::reason::RejectionReason;
use circletake_media::sample::SampleRecipe;
use circletake_media::{MediaPool, PoolOptions};
use std::collections::BTreeMap;
use std::error::Error;
use std::hash::{BuildHasher, RandomState};
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, ExitCode, Stdio};
use std::sync::mpsc::Sender;
use std::time::{Duration, Instant};
use tokio_util::sync::CancellationToken;

type Outcome<T> = Result<T, Box<dyn Error + Send + Sync>>;

/// More clips than one round has time for, so that the kill always interrupts something.
const CLIPS_PER_ROUND: usize = 60;

/// The shortest and the longest life of a victim, from when it has the library open.
const LIFE_MS: std::ops::Range<u64> = 5..1_000;

/// One victim in so many is killed while it is still opening the library.
const EARLY_DEATHS: u64 = 10;

/// A victim that takes longer to open the library has failed.
const PATIENCE: Duration = Duration::from_mins(1);

/// What a victim says first.
const READY: &str = "ready";

fn main() -> ExitCode {
    circletake_app::serve_if_asked();
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let runtime = match tokio::runtime::Runtime::new() {
        Ok(runtime) => runtime,
        Err(error) => return failed(&error),
    };
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let ended = match words.as_slice() {
        ["--victim", library, sources] => runtime.block_on(live(Utf8Path::new(library), Utf8Path::new(sources))),
        ["--rounds", rounds] => match rounds.parse() {
            Ok(rounds) => runtime.block_on(kill(rounds)),
            Err(error) => Err(format!("--rounds {rounds}: {error}").into()),
        },
        [] => runtime.block_on(kill(200)),
        _ => Err("usage: torture-kill [--rounds N]".into()),
    };
    match ended {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => failed(error.as_ref()),
    }
}

fn failed(error: &dyn Error) -> ExitCode {
    println!("failed: {error}");
    ExitCode::FAILURE
}

fn surroundings() -> Outcome<Surroundings> {
    Ok(Surroundings::new(MediaPool::new(PoolOptions::of_this_program()?)))
}

/// Brings clips in and decides about them until it is killed. What it prints has happened.
async fn live(library: &Utf8Path, sources: &Utf8Path) -> Outcome<()> {
    let library = OpenLibrary::open(library, OpenMode::Write, surroundings()?).await?;
    let person = library
        .people()
        .await?
        .into_iter()
        .next()
        .ok_or("nobody is in the library")?
        .id;
    say(READY)?;
    let bringing_in = async {
        let mut files: Vec<_> = std::fs::read_dir(sources)?
            .filter_map(|entry| Some(entry.ok()?.path()))
            .collect();
        files.sort();
        let options = IngestOptions::copies_for(BriefId::new("bf_torture")?);
        for file in files {
            let report = library
                .ingest(&[file], &options, &|_| {}, &CancellationToken::new())
                .await?;
            for clip in report.clips {
                say(&format!("clip {}", clip.generation_id))?;
            }
        }
        Outcome::Ok(())
    };
    let deciding = async {
        let round = std::process::id();
        for number in 0_u32.. {
            decide_once(&library, &person, &format!("{round}-{number}")).await?;
        }
        Outcome::Ok(())
    };
    tokio::try_join!(bringing_in, deciding)?;
    Ok(())
}

async fn decide_once(library: &OpenLibrary, person: &PersonId, note: &str) -> Outcome<()> {
    let queue = library.review_queue(&QueueRequest::waiting(Scope::Library)).await?;
    let Some(take) = queue.takes.first() else {
        tokio::time::sleep(Duration::from_millis(1)).await;
        return Ok(());
    };
    let decision = match random(4) {
        0 => Decision::Keep,
        1 => Decision::KeepForEdit,
        _ => Decision::Reject {
            reasons: vec![RejectionReason::Other],
        },
    };
    let request = DecisionRequest {
        generation_id: take.generation_id.clone(),
        person_id: person.clone(),
        decision,
        note: Some(note.to_owned()),
        expected_status: None,
        good_part: None,
        minutes: Some("0.5".to_owned()),
    };
    library.decide(&request).await?;
    say(&format!("decision {} {note}", take.generation_id))?;
    if random(5) == 0 {
        library.undo(person).await?;
    }
    Ok(())
}

/// One whole line, out of this process before anything else happens.
fn say(line: &str) -> Outcome<()> {
    let mut out = std::io::stdout().lock();
    out.write_all(format!("{line}\n").as_bytes())?;
    Ok(out.flush()?)
}

/// Below `bound`; unpredictable is all it needs to be.
fn random(bound: u64) -> u64 {
    RandomState::new().hash_one(Instant::now()) % bound
}

#[derive(Default)]
struct Tally {
    clips: usize,
    decisions: usize,
    lost: Vec<String>,
    findings: BTreeMap<String, usize>,
    unmended: Vec<String>,
    /// After the last kill.
    rows_verified: u32,
}

async fn kill(rounds: u32) -> Outcome<()> {
    let folder =
        Utf8PathBuf::from_path_buf(std::env::temp_dir()).map_err(|_| "the temporary folder's name is unreadable")?;
    let folder = folder.join(format!("circletake-torture-kill-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let begun = Instant::now();
    let outcome = kill_in(&folder, rounds, begun).await;
    std::fs::remove_dir_all(&folder)?;
    outcome
}

async fn kill_in(folder: &Utf8Path, rounds: u32, begun: Instant) -> Outcome<()> {
    let place = folder.join("library");
    let library = OpenLibrary::create(&place, "Torture", Currency::new("USD")?, surroundings()?).await?;
    library.add_person("Ada", Role::Owner, Some("60".parse()?)).await?;
    library.close().await;
    let clip = tiny_clip(folder).await?;
    let mut tally = Tally::default();
    for round in 0..rounds {
        let sources = folder.join(format!("round-{round}"));
        make_sources(&sources, &clip, round)?;
        let said = one_life(&place, &sources)?;
        look_at(&place, &said, &mut tally).await?;
        std::fs::remove_dir_all(&sources)?;
        if (round + 1) % 20 == 0 {
            println!(
                "{} rounds: {} clips, {} decisions acknowledged",
                round + 1,
                tally.clips,
                tally.decisions
            );
        }
    }
    println!("kills                    {rounds}");
    println!("clips acknowledged       {}", tally.clips);
    println!("decisions acknowledged   {}", tally.decisions);
    println!("acknowledged and lost    {}", tally.lost.len());
    println!("mended by the doctor     {:?}", tally.findings);
    println!("not mended               {}", tally.unmended.len());
    println!("rows verified at the end {}", tally.rows_verified);
    println!("took                     {:.1} s", begun.elapsed().as_secs_f64());
    if tally.lost.is_empty() && tally.unmended.is_empty() {
        return Ok(());
    }
    Err(format!("lost: {:?}; not mended: {:?}", tally.lost, tally.unmended).into())
}

/// A clip of a few thousand bytes.
async fn tiny_clip(folder: &Utf8Path) -> Outcome<Vec<u8>> {
    let file = folder.join("tiny.mp4");
    let mut recipe = SampleRecipe::numbered(1, "kill");
    (recipe.width, recipe.height, recipe.frames, recipe.rate) = (128, 128, 8, FrameRate::new(24, 1)?);
    surroundings()?
        .media
        .sample_clip(recipe, file.as_std_path(), &CancellationToken::new())
        .await?;
    Ok(std::fs::read(file)?)
}

/// Copies that differ in a box that players skip.
fn make_sources(folder: &Utf8Path, clip: &[u8], round: u32) -> Outcome<()> {
    std::fs::create_dir_all(folder)?;
    for number in 0..CLIPS_PER_ROUND {
        let mark = format!("{round:08}{number:08}");
        let mut bytes = clip.to_vec();
        bytes.extend_from_slice(&u32::try_from(8 + mark.len())?.to_be_bytes());
        bytes.extend_from_slice(b"free");
        bytes.extend_from_slice(mark.as_bytes());
        std::fs::write(folder.join(format!("{number:04}.mp4")), bytes)?;
    }
    Ok(())
}

/// Starts a victim, kills it at a random moment, and answers what it had said by then.
fn one_life(library: &Utf8Path, sources: &Utf8Path) -> Outcome<Vec<String>> {
    let mut victim = Command::new(std::env::current_exe()?)
        .args(["--victim", library.as_str(), sources.as_str()])
        .stdout(Stdio::piped())
        .spawn()?;
    let heard = victim.stdout.take().ok_or("the victim has no voice")?;
    let (ready, is_ready) = std::sync::mpsc::channel();
    let listening = std::thread::spawn(move || listen(heard, &ready));
    if random(EARLY_DEATHS) > 0 {
        is_ready.recv_timeout(PATIENCE)?;
    }
    std::thread::sleep(Duration::from_millis(
        LIFE_MS.start + random(LIFE_MS.end - LIFE_MS.start),
    ));
    victim.kill()?;
    let status = victim.wait()?;
    if status.code().is_some() {
        return Err(format!("the victim ended by itself: {status}").into());
    }
    Ok(listening.join().map_err(|_| "listening failed")??)
}

/// Every line that was said whole, but for the first; that one is passed on at once.
fn listen(voice: impl std::io::Read, ready: &Sender<()>) -> std::io::Result<Vec<String>> {
    let mut voice = BufReader::new(voice);
    let mut said = Vec::new();
    let mut line = String::new();
    while voice.read_line(&mut line)? > 0 {
        match line.strip_suffix('\n') {
            Some(READY) => drop(ready.send(())),
            Some(whole) => said.push(whole.to_owned()),
            None => {}
        }
        line.clear();
    }
    Ok(said)
}

async fn look_at(place: &Utf8Path, said: &[String], tally: &mut Tally) -> Outcome<()> {
    let quiet = Surroundings {
        background: false,
        ..surroundings()?
    };
    let library = OpenLibrary::open(place, OpenMode::Write, quiet).await?;
    for line in said {
        let words: Vec<&str> = line.split(' ').collect();
        let there = match words.as_slice() {
            ["clip", id] => {
                tally.clips += 1;
                library
                    .clip_file(&GenerationId::new(id)?)
                    .await
                    .is_ok_and(|file| file.is_file())
            }
            ["decision", id, note] => {
                tally.decisions += 1;
                let history = library.history(&GenerationId::new(id)?).await?;
                history.iter().any(|step| step.note.as_deref() == Some(note))
            }
            _ => return Err(format!("the victim said something strange: {line}").into()),
        };
        if !there {
            tally.lost.push(line.clone());
        }
    }
    for finding in library.doctor(true, &|_| {}, &CancellationToken::new()).await?.findings {
        if finding.fixed {
            *tally.findings.entry(finding.code).or_default() += 1;
        } else {
            tally.unmended.push(format!("{}: {}", finding.subject, finding.message));
        }
    }
    for left in library
        .doctor(false, &|_| {}, &CancellationToken::new())
        .await?
        .findings
    {
        tally
            .unmended
            .push(format!("after mending, {}: {}", left.subject, left.message));
    }
    let verified = library.verify(&|_| {}, &CancellationToken::new()).await?;
    tally.rows_verified = verified.rows;
    for broken in verified.tampering {
        tally.unmended.push(format!(
            "called tampering, {} {}: {}",
            broken.table, broken.id, broken.message
        ));
    }
    // And it goes on living: the grid answers.
    library
        .clip_page(
            &ClipFilter::default(),
            circletake_app::view::clips::ClipSort::Newest,
            0,
            10,
        )
        .await?;
    library.close().await;
    Ok(())
}
