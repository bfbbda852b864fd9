//! Frame n of the preview is frame n of the original, proved by the number burnt into each.

use super::*;
use crate::clip_reader::ClipReader;
use crate::ffi::{Source, Stop, Threads, rows};
use camino::Utf8Path;
use circletake_domain::media_failure::MediaFailure;
use circletake_testkit::{ClipRecipe, Codec, Color, Container, Sound, catalogue, real_clips, reference, test_picture};
use std::path::{Path, PathBuf};
use std::time::Duration;

fn stop() -> Stop {
    Stop::after(Duration::from_mins(2))
}
fn preview_of(folder: &tempfile::TempDir, clip: &Utf8Path, options: PreviewOptions) -> (PathBuf, PreviewFacts) {
    let output = folder.path().join("preview.mp4");
    let facts = make(clip.as_std_path(), &output, options, &stop(), &mut |_, _| {});
    (output, facts.unwrap_or_else(|fault| panic!("{clip}: {fault}")))
}
fn reader(path: &Path) -> ClipReader {
    ClipReader::open(path, Threads::One, &stop()).unwrap()
}

/// The numbers read from every frame's luma.
fn counters(path: &Path) -> Vec<Option<u32>> {
    let mut reader = reader(path);
    let count = reader.presentation().frame_count();
    (0..count)
        .map(|index| {
            let frame = reader.frame(index).unwrap();
            let luma = rows(&frame, 0, frame.width() as usize).concat();
            let rgb: Vec<u8> = luma.iter().flat_map(|level| [*level; 3]).collect();
            test_picture::read_counter(&rgb, frame.width(), frame.height())
        })
        .collect()
}

fn every_frame_is_in_its_place(recipes: Vec<ClipRecipe>) {
    let folder = tempfile::tempdir().unwrap();
    for recipe in recipes {
        let (path, facts) = preview_of(&folder, &recipe.make(), PreviewOptions::default());
        let first = recipe.first_counter();
        let expected: Vec<_> = (0..recipe.shown_frames()).map(|index| Some(first + index)).collect();
        assert_eq!(counters(&path), expected, "{recipe:?}");
        let table = reader(&path).presentation().table();
        assert_eq!(table.starts[0], Microseconds(0), "{recipe:?}");
        assert!(!table.variable, "{recipe:?}");
        assert_eq!(table.rate, facts.frame_rate, "{recipe:?}");
        assert_eq!(facts.frame_count, recipe.shown_frames(), "{recipe:?}");
        if let Some(rate) = recipe.constant_rate() {
            assert_eq!(facts.frame_rate, rate, "{recipe:?}");
        }
    }
}

#[test]
fn frame_n_is_frame_n_in_every_codec_and_container() {
    every_frame_is_in_its_place(catalogue::every_container());
    every_frame_is_in_its_place(catalogue::every_container_without_a_list());
}
#[test]
fn frame_n_is_frame_n_at_every_rate() {
    every_frame_is_in_its_place(catalogue::every_rate());
}
#[test]
fn frame_n_is_frame_n_whatever_bends_the_timeline() {
    every_frame_is_in_its_place(catalogue::every_bend());
}
#[test]
fn frame_n_is_frame_n_in_every_shape_upright_and_in_square_pixels() {
    every_frame_is_in_its_place(catalogue::every_shape());
    every_frame_is_in_its_place(catalogue::every_hdr());
}

#[test]
fn the_real_clips_keep_their_frames_and_rate() {
    let folder = tempfile::tempdir().unwrap();
    for clip in real_clips::real_clips().unwrap_or_default() {
        let (_, facts) = preview_of(&folder, &clip, PreviewOptions::default());
        assert_eq!(
            (facts.frame_count, facts.frame_rate.to_string()),
            (49, "8/1".to_owned()),
            "{clip}"
        );
        assert_eq!((facts.width, facts.height, facts.audio), (720, 480, false), "{clip}");
    }
}

#[test]
fn a_large_clip_becomes_540_lines_and_every_twelfth_frame_a_key() {
    let folder = tempfile::tempdir().unwrap();
    let clip = ClipRecipe::new(Codec::H264, Container::Mp4)
        .size(1080, 1920)
        .audio()
        .make();
    let (path, facts) = preview_of(&folder, &clip, PreviewOptions::default());
    assert_eq!((facts.width, facts.height), (540, 960));
    assert_eq!(facts.normalised, [Normalised::Scaled]);
    let presentation = reader(&path);
    let presentation = presentation.presentation();
    for index in 0..presentation.frame_count() {
        let (frame, key) = (presentation.ordinal_of(index).unwrap(), presentation.key_before(index));
        // Without B-frames a frame's packet is in its own place.
        assert_eq!(frame, index);
        assert_eq!(key, index / 12 * 12);
    }
}

#[test]
fn the_index_stands_before_the_pictures() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = preview_of(
        &folder,
        &catalogue::every_container()[0].make(),
        PreviewOptions::default(),
    );
    let bytes = std::fs::read(path).unwrap();
    let place = |name: &[u8]| bytes.windows(4).position(|window| window == name).unwrap();
    assert!(place(b"moov") < place(b"mdat"));
}

#[test]
fn sound_stays_and_ends_with_the_pictures() {
    let folder = tempfile::tempdir().unwrap();
    for container in [Container::Mp4, Container::Mov, Container::Mkv] {
        let clip = ClipRecipe::new(Codec::H264, container).audio().make();
        let (path, facts) = preview_of(&folder, &clip, PreviewOptions::default());
        assert!(facts.audio, "{clip}");
        let source = Source::open(&path, &stop()).unwrap();
        let sound = source.input().stream(source.audio_stream().unwrap()).unwrap();
        assert_eq!(sound.parameters().id(), ffmpeg_next::codec::Id::AAC);
        let clock = sound.time_base();
        let lasts = sound.duration() * 1000 * i64::from(clock.numerator()) / i64::from(clock.denominator());
        assert!(lasts.abs_diff(1500) < 50, "{clip}: {lasts} ms");
    }
}

/// When the tone is first and last heard, in milliseconds.
fn heard(path: &Path) -> (usize, usize) {
    let samples = reference::sound(Utf8Path::from_path(path).unwrap());
    let is_loud = |sample: &f32| sample.abs() > 0.02;
    let (first, last) = (samples.iter().position(is_loud), samples.iter().rposition(is_loud));
    (first.expect("a tone") / 8, last.expect("a tone") / 8)
}

#[test]
fn sound_of_every_kind_is_heard_from_the_first_frame_to_the_last() {
    let folder = tempfile::tempdir().unwrap();
    let sound = |codec, channels, rate| Sound {
        codec: Some(codec),
        channels,
        rate,
        delay_ms: 0,
    };
    for (container, sound) in [
        (Container::Mkv, sound("libopus", 6, 48_000)),
        (Container::Mkv, sound("libvorbis", 2, 32_000)),
        (Container::Mkv, sound("flac", 2, 96_000)),
        (Container::Mov, sound("pcm_s24be", 2, 44_100)),
        (Container::Mov, sound("pcm_u8", 1, 11_025)),
        (Container::Avi, sound("libmp3lame", 2, 44_100)),
        (Container::Avi, sound("pcm_s16le", 2, 8_000)),
        (Container::Mp4, sound("ac3", 6, 48_000)),
        (Container::Mp4, sound("aac", 1, 24_000)),
    ] {
        let clip = ClipRecipe::new(Codec::H264, container).sound(sound).make();
        let (path, facts) = preview_of(&folder, &clip, PreviewOptions::default());
        assert!(facts.audio, "{sound:?}");
        let (first, last) = heard(&path);
        assert!(
            first < 60 && last > 1400 && last < 1560,
            "{sound:?} is heard from {first} to {last} ms"
        );
    }
}

#[test]
fn sound_that_begins_late_or_belongs_to_a_late_clip_stays_in_step() {
    let folder = tempfile::tempdir().unwrap();
    let late = Sound {
        delay_ms: 500,
        ..Sound::default()
    };
    for (recipe, expected) in [
        (ClipRecipe::new(Codec::H264, Container::Mp4).sound(late), 500),
        (ClipRecipe::new(Codec::H264, Container::Mkv).sound(late), 500),
        (
            ClipRecipe::new(Codec::H264, Container::Mp4)
                .sound(late)
                .start_offset_ms(1500),
            500,
        ),
        (
            ClipRecipe::new(Codec::Vp9, Container::Webm)
                .audio()
                .start_offset_ms(400),
            0,
        ),
    ] {
        let (path, _) = preview_of(&folder, &recipe.make(), PreviewOptions::default());
        let (first, _) = heard(&path);
        assert!(first.abs_diff(expected) < 60, "{recipe:?} is first heard at {first} ms");
    }
}

#[test]
fn what_was_changed_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let said = |recipe: ClipRecipe| {
        preview_of(&folder, &recipe.make(), PreviewOptions::default())
            .1
            .normalised
    };
    let h264 = || ClipRecipe::new(Codec::H264, Container::Mp4);
    assert_eq!(said(h264()), []);
    assert_eq!(said(h264().rotation(90)), [Normalised::Rotated]);
    assert_eq!(
        said(h264().variable_rate(&catalogue::UNEVEN)),
        [Normalised::ConstantRate]
    );
    assert_eq!(
        said(h264().size(288, 240).sample_aspect(4, 3)),
        [Normalised::SquarePixels]
    );
    assert_eq!(said(h264().start_offset_ms(1500)), [Normalised::StartMoved]);
    assert_eq!(
        said(ClipRecipe::new(Codec::ProRes, Container::Mov).alpha()),
        [Normalised::TransparencyFlattened]
    );
    assert_eq!(said(catalogue::every_hdr().remove(0)), [Normalised::ToneMapped]);
}

#[test]
fn a_clip_of_varying_rate_keeps_when_its_frames_began() {
    let folder = tempfile::tempdir().unwrap();
    let clip = ClipRecipe::new(Codec::H264, Container::Mkv)
        .variable_rate(&catalogue::UNEVEN)
        .make();
    let (_, facts) = preview_of(&folder, &clip, PreviewOptions::default());
    let starts = facts.original_starts.unwrap();
    assert_eq!(starts.len(), 36);
    assert_eq!(
        starts[..4].iter().map(|start| start.0).collect::<Vec<_>>(),
        [0, 40_000, 60_000, 180_000]
    );
}

#[test]
fn without_h264_the_same_rules_hold_in_motion_jpeg() {
    let folder = tempfile::tempdir().unwrap();
    let options = PreviewOptions {
        encoder: PreviewEncoder::MotionJpeg,
        ..PreviewOptions::default()
    };
    let recipe = ClipRecipe::new(Codec::Vp9, Container::Webm).rate(30_000, 1001).audio();
    let (path, facts) = preview_of(&folder, &recipe.make(), options);
    assert_eq!(facts.frame_rate.to_string(), "30000/1001");
    assert_eq!(counters(&path), (0..36).map(Some).collect::<Vec<_>>());
}

#[test]
fn colors_survive_the_preview() {
    let folder = tempfile::tempdir().unwrap();
    for color in [Color::Bt601, Color::Bt709, Color::Bt2020] {
        for recipe in [
            ClipRecipe::new(Codec::H264, Container::Mp4).frames(6).color(color),
            ClipRecipe::new(Codec::H264, Container::Mp4)
                .frames(6)
                .color(color)
                .full_range(),
        ] {
            let (path, facts) = preview_of(&folder, &recipe.make(), PreviewOptions::default());
            let path = Utf8Path::from_path(&path).unwrap();
            let matrix = if color == Color::Bt601 { "smpte170m" } else { "bt709" };
            let filter = format!(
                "scale=in_color_matrix={matrix}:in_range=limited:out_range=full:flags=accurate_rnd+full_chroma_int"
            );
            let rgb = reference::rgb_frame(path, 3, &filter);
            for (patch, expected) in test_picture::PATCHES.iter().enumerate() {
                let at = test_picture::middle_of_patch(patch, facts.width, facts.height);
                let found = &rgb[at * 3..at * 3 + 3];
                let apart = found
                    .iter()
                    .zip(expected)
                    .map(|(one, other)| one.abs_diff(*other))
                    .max()
                    .unwrap();
                assert!(
                    apart <= 6,
                    "{recipe:?}: patch {patch} is {found:?} instead of {expected:?}"
                );
            }
        }
    }
}

#[test]
fn a_stopped_preview_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    let clip = catalogue::every_container()[0].make();
    let stop = stop();
    let asked = stop.clone();
    let outcome = make(
        clip.as_std_path(),
        &folder.path().join("preview.mp4"),
        PreviewOptions::default(),
        &stop,
        &mut |_, _| asked.cancel(),
    );
    assert_eq!(outcome.unwrap_err().failure, MediaFailure::Cancelled);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn every_frame_is_found_at_its_place_in_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let (path, facts) = preview_of(
        &folder,
        &ClipRecipe::new(Codec::H264, Container::Mp4).make(),
        PreviewOptions::default(),
    );
    let index = index(&path, &stop()).unwrap();
    assert!(
        index.codec.starts_with("avc1.") && index.codec.len() == 11,
        "{}",
        index.codec
    );
    assert_eq!(u32::try_from(index.frames.len()), Ok(facts.frame_count));
    let file = fs_err::read(&path).unwrap();
    for (number, frame) in index.frames.iter().enumerate() {
        assert_eq!(frame.key, number % 12 == 0, "frame {number}");
        // Each is a row of units, every one after its length.
        let mut left = &file[usize::try_from(frame.at).unwrap()..][..usize::try_from(frame.size).unwrap()];
        while let Some((length, unit)) = left.split_first_chunk() {
            left = &unit[u32::from_be_bytes(*length) as usize..];
        }
        assert!(left.is_empty(), "frame {number}");
    }
}

#[test]
fn a_preview_that_no_page_can_decode_has_no_index() {
    let folder = tempfile::tempdir().unwrap();
    let options = PreviewOptions {
        encoder: PreviewEncoder::MotionJpeg,
        ..PreviewOptions::default()
    };
    let (path, _) = preview_of(&folder, &ClipRecipe::new(Codec::H264, Container::Mp4).make(), options);
    let fault = index(&path, &stop()).unwrap_err();
    assert_eq!(fault.failure, MediaFailure::UnsupportedCodec);
}
