//! The poster shows the clip as it is meant to look; the strip shows where it goes.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "what cannot go on stops with the reason"
)]

mod support;

use circletake_media::MediaPool;
use circletake_testkit::test_picture::{PATCHES, read_counter};
use circletake_testkit::{ClipRecipe, Codec, Container, catalogue};
use image::RgbImage;
use std::path::Path;
use support::{ffmpeg, pool_of};
use tokio_util::sync::CancellationToken;

async fn poster(pool: &MediaPool, path: &Path) -> RgbImage {
    let seen = pool.inspect(path, &CancellationToken::new()).await;
    let seen = seen.unwrap_or_else(|error| panic!("{error}: {}", error.detail));
    image::load_from_memory(&seen.poster).unwrap().to_rgb8()
}

/// The flat colours along the bottom, as far off as a JPEG and two roundings may be.
fn assert_patches(picture: &RgbImage, what: &str) {
    let (width, height) = picture.dimensions();
    for (place, expected) in (0_u32..).zip(PATCHES) {
        let pixel = picture.get_pixel((place * 2 + 1) * width / 16, height - height / 10);
        let off = pixel
            .0
            .iter()
            .zip(expected)
            .map(|(ours, expected)| ours.abs_diff(expected))
            .max()
            .unwrap();
        assert!(off <= 10, "{what}: patch {place} is {:?}, not {expected:?}", pixel.0);
    }
}

#[tokio::test]
async fn colours_are_those_the_clip_was_made_with_in_every_matrix_and_range() {
    let pool = pool_of(2);
    for recipe in catalogue::every_color() {
        let clip = recipe.make();
        assert_patches(&poster(&pool, clip.as_std_path()).await, clip.as_str());
    }
}

#[tokio::test]
async fn a_large_clip_is_made_480_wide_in_the_same_colours() {
    let pool = pool_of(1);
    for codec in [Codec::H264, Codec::Hevc] {
        let clip = ClipRecipe::new(codec, Container::Mp4).size(1920, 1080).frames(6).make();
        let picture = poster(&pool, clip.as_std_path()).await;
        assert_eq!(picture.dimensions(), (480, 270));
        assert_patches(&picture, clip.as_str());
        assert_eq!(read_counter(picture.as_raw(), 480, 270), Some(0));
    }
}

#[tokio::test]
async fn a_turned_clip_stands_upright() {
    let pool = pool_of(1);
    for degrees in [90, 180, 270] {
        let recipe = ClipRecipe::new(Codec::H264, Container::Mp4).rotation(degrees);
        let clip = recipe.make();
        let picture = poster(&pool, clip.as_std_path()).await;
        assert_eq!(picture.dimensions(), recipe.upright_size(), "{clip}");
        assert_eq!(
            read_counter(picture.as_raw(), picture.width(), picture.height()),
            Some(0),
            "{clip}"
        );
    }
}

#[tokio::test]
async fn black_at_the_beginning_is_passed_over() {
    let pool = pool_of(1);
    let clip = ClipRecipe::new(Codec::H264, Container::Mp4).black_frames(10).make();
    let picture = poster(&pool, clip.as_std_path()).await;
    let shown = read_counter(picture.as_raw(), picture.width(), picture.height()).unwrap();
    assert!((10..16).contains(&shown), "{shown}");
}

#[tokio::test]
async fn a_fade_is_waited_for() {
    let (pool, folder) = (pool_of(1), tempfile::tempdir().unwrap());
    let clip = ClipRecipe::new(Codec::H264, Container::Mp4).frames(72).make();
    let faded = folder.path().join("faded.mp4");
    ffmpeg(&["-i", clip.as_str(), "-vf", "fade=in:0:30", faded.to_str().unwrap()]);
    let picture = poster(&pool, &faded).await;
    let brightest = picture.pixels().map(|pixel| pixel.0[1]).max().unwrap();
    assert!(brightest > 200, "{brightest}");
}

#[tokio::test]
async fn a_clip_that_is_black_throughout_has_a_black_poster() {
    let (pool, folder) = (pool_of(1), tempfile::tempdir().unwrap());
    let black = folder.path().join("black.mp4");
    ffmpeg(&[
        "-f",
        "lavfi",
        "-i",
        "color=black:s=320x180:d=1",
        black.to_str().unwrap(),
    ]);
    assert!(
        poster(&pool, &black)
            .await
            .pixels()
            .all(|pixel| pixel.0.iter().all(|level| *level < 8))
    );
}

#[tokio::test]
async fn the_strip_runs_from_the_first_frame_to_the_last() {
    let pool = pool_of(1);
    let clip = ClipRecipe::new(Codec::H264, Container::Mp4).b_frames(2).make();
    let strip = pool
        .strip(clip.as_std_path(), 20, &CancellationToken::new())
        .await
        .unwrap();
    assert_eq!((strip.tiles, strip.tile_width, strip.tile_height), (20, 240, 135));
    let sprite = image::load_from_memory(&strip.jpeg).unwrap().to_rgb8();
    let counters: Vec<u32> = (0..strip.tiles)
        .map(|tile| {
            let tile =
                image::imageops::crop_imm(&sprite, tile * strip.tile_width, 0, strip.tile_width, strip.tile_height)
                    .to_image();
            read_counter(tile.as_raw(), tile.width(), tile.height()).unwrap()
        })
        .collect();
    assert_eq!((counters[0], counters[19]), (0, 35));
    assert!(counters.is_sorted());
}

#[tokio::test]
async fn a_clip_of_one_frame_has_a_strip_of_one_tile() {
    let pool = pool_of(1);
    let clip = ClipRecipe::new(Codec::H264, Container::Mp4).frames(1).make();
    assert_eq!(
        pool.strip(clip.as_std_path(), 20, &CancellationToken::new())
            .await
            .unwrap()
            .tiles,
        1
    );
}
