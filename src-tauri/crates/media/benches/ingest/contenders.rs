//! Everyone who makes posters here, given some clips: two at once each.

use circletake_media::{Floor, MediaPool, open_and_decode};
use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use tokio_util::sync::CancellationToken;

/// Clips worked on at once, by everybody.
pub const AT_ONCE: usize = 2;
/// As ingest asks for it.
pub const POSTER_WIDTH: u32 = 480;

/// What ingest does with every file.
pub async fn inspect(pool: &MediaPool, clips: &[PathBuf], out: &Path) {
    let asked: Vec<_> = clips
        .iter()
        .cloned()
        .map(|clip| {
            let (pool, out) = (pool.clone(), out.to_owned());
            tokio::spawn(async move {
                let seen = pool.inspect(&clip, &CancellationToken::new()).await.unwrap();
                std::fs::write(picture(&clip, &out, "ours"), seen.poster).unwrap();
            })
        })
        .collect();
    for asked in asked {
        asked.await.unwrap();
    }
}

pub async fn posters(pool: &MediaPool, clips: &[PathBuf], out: &Path) {
    let asked: Vec<_> = clips
        .iter()
        .cloned()
        .map(|clip| {
            let (pool, out) = (pool.clone(), out.to_owned());
            tokio::spawn(async move {
                let poster = pool
                    .poster(&clip, POSTER_WIDTH, &CancellationToken::new())
                    .await
                    .unwrap();
                std::fs::write(picture(&clip, &out, "poster"), poster.jpeg).unwrap();
            })
        })
        .collect();
    for asked in asked {
        asked.await.unwrap();
    }
}

pub fn floor(clips: &[PathBuf], floor: Floor) {
    side_by_side(clips, |clip| open_and_decode(clip, floor, POSTER_WIDTH).unwrap());
}

/// As every tutorial has it.
pub fn usual_open_and_decode(clips: &[PathBuf]) {
    side_by_side(clips, |clip| {
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
    });
}

pub fn spawned(clips: &[PathBuf], out: &Path) {
    side_by_side(clips, |clip| {
        let mut probe = Command::new("ffprobe");
        run(probe
            .args(["-v", "error", "-show_format", "-show_streams", "-of", "json"])
            .arg(clip));
        let mut grab = Command::new("ffmpeg");
        grab.args(["-v", "error", "-nostdin", "-y", "-ss", "0", "-i"]).arg(clip);
        run(grab
            .args(["-frames:v", "1", "-vf", "scale=480:-2"])
            .arg(picture(clip, out, "ffmpeg")));
    });
}

pub fn thumbnailer(clips: &[PathBuf], out: &Path) {
    side_by_side(clips, |clip| {
        let mut command = Command::new("ffmpegthumbnailer");
        run(command
            .args(["-s", "480", "-t", "0%", "-i"])
            .arg(clip)
            .arg("-o")
            .arg(picture(clip, out, "thumbnailer")));
    });
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
