//! Through our reader the demuxer sees what it sees through FFmpeg's, and the hash is that of the file.

use super::*;
use crate::ffi::{Source, is_discarded};
use circletake_testkit::{ClipRecipe, Codec, Container, catalogue};
use std::fs::{self, OpenOptions};
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;
use tempfile::TempDir;

fn stop() -> Stop {
    Stop::after(Duration::from_mins(2))
}
fn h264() -> ClipRecipe {
    ClipRecipe::new(Codec::H264, Container::Mp4)
}
fn remuxed(folder: &TempDir, name: &str, flags: &str) -> PathBuf {
    let path = folder.path().join(name);
    let mut command = Command::new("ffmpeg");
    command.args(["-v", "error", "-y", "-i"]).arg(h264().audio().make());
    command.args(["-c", "copy", "-movflags", flags]).arg(&path);
    assert!(command.status().unwrap().success());
    path
}

/// Everything a packet says, of all packets.
fn packets(source: &mut Source) -> Vec<impl PartialEq + std::fmt::Debug + use<>> {
    let stream = source.find_video_stream().unwrap();
    source.keep_only(stream);
    let mut packets = Vec::new();
    while let Some(packet) = source.next_packet().unwrap() {
        let bytes = blake3::hash(packet.data().unwrap_or_default());
        let times = (packet.pts(), packet.dts(), packet.duration());
        let traits = (packet.stream(), packet.is_key(), is_discarded(&packet));
        packets.push((times, traits, packet.position(), bytes));
    }
    packets
}

fn assert_reads_alike(path: &Path) {
    let expected = packets(&mut Source::open(path, &stop()).unwrap());
    let (mut source, content) = Source::open_hashed(path, &stop()).unwrap();
    assert!(packets(&mut source) == expected, "{}", path.display());
    let bytes = fs::read(path).unwrap();
    let (length, hash) = content.finish(&stop()).unwrap();
    assert_eq!(length, bytes.len() as u64, "{}", path.display());
    assert_eq!(
        hash.as_str(),
        blake3::hash(&bytes).to_hex().as_str(),
        "{}",
        path.display()
    );
}

#[test]
fn every_container_reads_alike_with_and_without_sound() {
    for recipe in catalogue::every_container() {
        assert_reads_alike(recipe.make().as_std_path());
        assert_reads_alike(recipe.audio().make().as_std_path());
    }
}

#[test]
fn an_index_reads_alike_wherever_it_stands() {
    let folder = tempfile::tempdir().unwrap();
    assert_reads_alike(&remuxed(&folder, "first.mp4", "+faststart"));
    assert_reads_alike(&remuxed(&folder, "fragments.mp4", "+frag_keyframe+empty_moov"));
    let last = remuxed(&folder, "last.mp4", "0");
    assert_reads_alike(&last);
    for junk in [1, 9, 300_000] {
        let path = folder.path().join("junk.mp4");
        fs::write(&path, [fs::read(&last).unwrap(), vec![7; junk]].concat()).unwrap();
        assert_reads_alike(&path);
    }
}

#[test]
fn what_the_demuxer_reads_is_not_read_again() {
    for (codec, container) in [
        (Codec::H264, Container::Mp4),
        (Codec::ProRes, Container::Mov),
        (Codec::Vp9, Container::Webm),
        (Codec::Mjpeg, Container::Avi),
    ] {
        let clip = ClipRecipe::new(codec, container).size(1280, 720).audio().grain().make();
        let (mut source, content) = Source::open_hashed(clip.as_std_path(), &stop()).unwrap();
        packets(&mut source);
        let length = fs::metadata(&clip).unwrap().len();
        assert!(length > 500_000, "{clip}: {length} bytes");
        let hashed = locked(&content.0).hashed();
        assert!(hashed >= length - length / 20, "{clip}: {hashed} of {length} bytes");
    }
}

#[test]
fn what_cannot_be_opened_is_refused_with_the_same_reason() {
    let folder = tempfile::tempdir().unwrap();
    let reasons = |path: &Path| {
        (
            Source::open(path, &stop()).err().map(|fault| fault.failure),
            Source::open_hashed(path, &stop()).err().map(|fault| fault.failure),
        )
    };
    let mut paths = vec![folder.path().to_owned(), folder.path().join("gone")];
    for bytes in [&b""[..], b"x", b"hello, this is no clip", &[0; 5000]] {
        let path = folder.path().join(format!("{} bytes", bytes.len()));
        fs::write(&path, bytes).unwrap();
        paths.push(path);
    }
    for path in paths {
        let (expected, reason) = reasons(&path);
        assert!(expected.is_some(), "{}", path.display());
        assert_eq!(reason, expected, "{}", path.display());
    }
}

#[test]
fn reading_ends_with_the_reason_it_was_stopped_for() {
    let (open, clip) = (stop(), h264().size(1280, 720).grain().make());
    let (mut source, content) = Source::open_hashed(clip.as_std_path(), &open).unwrap();
    source.next_packet().unwrap();
    let mut shared = Shared {
        file: Arc::clone(&content.0),
        asked: Arc::new(Mutex::new(open.clone())),
    };
    let mut ask = || {
        let mut bytes = [0; 100];
        // SAFETY: what is lent outlives the call.
        unsafe { read((&raw mut shared).cast(), bytes.as_mut_ptr(), 100) }
    };
    assert_eq!(ask(), 100);
    open.cancel();
    assert_eq!(ask(), ffi::AVERROR_EXIT);
    assert_eq!(source.next_packet().err().unwrap().failure, MediaFailure::Cancelled);
    assert_eq!(content.finish(&open).unwrap_err().failure, MediaFailure::Cancelled);
    // Another request may go on with the same file.
    source.obey(&stop());
    assert!(source.next_packet().unwrap().is_some());
    let bytes = fs::read(&clip).unwrap();
    let (_, hash) = content.finish(&stop()).unwrap();
    assert_eq!(hash.as_str(), blake3::hash(&bytes).to_hex().as_str());
}

#[test]
fn the_disk_is_not_blamed_for_a_clip_that_ends_early() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("clip.mkv");
    let whole = fs::read(ClipRecipe::new(Codec::H264, Container::Mkv).make()).unwrap();
    let mut refused = 0;
    for length in (40..2000).chain((2000..whole.len()).step_by(whole.len() / 50)) {
        fs::write(&path, &whole[..length]).unwrap();
        let reason = Source::open(&path, &stop()).err().map(|fault| fault.failure);
        assert_ne!(reason, Some(MediaFailure::DiskError), "the first {length} bytes");
        refused += u32::from(reason.is_some());
    }
    assert!(refused > 0, "some are too short to open");
}

#[test]
fn a_place_before_the_beginning_is_the_clips_fault_and_not_the_disks() {
    let content = Content::open(h264().make().as_std_path()).unwrap();
    let mut shared = Shared {
        file: Arc::clone(&content.0),
        asked: Arc::new(Mutex::new(stop())),
    };
    for whence in [0, 1, 2] {
        // SAFETY: what is lent outlives the call.
        let answer = unsafe { seek((&raw mut shared).cast(), i64::MIN, whence) };
        assert_eq!(answer, i64::from(ffi::AVERROR(ffmpeg_next::util::error::EINVAL)));
    }
}

#[test]
fn a_clip_that_becomes_shorter_while_it_is_read_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("clip.mp4");
    fs::copy(h264().size(1280, 720).grain().make(), &path).unwrap();
    let (mut source, content) = Source::open_hashed(&path, &stop()).unwrap();
    source.next_packet().unwrap();
    let file = OpenOptions::new().write(true).open(&path).unwrap();
    file.set_len(fs::metadata(&path).unwrap().len() / 2).unwrap();
    while let Ok(Some(_)) = source.next_packet() {}
    assert_eq!(content.finish(&stop()).unwrap_err().failure, MediaFailure::Truncated);
}

#[test]
fn the_reader_lives_as_long_as_what_was_made_of_its_streams() {
    let clip = h264().make();
    let (source, content) = Source::open_hashed(clip.as_std_path(), &stop()).unwrap();
    let file = Arc::downgrade(&content.0);
    let parameters = source.input().stream(0).unwrap().parameters();
    drop((source, content));
    assert_eq!(file.strong_count(), 1, "the demuxer is still open");
    drop(parameters);
    assert_eq!(file.strong_count(), 0, "everything is freed");
}
