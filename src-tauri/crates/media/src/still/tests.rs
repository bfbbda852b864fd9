//! Stills have the right colours, the right way up, and the right number.

use super::*;
use camino::Utf8Path;
use circletake_testkit::{ClipRecipe, Codec, Container, catalogue, reference, test_picture};
use std::time::Duration;

fn still_of(clip: &Utf8Path, index: u32, format: StillFormat) -> Still {
    let stop = Stop::after(Duration::from_mins(1));
    let made = still(
        &mut OpenClips::default(),
        clip.as_std_path(),
        FrameIndex(index),
        format,
        &stop,
    );
    made.unwrap_or_else(|fault| panic!("{clip}: {fault}"))
}
fn pixels(still: &Still) -> Vec<u8> {
    let picture = image::load_from_memory(&still.bytes).unwrap();
    assert_eq!((picture.width(), picture.height()), (still.width, still.height));
    picture.to_rgb8().into_raw()
}

/// Mean (in thousandths of a level) and largest difference.
fn apart(one: &[u8], other: &[u8]) -> (u64, u8) {
    assert_eq!(one.len(), other.len());
    let differences = || one.iter().zip(other).map(|(one, other)| one.abs_diff(*other));
    let sum: u64 = differences().map(u64::from).sum();
    (sum * 1000 / one.len() as u64, differences().max().unwrap_or(0))
}

#[test]
fn every_matrix_and_range_comes_out_as_ffmpegs_own_explicit_conversion() {
    for recipe in catalogue::every_color() {
        let clip = recipe.make();
        let filter = format!(
            "scale=in_color_matrix={}:in_range={}:out_range=full:flags=bicubic+accurate_rnd+full_chroma_int+full_chroma_inp",
            recipe.decoded_matrix(),
            if recipe.is_full_range() { "full" } else { "limited" },
        );
        let expected = reference::rgb_frame(&clip, 3, &filter);
        let (mean, most) = apart(&pixels(&still_of(&clip, 3, StillFormat::Png)), &expected);
        assert!(
            most <= 2,
            "{recipe:?}: PNG differs by up to {most}, {mean}/1000 on average"
        );
    }
}

#[test]
fn flat_colors_come_out_as_they_were_drawn() {
    for recipe in catalogue::every_color() {
        for format in [StillFormat::Png, StillFormat::Jpeg] {
            let still = still_of(&recipe.make(), 3, format);
            let found = pixels(&still);
            for (patch, expected) in test_picture::PATCHES.iter().enumerate() {
                let at = test_picture::middle_of_patch(patch, still.width, still.height) * 3;
                let (_, most) = apart(&found[at..at + 3], expected);
                assert!(
                    most <= 6,
                    "{recipe:?}: {format:?} patch {patch}: {:?}, drawn {expected:?}",
                    &found[at..at + 3]
                );
            }
        }
    }
}

#[test]
fn every_frame_carries_its_number_in_both_formats() {
    for recipe in catalogue::every_shape().into_iter().chain(catalogue::every_hdr()) {
        let clip = recipe.make();
        for format in [StillFormat::Png, StillFormat::Jpeg] {
            for index in [0, 7, recipe.shown_frames() - 1] {
                let still = still_of(&clip, index, format);
                let read = test_picture::read_counter(&pixels(&still), still.width, still.height);
                assert_eq!(read, Some(index), "{recipe:?} {format:?}");
            }
        }
    }
}

#[test]
fn a_turned_clip_stands_upright_and_a_jpeg_has_square_pixels() {
    let turned = ClipRecipe::new(Codec::H264, Container::Mp4).rotation(90).make();
    for format in [StillFormat::Png, StillFormat::Jpeg] {
        let still = still_of(&turned, 0, format);
        assert_eq!((still.width, still.height), (180, 320));
    }
    for degrees in [0, 90, 180] {
        // The counter reads only from left to right.
        let mirrored = ClipRecipe::new(Codec::H264, Container::Mp4)
            .rotation(degrees)
            .mirrored()
            .make();
        for format in [StillFormat::Png, StillFormat::Jpeg] {
            let still = still_of(&mirrored, 7, format);
            let read = test_picture::read_counter(&pixels(&still), still.width, still.height);
            assert_eq!(read, Some(7), "mirrored, {degrees} degrees, {format:?}");
        }
    }
    let narrow = ClipRecipe::new(Codec::H264, Container::Mp4)
        .size(288, 240)
        .sample_aspect(4, 3)
        .make();
    let (png, jpeg) = (
        still_of(&narrow, 0, StillFormat::Png),
        still_of(&narrow, 0, StillFormat::Jpeg),
    );
    assert_eq!((png.width, png.height), (288, 240));
    assert_eq!((jpeg.width, jpeg.height), (384, 240));
}

#[test]
fn transparency_stays_in_a_png_and_lies_on_a_checkerboard_in_a_jpeg() {
    let clip = ClipRecipe::new(Codec::ProRes, Container::Mov).alpha().make();
    let png = image::load_from_memory(&still_of(&clip, 0, StillFormat::Png).bytes)
        .unwrap()
        .to_rgba8();
    assert_eq!(png.get_pixel(300, 130).0[3], 0);
    assert_eq!(png.get_pixel(20, 130).0[3], 255);
    let jpeg = still_of(&clip, 0, StillFormat::Jpeg);
    let pixels = pixels(&jpeg);
    let at = (130 * jpeg.width as usize + 300) * 3;
    let (lightest, darkest) = (
        pixels[at..at + 3].iter().max().unwrap(),
        pixels[at..at + 3].iter().min().unwrap(),
    );
    assert!(
        lightest - darkest <= 6 && (0x60..=0x92).contains(lightest),
        "{:?} is a grey of the board",
        &pixels[at..at + 3]
    );
}

#[test]
fn a_clip_replaced_on_disk_is_not_shown_from_memory() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("clip.mp4");
    let stop = Stop::after(Duration::from_mins(1));
    let mut open = OpenClips::default();
    let mut number = |recipe: ClipRecipe| {
        std::fs::copy(recipe.make(), &path).unwrap();
        let still = still(&mut open, &path, FrameIndex(0), StillFormat::Png, &stop).unwrap();
        test_picture::read_counter(&pixels(&still), still.width, still.height)
    };
    assert_eq!(number(ClipRecipe::new(Codec::H264, Container::Mp4)), Some(0));
    assert_eq!(
        number(ClipRecipe::new(Codec::H264, Container::Mp4).cut_head(5)),
        Some(5)
    );
}

#[test]
fn a_frame_that_is_not_there_is_refused() {
    let clip = ClipRecipe::new(Codec::H264, Container::Mp4).make();
    let stop = Stop::after(Duration::from_mins(1));
    let refused = still(
        &mut OpenClips::default(),
        clip.as_std_path(),
        FrameIndex(36),
        StillFormat::Png,
        &stop,
    );
    assert_eq!(refused.unwrap_err().failure, MediaFailure::NoSuchFrame);
}
