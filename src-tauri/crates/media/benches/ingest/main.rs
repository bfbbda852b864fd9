//! What ingest costs per clip, against the ways it is usually done and against the least it could cost.
//! `cargo xtask bench ingest [--rounds N]`
//!
//! All contenders take turns on the same few clips at a time, two clips at once, and of several rounds the fastest of each counts: the machine
//! may be busy. Processor time is measured beside the clock, because on a busy machine it is the steadier of the two.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "what cannot go on stops with the reason"
)]
#![allow(clippy::print_stdout, reason = "a bench prints its result")]

mod contenders;
mod cost;

use circletake_media::{Floor, MediaPool, PoolOptions};
use circletake_testkit::catalogue;
use contenders::{AT_ONCE, POSTER_WIDTH, floor, inspect, posters, spawned, thumbnailer, usual_open_and_decode};
use cost::Cost;
use std::path::PathBuf;

/// Clips each contender works on before it is the next one's turn: few enough that a noisy moment hits all of them.
const A_TURN: usize = 11;

type Work<'a> = Box<dyn Fn(&[PathBuf]) + 'a>;

struct Contender<'a> {
    name: &'static str,
    work: Work<'a>,
    /// The fastest of all rounds, for each turn.
    best: Vec<Cost>,
}

fn main() {
    let rounds = rounds();
    println!("making the clips (kept for the next run) ...");
    let clips: Vec<PathBuf> = catalogue::download_folder()
        .iter()
        .map(|recipe| recipe.make().into())
        .collect();
    let bytes: u64 = clips.iter().map(|clip| std::fs::metadata(clip).unwrap().len()).sum();
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(AT_ONCE)
        .enable_all()
        .build()
        .unwrap();
    let mut options = PoolOptions::new(env!("CARGO_BIN_EXE_media-worker"));
    options.workers = AT_ONCE;
    let pool = MediaPool::new(options);
    let mut all = [
        contender(
            "ours: every fact with exact frame count and blake3, and poster",
            |clips| {
                runtime.block_on(inspect(&pool, clips, out));
            },
        ),
        contender("ours: exact frame order and poster, no blake3", |clips| {
            runtime.block_on(posters(&pool, clips, out));
        }),
        contender("floor: open, decode one key packet", |clips| {
            floor(clips, Floor::Decode);
        }),
        contender("floor: the same, go through all packets, hash all bytes", |clips| {
            floor(clips, Floor::DecodeReadHash);
        }),
        contender("usual open and decode: stream info, first frame", usual_open_and_decode),
        contender("spawned: ffprobe, then ffmpeg -ss 0 -frames:v 1", |clips| {
            spawned(clips, out);
        }),
        contender("spawned: ffmpegthumbnailer", |clips| thumbnailer(clips, out)),
    ];
    for round in 0..=rounds {
        for (turn, clips) in clips.chunks(A_TURN).enumerate() {
            // There and back: nobody is always the one that comes after its like, whose data the processor still holds.
            let mut order: Vec<_> = all.iter_mut().collect();
            if round % 2 == 1 {
                order.reverse();
            }
            for contender in order {
                let cost = cost::of(&pool, || (contender.work)(clips));
                match contender.best.get_mut(turn) {
                    // The first round starts workers and fills caches.
                    Some(best) if round > 1 => *best = best.least(cost),
                    Some(best) => *best = cost,
                    None => contender.best.push(cost),
                }
            }
        }
        eprintln!("round {round} of {rounds}");
    }
    report(&all, clips.len(), bytes, rounds);
}

fn contender<'a>(name: &'static str, work: impl Fn(&[PathBuf]) + 'a) -> Contender<'a> {
    Contender {
        name,
        work: Box::new(work),
        best: Vec::new(),
    }
}

fn report(all: &[Contender<'_>], count: usize, bytes: u64, rounds: usize) {
    println!(
        "\n{count} clips, {} kB each on average, posters {POSTER_WIDTH} wide, {AT_ONCE} at a time, files in the page cache, fastest of {rounds} rounds",
        bytes / count as u64 / 1000
    );
    let totals: Vec<Cost> = all
        .iter()
        .map(|contender| contender.best.iter().copied().sum())
        .collect();
    let per_clip = u32::try_from(count).unwrap();
    println!("{:>9} {:>13}   contender", "ms / clip", "of processor");
    for (contender, total) in all.iter().zip(&totals) {
        println!(
            "{:9.2} {:13.2}   {}",
            (total.clock / per_clip).as_secs_f64() * 1e3,
            (total.processor / per_clip).as_secs_f64() * 1e3,
            contender.name
        );
    }
    println!("\n{:>6} {:>12}", "ratio", "of processor");
    let [ours, poster, floor, full_floor, usual, spawned, thumbnailer] = totals[..] else {
        unreachable!("as many as there are contenders")
    };
    for (words, one, other) in [
        (
            "ffprobe + ffmpeg to ours, every fact (to reach: at least 8)",
            spawned,
            ours,
        ),
        (
            "ffmpegthumbnailer to ours, every fact (to reach: at least 5)",
            thumbnailer,
            ours,
        ),
        (
            "ours, every fact, to open, decode, read, hash (to reach: at most 1.15)",
            ours,
            full_floor,
        ),
        ("ours without blake3 to open and decode", poster, floor),
        ("ours, every fact, to open and decode", ours, floor),
        ("usual open and decode to ours, every fact", usual, ours),
    ] {
        println!(
            "{:6.2} {:12.2}   {words}",
            one.clock.as_secs_f64() / other.clock.as_secs_f64(),
            one.processor.as_secs_f64() / other.processor.as_secs_f64()
        );
    }
    println!("repeat: cargo xtask bench ingest --rounds {rounds}");
}

fn rounds() -> usize {
    let arguments: Vec<String> = std::env::args().collect();
    let after = arguments
        .iter()
        .position(|argument| argument == "--rounds")
        .and_then(|at| arguments.get(at + 1));
    after.and_then(|number| number.parse().ok()).unwrap_or(5)
}
