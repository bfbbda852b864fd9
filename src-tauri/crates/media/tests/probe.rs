//! Every fact against `ffprobe`.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "what cannot go on stops with the reason"
)]

mod support;

use circletake_domain::clip::ClipFacts;
use circletake_media::MediaPool;
use circletake_testkit::real_clips::real_clips;
use circletake_testkit::{ClipRecipe, Codec, Color, Container, catalogue};
use std::path::Path;
use support::{ffprobe, ffprobe_frames, pool_of};
use tokio_util::sync::CancellationToken;

async fn probe(pool: &MediaPool, path: &Path) -> ClipFacts {
    let facts = pool.probe(path, &CancellationToken::new()).await;
    facts.unwrap_or_else(|error| panic!("{error}: {}", error.detail))
}

/// Compares all that both know.
fn assert_agrees(facts: &ClipFacts, path: &Path) {
    let said = ffprobe(path);
    let streams = said["streams"].as_array().unwrap();
    let of_kind = |kind: &str| streams.iter().find(|stream| stream["codec_type"] == kind);
    let video = of_kind("video").unwrap();
    let text = |key: &str| video[key].as_str().map(str::to_owned);
    let what = path.display();
    assert_eq!(
        Some(facts.container.as_str()),
        said["format"]["format_name"].as_str(),
        "{what}"
    );
    assert_eq!(Some(facts.codec.clone()), text("codec_name"), "{what}");
    // `ffprobe` prints a bare number for a profile that has no name, and ProRes says its own only in the pictures.
    let named = text("profile").filter(|profile| profile != "unknown" && profile.parse::<i32>().is_err());
    if named.is_some() || facts.codec != "prores" {
        assert_eq!(facts.profile, named, "{what}");
    }
    assert_eq!(Some(facts.pixel_format.clone()), text("pix_fmt"), "{what}");
    assert_eq!(
        (Some(u64::from(facts.width)), Some(u64::from(facts.height))),
        (video["width"].as_u64(), video["height"].as_u64()),
        "{what}"
    );
    assert_eq!(u64::from(facts.bit_depth), depth_in(&facts.pixel_format), "{what}");
    assert_eq!(Some(facts.frame_count.to_string()), text("nb_read_frames"), "{what}");
    assert_lasts(facts, path, text("time_base").unwrap().as_str());
    let known = |key: &str| text(key).filter(|name| name != "unknown" && name != "reserved");
    let tags = [
        (&facts.color.primaries, known("color_primaries")),
        (&facts.color.transfer, known("color_transfer")),
        (&facts.color.matrix, known("color_space")),
        (&facts.color.range, known("color_range")),
    ];
    for (ours, said) in tags {
        // Some codecs say it in the pictures themselves, where `ffprobe` does not look; VP8 even against its container. What counts is what
        // FFmpeg decodes by.
        if facts.codec == "h264" || said.is_some() && facts.codec != "vp8" {
            assert_eq!(*ours, said, "{what}");
        }
    }
    assert_eq!(
        Some(facts.bytes.to_string()),
        said["format"]["size"].as_str().map(str::to_owned),
        "{what}"
    );
    match (of_kind("audio"), &facts.audio) {
        (None, None) => {}
        (Some(said), Some(audio)) => {
            assert_eq!(Some(audio.codec.as_str()), said["codec_name"].as_str(), "{what}");
            assert_eq!(Some(u64::from(audio.channels)), said["channels"].as_u64(), "{what}");
            assert_eq!(
                Some(audio.sample_rate.to_string()),
                said["sample_rate"].as_str().map(str::to_owned),
                "{what}"
            );
        }
        (said, ours) => panic!("{what}: ffprobe says {said:?}, we say {ours:?}"),
    }
    let turned = video["side_data_list"]
        .as_array()
        .into_iter()
        .flatten()
        .find_map(|data| data["rotation"].as_i64());
    assert_eq!(
        i64::from(facts.rotation),
        (-turned.unwrap_or(0)).rem_euclid(360),
        "{what}"
    );
}

/// The bits of a sample, which FFmpeg's names of pixel formats end with where they are not eight.
fn depth_in(pixel_format: &str) -> u64 {
    let name = pixel_format.trim_end_matches("le").trim_end_matches("be");
    let bits = name.rsplit_once('p').map_or("", |(_, bits)| bits);
    bits.parse().unwrap_or(8)
}

/// From the beginning of the first frame to the end of the last, as `ffprobe` stamps them.
#[expect(clippy::cast_precision_loss, reason = "microseconds of a few seconds")]
fn assert_lasts(facts: &ClipFacts, path: &Path, time_base: &str) {
    let (numerator, denominator) = time_base.split_once('/').unwrap();
    let tick = numerator.parse::<f64>().unwrap() * 1e6 / denominator.parse::<f64>().unwrap();
    let frames = ffprobe_frames(path);
    let (first, last) = (frames.first().unwrap(), frames.last().unwrap());
    let rate = &facts.frame_rate;
    let frame = 1e6 * f64::from(rate.denominator()) / f64::from(rate.numerator());
    let ours = facts.duration_us.0 as f64;
    if let (Some(first_begins), Some(last_begins)) = (first.begins, last.begins) {
        // Where the file does not say how long the last one stays, it is as long as the one before it.
        let before = frames.iter().rev().nth(1).unwrap_or(first);
        let said = if last.duration > 0 {
            last.duration
        } else {
            last_begins - before.begins.unwrap()
        };
        let (last_frame, tolerance) = if facts.variable_frame_rate {
            (said as f64 * tick, 1.0)
        } else {
            // A container's clock may not have the moment at which a frame of a constant rate begins.
            (frame, tick + 1.0)
        };
        let expected = (last_begins - first_begins) as f64 * tick + last_frame;
        assert!(
            (ours - expected).abs() <= tolerance,
            "{}: {ours} us, not {expected}",
            path.display()
        );
    } else {
        assert!(
            !facts.variable_frame_rate,
            "{} can be held against nothing",
            path.display()
        );
    }
    if !facts.variable_frame_rate {
        let exact = frame * f64::from(facts.frame_count);
        assert!(
            (ours - exact).abs() <= 0.51,
            "{}: {ours} us, not {exact}",
            path.display()
        );
    }
}

#[tokio::test]
async fn the_real_clips_are_what_ffprobe_says_they_are() {
    let Some(clips) = real_clips() else { return };
    let pool = pool_of(2);
    for clip in clips {
        let facts = probe(&pool, clip.as_std_path()).await;
        assert_agrees(&facts, clip.as_std_path());
        assert_eq!(
            (
                facts.frame_count,
                facts.duration_us.0,
                facts.frame_rate.to_string().as_str()
            ),
            (49, 6_125_000, "8/1")
        );
        assert!(!facts.variable_frame_rate && !facts.hdr && !facts.alpha && facts.audio.is_none());
    }
}

#[tokio::test]
async fn clips_of_every_container_rate_shape_color_and_bend_are_what_ffprobe_says() {
    let pool = pool_of(2);
    let shelves = [
        catalogue::every_container(),
        catalogue::every_container_without_a_list(),
        catalogue::every_rate(),
        catalogue::every_shape(),
        catalogue::every_color(),
        catalogue::every_bend(),
        catalogue::every_hdr(),
    ];
    for recipe in shelves.concat() {
        let clip = recipe.make();
        assert_agrees(&probe(&pool, clip.as_std_path()).await, clip.as_std_path());
    }
}

#[tokio::test]
async fn the_rate_is_the_one_the_clip_was_made_at_in_every_container() {
    let pool = pool_of(2);
    for (numerator, denominator) in catalogue::RATES {
        for (codec, container) in [
            (Codec::H264, Container::Mp4),
            (Codec::Vp9, Container::Webm),
            (Codec::Mjpeg, Container::Avi),
        ] {
            let clip = ClipRecipe::new(codec, container).rate(numerator, denominator).make();
            let facts = probe(&pool, clip.as_std_path()).await;
            assert_eq!(
                facts.frame_rate.to_string(),
                format!("{numerator}/{denominator}"),
                "{clip}"
            );
            assert!(!facts.variable_frame_rate, "{clip}");
        }
    }
}

#[tokio::test]
async fn a_varying_rate_is_seen() {
    let pool = pool_of(1);
    let clip = ClipRecipe::new(Codec::H264, Container::Mp4)
        .variable_rate(&catalogue::UNEVEN)
        .make();
    assert!(probe(&pool, clip.as_std_path()).await.variable_frame_rate);
}

#[tokio::test]
async fn the_display_size_follows_pixel_shape_and_rotation() {
    let pool = pool_of(1);
    let h264 = || ClipRecipe::new(Codec::H264, Container::Mp4);
    let cases = [
        (h264().size(288, 240).sample_aspect(4, 3), (384, 240)),
        (h264().rotation(90), (180, 320)),
        (h264().rotation(180), (320, 180)),
        (h264().size(320, 180).sample_aspect(3, 4).rotation(90), (180, 240)),
    ];
    for (recipe, (width, height)) in cases {
        let clip = recipe.make();
        let facts = probe(&pool, clip.as_std_path()).await;
        assert_eq!((facts.display_width, facts.display_height), (width, height), "{clip}");
    }
}

#[tokio::test]
async fn light_beyond_a_usual_screen_and_transparency_are_seen() {
    let pool = pool_of(1);
    let hdr = ClipRecipe::new(Codec::Hevc, Container::Mp4)
        .pixel_format("yuv420p10le")
        .color(Color::Pq)
        .frames(12)
        .make();
    let facts = probe(&pool, hdr.as_std_path()).await;
    assert!(facts.hdr);
    assert_eq!(facts.bit_depth, 10);
    let clear = ClipRecipe::new(Codec::ProRes, Container::Mov).alpha().make();
    assert!(probe(&pool, clear.as_std_path()).await.alpha);
}

#[tokio::test]
async fn the_hash_is_blake3_of_the_bytes() {
    let pool = pool_of(1);
    for recipe in catalogue::every_container() {
        // Without sound and with; decoded by the short way and, where the first packet is not the first frame, by the long one.
        for recipe in [recipe.clone(), recipe.clone().audio(), recipe.cut_head(3)] {
            let clip = recipe.make();
            let expected = blake3::hash(&std::fs::read(&clip).unwrap()).to_hex();
            let facts = probe(&pool, clip.as_std_path()).await;
            assert_eq!(facts.blake3.as_str(), expected.as_str(), "{clip}");
        }
    }
}

#[tokio::test]
async fn names_in_any_script_and_of_any_length_are_read() {
    let pool = pool_of(1);
    let folder = tempfile::tempdir().unwrap();
    let clip = ClipRecipe::new(Codec::H264, Container::Mp4).make();
    let long = format!("{}.mp4", "λ".repeat(123));
    assert_eq!(long.len(), 250);
    for name in ["κλιπ με κενά.mp4", "🎬 take ⭕.mp4", "-i.mp4", "a:b%d?*.mp4", &long] {
        let path = folder.path().join(name);
        std::fs::copy(&clip, &path).unwrap();
        assert_eq!(probe(&pool, &path).await.frame_count, 36, "{name}");
    }
}
