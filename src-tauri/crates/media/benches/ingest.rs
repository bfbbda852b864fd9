//! What ingest costs per clip, against the ways it is usually done. `cargo xtask bench ingest [--rounds N]`
//!
//! All contenders take turns in one run, on the same clips, two at a time. Of several rounds the fastest counts: the machine may be busy.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "what cannot go on stops with the reason"
)]
#![allow(clippy::print_stdout, reason = "a bench prints its result")]

use circletake_media::{MediaPool, PoolOptions, open_and_decode};
use circletake_testkit::catalogue;
use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::time::{Duration, Instant};
use tokio_util::sync::CancellationToken;

/// Clips worked on at once, by everybody.
const AT_ONCE: usize = 2;

type Contender<'a> = (&'static str, Box<dyn Fn(&[PathBuf]) + 'a>);

fn main() {
    let rounds = rounds();
    println!("making the clips (kept for the next run) ...");
    let clips: Vec<PathBuf> = catalogue::download_folder()
        .iter()
        .map(|recipe| recipe.make().into())
        .collect();
    let bytes: usize = clips
        .iter()
        .map(|clip| std::fs::read(clip).map_or(0, |bytes| bytes.len()))
        .sum();
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
    let contenders: Vec<Contender<'_>> = vec![
        (
            "ours: every fact, exact frame count, blake3, poster",
            Box::new(|clips| runtime.block_on(inspect(&pool, clips, out))),
        ),
        (
            "ours: poster only",
            Box::new(|clips| runtime.block_on(posters(&pool, clips, out))),
        ),
        (
            "floor: open, decode one key packet, nothing else",
            Box::new(|clips| side_by_side(clips, |clip| open_and_decode(clip).unwrap())),
        ),
        (
            "usual open and decode: stream info, first frame, nothing else",
            Box::new(|clips| side_by_side(clips, usual_open_and_decode)),
        ),
        (
            "ffprobe + ffmpeg, spawned",
            Box::new(|clips| side_by_side(clips, |clip| spawned(clip, out))),
        ),
        (
            "ffmpegthumbnailer, spawned",
            Box::new(|clips| side_by_side(clips, |clip| thumbnailer(clip, out))),
        ),
    ];
    let mut best = vec![Duration::MAX; contenders.len()];
    for round in 0..=rounds {
        for ((name, work), best) in contenders.iter().zip(&mut best) {
            let began = Instant::now();
            work(&clips);
            // The first round starts workers and fills caches.
            if round > 0 {
                *best = began.elapsed().min(*best);
            }
            eprintln!("round {round}: {:8.1} ms  {name}", began.elapsed().as_secs_f64() * 1e3);
        }
    }
    let count = u32::try_from(clips.len()).unwrap();
    println!(
        "\n{count} clips, {:.1} MB, {AT_ONCE} at a time, files in the page cache, fastest of {rounds} rounds",
        megabytes(bytes)
    );
    println!("{:>9} {:>9}  contender", "ms/clip", "x ours");
    let ours = best[0].as_secs_f64();
    for ((name, _), best) in contenders.iter().zip(&best) {
        println!(
            "{:9.2} {:9.2}  {name}",
            best.as_secs_f64() * 1e3 / f64::from(count),
            best.as_secs_f64() / ours
        );
    }
    let times = |place: usize| best[place].as_secs_f64();
    println!(
        "\nspawning ffprobe + ffmpeg takes {:5.2} x ours (to reach: at least 8)",
        times(4) / times(0)
    );
    println!(
        "ffmpegthumbnailer takes         {:5.2} x ours (to reach: at least 5)",
        times(5) / times(0)
    );
    println!(
        "ours takes {:5.2} x the floor, its poster alone {:5.2} x (to reach: at most 1.15)",
        times(0) / times(2),
        times(1) / times(2)
    );
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

#[expect(clippy::cast_precision_loss, reason = "printed with one decimal")]
fn megabytes(bytes: usize) -> f64 {
    bytes as f64 / 1e6
}

async fn inspect(pool: &MediaPool, clips: &[PathBuf], out: &Path) {
    let asked: Vec<_> = clips
        .iter()
        .cloned()
        .map(|clip| {
            let (pool, out) = (pool.clone(), out.to_owned());
            tokio::spawn(async move {
                let seen = pool.inspect(&clip, &CancellationToken::new()).await.unwrap();
                tokio::fs::write(out.join(format!("ours-{}.jpg", seen.facts.blake3)), seen.poster)
                    .await
                    .unwrap();
            })
        })
        .collect();
    for asked in asked {
        asked.await.unwrap();
    }
}

async fn posters(pool: &MediaPool, clips: &[PathBuf], out: &Path) {
    let asked: Vec<_> = clips
        .iter()
        .cloned()
        .enumerate()
        .map(|(index, clip)| {
            let (pool, out) = (pool.clone(), out.to_owned());
            tokio::spawn(async move {
                let poster = pool.poster(&clip, 480, &CancellationToken::new()).await.unwrap();
                tokio::fs::write(out.join(format!("poster-{index}.jpg")), poster.jpeg)
                    .await
                    .unwrap();
            })
        })
        .collect();
    for asked in asked {
        asked.await.unwrap();
    }
}

fn side_by_side(clips: &[PathBuf], work: impl Fn(&Path) + Sync) {
    let queue = Mutex::new(clips.iter().collect::<VecDeque<_>>());
    std::thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(|| {
                loop {
                    let Some(clip) = queue.lock().unwrap().pop_front() else {
                        break;
                    };
                    work(clip);
                }
            });
        }
    });
}

fn usual_open_and_decode(clip: &Path) {
    ffmpeg_next::log::set_level(ffmpeg_next::log::Level::Quiet);
    let mut input = ffmpeg_next::format::input(clip).unwrap();
    let (index, parameters) = {
        let stream = input.streams().best(ffmpeg_next::media::Type::Video).unwrap();
        (stream.index(), stream.parameters())
    };
    let mut context = ffmpeg_next::codec::Context::from_parameters(parameters).unwrap();
    context.set_threading(ffmpeg_next::threading::Config::count(1));
    let mut decoder = context.decoder().video().unwrap();
    let mut frame = ffmpeg_next::frame::Video::empty();
    for (stream, packet) in input.packets() {
        if stream.index() == index {
            decoder.send_packet(&packet).unwrap();
            if decoder.receive_frame(&mut frame).is_ok() {
                return;
            }
        }
    }
    decoder.send_eof().unwrap();
    decoder.receive_frame(&mut frame).unwrap();
}

fn spawned(clip: &Path, out: &Path) {
    let mut probe = Command::new("ffprobe");
    run(probe
        .args(["-v", "error", "-show_format", "-show_streams", "-of", "json"])
        .arg(clip));
    let mut grab = Command::new("ffmpeg");
    grab.args(["-v", "error", "-nostdin", "-y", "-ss", "0", "-i"]).arg(clip);
    run(grab
        .args(["-frames:v", "1", "-vf", "scale=480:-2"])
        .arg(picture(clip, out, "ffmpeg")));
}

fn thumbnailer(clip: &Path, out: &Path) {
    let mut command = Command::new("ffmpegthumbnailer");
    run(command
        .args(["-s", "480", "-t", "0%", "-i"])
        .arg(clip)
        .arg("-o")
        .arg(picture(clip, out, "thumbnailer")));
}

fn picture(clip: &Path, out: &Path, who: &str) -> PathBuf {
    out.join(format!("{who}-{}.jpg", clip.file_name().unwrap().to_string_lossy()))
}

fn run(command: &mut Command) {
    let status = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    assert!(status.is_ok_and(|status| status.success()), "{command:?}");
}
