//! Every frame equals what `ffmpeg` decodes for it, whatever the order they are asked in.

use super::*;
use camino::Utf8Path;
use circletake_testkit::{ClipRecipe, catalogue, real_clips, reference};
use md5::{Digest, Md5};
use std::fmt::Write;
use std::time::Duration;

fn reader(clip: &Utf8Path) -> ClipReader {
    let stop = Stop::after(Duration::from_mins(1));
    ClipReader::open(clip.as_std_path(), Threads::One, &stop).unwrap_or_else(|fault| panic!("{clip}: {fault}"))
}

fn hash(frame: &frame::Video) -> String {
    Md5::digest(crate::ffi::packed_bytes(frame))
        .iter()
        .fold(String::new(), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        })
}

/// Asks for frames in this order and names those that differ from FFmpeg's.
fn differing(clip: &Utf8Path, expected: &[String], order: impl Iterator<Item = usize>) -> Vec<String> {
    let mut reader = reader(clip);
    order
        .filter_map(|index| match reader.frame(u32::try_from(index).unwrap()) {
            Ok(frame) if hash(&frame) == expected[index] => None,
            Ok(_) => Some(format!("{index} is another picture")),
            Err(fault) => Some(format!("{index}: {fault}")),
        })
        .collect()
}

/// The same shuffled walk every time.
fn shuffled(count: usize) -> impl Iterator<Item = usize> {
    let mut state = 7_u64;
    (0..count).map(move |_| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % count
    })
}

fn every_frame_is_exact(recipes: Vec<ClipRecipe>) {
    let mut wrong = Vec::new();
    for recipe in recipes {
        wrong.extend(wrong_in(&recipe.make()).map(|what| format!("{recipe:?}: {what}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn wrong_in(clip: &Utf8Path) -> Option<String> {
    let expected = reference::decoded_frames(clip);
    let count = expected.len();
    let counted = reader(clip).presentation().frame_count() as usize;
    if counted != count {
        return Some(format!("counts {counted} frames, ffmpeg {count}"));
    }
    let walks = [
        ("forward", differing(clip, &expected, 0..count)),
        ("backward", differing(clip, &expected, (0..count).rev())),
        ("random", differing(clip, &expected, shuffled(count))),
    ];
    let wrong: Vec<String> = walks
        .into_iter()
        .filter(|(_, wrong)| !wrong.is_empty())
        .map(|(walk, wrong)| format!("{walk}: {}", wrong.join(", ")))
        .collect();
    (!wrong.is_empty()).then(|| wrong.join("; "))
}

#[test]
fn exact_in_every_codec_and_container() {
    every_frame_is_exact(catalogue::every_container());
    every_frame_is_exact(catalogue::every_container_without_a_list());
}
#[test]
fn exact_at_every_rate() {
    every_frame_is_exact(catalogue::every_rate());
}
#[test]
fn exact_whatever_bends_the_timeline() {
    every_frame_is_exact(catalogue::every_bend());
}
#[test]
fn exact_in_every_shape_and_color() {
    every_frame_is_exact(catalogue::every_shape());
    every_frame_is_exact(catalogue::every_color());
    every_frame_is_exact(catalogue::every_hdr());
}
#[test]
fn exact_in_the_real_clips() {
    for clip in real_clips::real_clips().unwrap_or_default() {
        assert_eq!(wrong_in(&clip), None, "{clip}");
    }
}

#[test]
fn exact_with_several_decoder_threads_too() {
    for recipe in [&catalogue::every_bend()[1], &catalogue::every_bend()[11]] {
        let clip = recipe.make();
        let expected = reference::decoded_frames(&clip);
        let stop = Stop::after(Duration::from_mins(1));
        let mut reader = ClipReader::open(clip.as_std_path(), Threads::UpTo(4), &stop).unwrap();
        for index in shuffled(expected.len()) {
            assert_eq!(
                hash(&reader.frame(u32::try_from(index).unwrap()).unwrap()),
                expected[index],
                "{recipe:?} {index}"
            );
        }
    }
}

#[test]
fn a_frame_beyond_the_end_is_refused_by_name() {
    let clip = catalogue::every_container()[0].make();
    assert_eq!(
        reader(&clip).frame(36).err().map(|fault| fault.failure),
        Some(MediaFailure::NoSuchFrame)
    );
}

#[test]
fn the_rate_is_the_one_the_clip_was_made_at() {
    for recipe in [
        catalogue::every_rate(),
        catalogue::every_container(),
        catalogue::every_container_without_a_list(),
    ]
    .concat()
    {
        let clip = recipe.make();
        let table = reader(&clip).presentation().table();
        match recipe.constant_rate() {
            Some(rate) => assert_eq!((table.rate, table.variable), (rate, false), "{clip}"),
            None => assert!(table.variable, "{clip}"),
        }
    }
}

#[test]
fn uneven_frames_begin_when_they_were_stamped() {
    let recipe = ClipRecipe::new(circletake_testkit::Codec::H264, circletake_testkit::Container::Mp4)
        .variable_rate(&catalogue::UNEVEN);
    let starts = reader(&recipe.make()).presentation().table().starts;
    let expected = [0, 40_000, 60_000, 180_000, 213_000, 273_000, 313_000];
    assert_eq!(
        starts[..expected.len()].iter().map(|start| start.0).collect::<Vec<_>>(),
        expected
    );
}
