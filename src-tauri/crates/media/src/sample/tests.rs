//! Samples are what they say: they move, they have sound, and their faults are real.

use super::*;
use crate::clip_reader::ClipReader;
use crate::ffi::{Stop, Threads, packed_bytes};
use std::path::{Path, PathBuf};
use std::time::Duration;

fn stop() -> Stop {
    Stop::after(Duration::from_mins(1))
}
fn short(scene: SampleScene, number: u32) -> SampleRecipe {
    let mut recipe = SampleRecipe::numbered(number, "gen_00042").scene(scene);
    recipe.frames = 24;
    recipe
}
fn filmed(folder: &tempfile::TempDir, recipe: &SampleRecipe) -> PathBuf {
    let path = folder.path().join("sample.mp4");
    film(recipe, &path, &stop()).unwrap();
    path
}
fn reader(path: &Path) -> ClipReader {
    ClipReader::open(path, Threads::One, &stop()).unwrap()
}

#[test]
fn every_scene_moves_from_its_first_frame_to_its_last() {
    let folder = tempfile::tempdir().unwrap();
    for (number, scene) in (0..).zip(SampleScene::ALL) {
        let mut reader = reader(&filmed(&folder, &short(scene, number)));
        let table = reader.presentation().table();
        assert_eq!(
            (table.starts.len(), table.rate.to_string(), table.variable),
            (24, "24/1".to_owned(), false)
        );
        let frames: Vec<Vec<u8>> = (0..24)
            .map(|index| packed_bytes(&reader.frame(index).unwrap()))
            .collect();
        assert!(
            frames.windows(2).all(|pair| pair[0] != pair[1]),
            "{scene:?} stands still"
        );
    }
}

#[test]
fn neighbours_differ_and_the_same_number_is_the_same_clip() {
    let folder = tempfile::tempdir().unwrap();
    let bytes = |number| std::fs::read(filmed(&folder, &short(SampleScene::Ball, number))).unwrap();
    assert_eq!(bytes(3), bytes(3));
    assert_ne!(bytes(3), bytes(4));
}

#[test]
fn faults_are_real() {
    let folder = tempfile::tempdir().unwrap();
    let luma = |reader: &mut ClipReader, index| {
        let frame = reader.frame(index).unwrap();
        crate::ffi::rows(&frame, 0, frame.width() as usize).concat()
    };

    let mut black = reader(&filmed(
        &folder,
        &short(SampleScene::Dunes, 1).with_fault(SampleFault::Black),
    ));
    assert!(luma(&mut black, 0).iter().any(|level| *level > 100));
    assert!(luma(&mut black, 20).iter().all(|level| *level <= 18));

    let mut frozen = reader(&filmed(
        &folder,
        &short(SampleScene::Dunes, 1).with_fault(SampleFault::Frozen),
    ));
    let (before, after) = (luma(&mut frozen, 12), luma(&mut frozen, 23));
    let apart: u64 = before
        .iter()
        .zip(&after)
        .map(|(one, other)| u64::from(one.abs_diff(*other)))
        .sum();
    assert!(
        apart < before.len() as u64,
        "frozen frames differ by {apart} in {} pixels",
        before.len()
    );

    let wrong = short(SampleScene::Dunes, 1).with_fault(SampleFault::WrongSize);
    let mut wrong = reader(&filmed(&folder, &wrong));
    let first = wrong.frame(0).unwrap();
    assert_eq!((first.width(), first.height()), (640, 360));
}

#[test]
fn a_sample_with_sound_has_an_aac_stream_as_long_as_its_pictures() {
    let folder = tempfile::tempdir().unwrap();
    let path = filmed(&folder, &short(SampleScene::Lights, 2).with_sound());
    let source = crate::ffi::Source::open(&path, &stop()).unwrap();
    let stream = source.input().stream(source.audio_stream().unwrap()).unwrap();
    let clock = stream.time_base();
    let lasts = stream.duration() * 1000 * i64::from(clock.numerator()) / i64::from(clock.denominator());
    assert!(lasts.abs_diff(1000) < 50, "{lasts} ms");
}

#[test]
fn nothing_is_left_behind_when_filming_is_stopped() {
    let folder = tempfile::tempdir().unwrap();
    let stop = stop();
    stop.cancel();
    assert!(film(&short(SampleScene::Ink, 5), &folder.path().join("sample.mp4"), &stop).is_err());
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}
