//! Exact frames, previews and samples, asked of the pool as the app does.

mod support;

use circletake_domain::frame::FrameIndex;
use circletake_domain::media_failure::MediaFailure;
use circletake_media::preview::PreviewOptions;
use circletake_media::sample::{SampleRecipe, SampleScene};
use circletake_media::still::StillFormat;
use circletake_testkit::{ClipRecipe, Codec, Container, test_picture::read_counter};
use std::time::{Duration, Instant};
use support::pool_of;
use tokio_util::sync::CancellationToken;

#[tokio::test]
async fn the_frame_asked_for_is_the_frame_that_comes() {
    let pool = pool_of(2);
    let go_on = CancellationToken::new();
    let clip = ClipRecipe::new(Codec::H264, Container::Mp4)
        .b_frames(3)
        .open_gop()
        .make();
    for index in [0, 35, 7, 6, 5, 20, 21] {
        let still = pool
            .frame(clip.as_std_path(), FrameIndex(index), StillFormat::Jpeg, &go_on)
            .await
            .unwrap();
        let picture = image::load_from_memory(&still.bytes).unwrap().to_rgb8();
        assert_eq!(read_counter(picture.as_raw(), still.width, still.height), Some(index));
    }
    let beyond = pool
        .frame(clip.as_std_path(), FrameIndex(36), StillFormat::Png, &go_on)
        .await
        .unwrap_err();
    assert_eq!(beyond.failure, MediaFailure::NoSuchFrame);
}

#[tokio::test]
async fn stepping_keeps_the_clip_open_in_one_worker() {
    let pool = pool_of(2);
    let go_on = CancellationToken::new();
    let clip = ClipRecipe::new(Codec::H264, Container::Mp4)
        .size(1920, 1080)
        .key_interval(250)
        .frames(72)
        .make();
    let mut took = Vec::new();
    for index in 30..50 {
        let begun = Instant::now();
        pool.frame(clip.as_std_path(), FrameIndex(index), StillFormat::Jpeg, &go_on)
            .await
            .unwrap();
        took.push(begun.elapsed());
    }
    let opening = took.remove(0);
    took.sort_unstable();
    assert!(took[took.len() / 2] * 2 < opening, "{took:?} after {opening:?}");
    assert_eq!(pool.worker_process_ids().len(), 1);
}

#[tokio::test]
async fn a_preview_tells_how_far_it_is_and_ends_with_all() {
    let pool = pool_of(2);
    let folder = tempfile::tempdir().unwrap();
    let clip = ClipRecipe::new(Codec::Vp9, Container::Webm).audio().make();
    let mut told = Vec::new();
    let output = folder.path().join("derived/preview.mp4");
    let mut progress = |done, total| told.push((done, total));
    let facts = pool
        .preview(
            clip.as_std_path(),
            &output,
            PreviewOptions::default(),
            &mut progress,
            &CancellationToken::new(),
        )
        .await
        .unwrap();
    assert!(facts.audio);
    assert!(told.is_sorted() && told.len() > 2, "{told:?}");
    assert_eq!(told.last(), Some(&(36, 36)));
    assert_eq!(
        pool.probe(&output, &CancellationToken::new())
            .await
            .unwrap()
            .frame_count,
        36
    );
}

#[tokio::test]
async fn a_preview_is_stopped_within_a_tenth_of_a_second_and_leaves_nothing() {
    let pool = pool_of(2);
    let folder = tempfile::tempdir().unwrap();
    let clip = ClipRecipe::new(Codec::H264, Container::Mp4)
        .size(1920, 1080)
        .key_interval(250)
        .frames(192)
        .b_frames(3)
        .make();
    let output = folder.path().join("preview.mp4");
    for after in [60, 250, 600] {
        let cancel = CancellationToken::new();
        let asked = cancel.clone();
        let asking = tokio::spawn(async move {
            tokio::time::sleep(Duration::from_millis(after)).await;
            asked.cancel();
            Instant::now()
        });
        let outcome = pool
            .preview(
                clip.as_std_path(),
                &output,
                PreviewOptions::default(),
                &mut |_, _| {},
                &cancel,
            )
            .await;
        let ended = Instant::now();
        assert_eq!(outcome.unwrap_err().failure, MediaFailure::Cancelled);
        let late = ended.saturating_duration_since(asking.await.unwrap());
        assert!(late < Duration::from_millis(100), "{late:?}");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}

#[tokio::test]
async fn samples_are_filmed_side_by_side() {
    let pool = pool_of(2);
    let folder = tempfile::tempdir().unwrap();
    let film = async |number: u32| {
        let output = folder.path().join(format!("gen_{number:05}.mp4"));
        let mut recipe = SampleRecipe::numbered(number, format!("gen_{number:05}")).scene(SampleScene::Lights);
        recipe.frames = 24;
        pool.sample_clip(recipe, &output, &CancellationToken::new())
            .await
            .unwrap();
        pool.probe(&output, &CancellationToken::new()).await.unwrap()
    };
    let (one, other) = tokio::join!(film(1), film(2));
    for facts in [one, other] {
        assert_eq!(
            (facts.frame_count, facts.display_width, facts.display_height),
            (24, 360, 640)
        );
    }
}
