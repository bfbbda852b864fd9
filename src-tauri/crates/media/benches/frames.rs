//! How long one step takes, from asking the pool to a full-resolution JPEG in hand: forward, backward and at random, on originals and on
//! their previews. `cargo xtask bench frames`.
#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a bench prints, and stops where it cannot go on"
)]

use circletake_domain::frame::FrameIndex;
use circletake_media::preview::PreviewOptions;
use circletake_media::still::StillFormat;
use circletake_media::{MediaPool, PoolOptions};
use circletake_testkit::{ClipRecipe, Codec, Container};
use std::path::Path;
use std::time::{Duration, Instant};
use tokio_util::sync::CancellationToken;

/// Steps measured in each direction.
const STEPS: u32 = 60;
/// Eight seconds at 24 frames a second.
const FRAMES: u32 = 192;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let pool = MediaPool::new(PoolOptions::new(env!("CARGO_BIN_EXE_media-worker")));
    let folder = tempfile::tempdir().unwrap();
    let full_hd = |codec, container| ClipRecipe::new(codec, container).size(1920, 1080).frames(FRAMES);
    let clips = [
        (
            "H.264 1080p, key every 250",
            full_hd(Codec::H264, Container::Mp4).key_interval(250).b_frames(3),
        ),
        (
            "H.264 1080p, key every 48",
            full_hd(Codec::H264, Container::Mp4).key_interval(48).b_frames(2),
        ),
        (
            "HEVC 1080p, key every 48",
            full_hd(Codec::Hevc, Container::Mp4).key_interval(48).b_frames(3),
        ),
        (
            "VP9 1080p, key every 128",
            full_hd(Codec::Vp9, Container::Webm).key_interval(128),
        ),
        ("ProRes 1080p", full_hd(Codec::ProRes, Container::Mov)),
    ];
    println!(
        "{:<44} {:>18} {:>18} {:>18}",
        "p50 / p95 in ms", "forward", "backward", "random"
    );
    for (name, recipe) in clips {
        let original = recipe.make();
        measure(&pool, name, original.as_std_path()).await;
        let preview = folder.path().join("preview.mp4");
        let begun = Instant::now();
        let options = PreviewOptions::default();
        pool.preview(
            original.as_std_path(),
            &preview,
            options,
            &mut |_, _| {},
            &CancellationToken::new(),
        )
        .await
        .unwrap();
        let (took, lasts) = (begun.elapsed().as_secs_f64(), f64::from(FRAMES) / 24.0);
        measure(
            &pool,
            &format!("  its preview ({:.1}x real time)", lasts / took),
            &preview,
        )
        .await;
    }
}

async fn measure(pool: &MediaPool, name: &str, clip: &Path) {
    let middle = FRAMES / 2;
    let forward = walk(pool, clip, (middle..middle + STEPS).collect()).await;
    let backward = walk(pool, clip, (middle - STEPS..middle).rev().collect()).await;
    let mut state = 7_u64;
    let random = (0..STEPS).map(|_| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        u32::try_from(state >> 33).unwrap() % FRAMES
    });
    let random = walk(pool, clip, random.collect()).await;
    println!(
        "{name:<44} {:>18} {:>18} {:>18}",
        summary(forward),
        summary(backward),
        summary(random)
    );
}

/// Steps through the clip; the open and the first frame are not counted.
async fn walk(pool: &MediaPool, clip: &Path, indices: Vec<u32>) -> Vec<Duration> {
    let go_on = CancellationToken::new();
    let mut took = Vec::new();
    for (step, index) in indices.into_iter().enumerate() {
        let begun = Instant::now();
        pool.frame(clip, FrameIndex(index), StillFormat::Jpeg, &go_on)
            .await
            .unwrap();
        if step > 0 {
            took.push(begun.elapsed());
        }
    }
    took
}

fn summary(mut took: Vec<Duration>) -> String {
    took.sort_unstable();
    let at = |percent: usize| took[(took.len() - 1) * percent / 100].as_secs_f64() * 1000.0;
    format!("{:.1} / {:.1}", at(50), at(95))
}
