//! Exact frames, previews and samples, asked of the pool as the app does.

mod support;

use circletake_domain::frame::FrameIndex;
use circletake_domain::media_failure::MediaFailure;
use circletake_media::preview::PreviewOptions;
use circletake_media::sample::{SampleRecipe, SampleScene};
use circletake_media::still::StillFormat;
use circletake_testkit::{ClipRecipe, Codec, Container, catalogue, test_picture::read_counter};
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
async fn what_is_accepted_can_be_watched_where_the_container_lists_no_stream() {
    let pool = pool_of(2);
    let folder = tempfile::tempdir().unwrap();
    let go_on = CancellationToken::new();
    for recipe in catalogue::every_container_without_a_list() {
        let (clip, frames) = (recipe.make(), recipe.shown_frames());
        let path = clip.as_std_path();
        let facts = pool.inspect(path, &go_on).await.unwrap().facts;
        assert_eq!(facts.frame_count, frames, "{clip}");
        let table = pool.frame_table(path, &go_on).await.unwrap();
        assert_eq!(
            (table.starts.len(), table.rate),
            (frames as usize, facts.frame_rate),
            "{clip}"
        );
        assert_eq!(pool.strip(path, 20, &go_on).await.unwrap().tiles, 20, "{clip}");
        let still = pool
            .frame(path, FrameIndex(frames - 1), StillFormat::Jpeg, &go_on)
            .await
            .unwrap();
        let picture = image::load_from_memory(&still.bytes).unwrap().to_rgb8();
        assert_eq!(
            read_counter(picture.as_raw(), still.width, still.height),
            Some(frames - 1),
            "{clip}"
        );
        let output = folder.path().join("preview.mp4");
        let made = pool
            .preview(path, &output, PreviewOptions::default(), &mut |_, _| {}, &go_on)
            .await
            .unwrap();
        assert_eq!(
            (made.frame_count, made.frame_rate),
            (frames, facts.frame_rate),
            "{clip}"
        );
    }
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
    let mut lates = Vec::new();
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
        lates.push(late);
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }
    // Other tests compete for the machine: the usual delay is judged, not one hiccup.
    lates.sort_unstable();
    assert!(lates[1] < Duration::from_millis(100), "{lates:?}");
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

/// Bytes changed, zeroed or cut off; deterministic.
fn damaged(bytes: &[u8], way: u32) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    let mut state = u64::from(way) + 11;
    let mut chance = |below: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap_or(0) % below.max(1)
    };
    match way % 3 {
        0 => bytes.truncate(bytes.len() * 2 / 3),
        1 => {
            for _ in 0..12 {
                let at = chance(bytes.len());
                bytes[at] ^= 1 << chance(8);
            }
        }
        _ => {
            let at = chance(bytes.len() * 3 / 4) + bytes.len() / 8;
            let until = (at + 1500).min(bytes.len());
            bytes[at..until].fill(0);
        }
    }
    bytes
}

#[tokio::test]
async fn damaged_clips_have_a_preview_as_long_as_their_table_or_one_clear_reason() {
    let pool = pool_of(2);
    let folder = tempfile::tempdir().unwrap();
    let go_on = CancellationToken::new();
    let mut previews = 0;
    for recipe in [
        ClipRecipe::new(Codec::H264, Container::Mp4).b_frames(2).audio(),
        ClipRecipe::new(Codec::H264, Container::Mkv).b_frames(3).open_gop(),
        ClipRecipe::new(Codec::Hevc, Container::Mp4),
        ClipRecipe::new(Codec::Vp9, Container::Webm).audio(),
        ClipRecipe::new(Codec::Av1, Container::Mkv),
        ClipRecipe::new(Codec::Mpeg4, Container::Avi).b_frames(2),
    ] {
        let whole = std::fs::read(recipe.make()).unwrap();
        for way in 0..9 {
            let clip = folder
                .path()
                .join(format!("damaged.{}", recipe.make().extension().unwrap()));
            std::fs::write(&clip, damaged(&whole, way)).unwrap();
            let output = folder.path().join("preview.mp4");
            match pool
                .preview(&clip, &output, PreviewOptions::default(), &mut |_, _| {}, &go_on)
                .await
            {
                Ok(facts) => {
                    previews += 1;
                    let table = pool.frame_table(&clip, &go_on).await.unwrap();
                    assert_eq!(facts.frame_count as usize, table.starts.len(), "{recipe:?} way {way}");
                }
                Err(error) => {
                    let reasons = [
                        MediaFailure::Damaged,
                        MediaFailure::Truncated,
                        MediaFailure::NotAVideo,
                        MediaFailure::NoVideoStream,
                        MediaFailure::UnsupportedCodec,
                        MediaFailure::TooLarge,
                    ];
                    assert!(
                        reasons.contains(&error.failure),
                        "{recipe:?} way {way}: {error} ({})",
                        error.detail
                    );
                }
            }
        }
    }
    assert!(
        previews >= 25,
        "only {previews} of 54 damaged clips could still be watched"
    );
}
