//! What a container's outermost lengths say: whether the file is whole. A cut-off download often still opens, and shows a part as if it
//! were all.

use crate::fault::Fault;
use circletake_domain::media_failure::MediaFailure;
use fs_err::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;

/// Outer boxes walked at most; a fragmented clip has two a fragment.
const MOST_BOXES: u32 = 20_000;

/// What the outermost lengths say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outline {
    /// No container that is known here.
    Unknown,
    /// Everything announced is there.
    Whole,
    /// More is announced than is there.
    CutOff,
}

/// Refuses a file that ends before its container does.
pub(crate) fn whole(path: &Path) -> Result<(), Fault> {
    match outline(path)? {
        Outline::CutOff => Err(Fault::new(
            MediaFailure::Truncated,
            "the container announces more bytes than there are",
        )),
        Outline::Unknown | Outline::Whole => Ok(()),
    }
}

/// A file with a video container's head is not "no video", whatever the demuxer made of it.
pub(crate) fn explained(path: &Path, fault: Fault) -> Fault {
    match (fault.failure, outline(path)) {
        (MediaFailure::NotAVideo, Ok(Outline::Whole)) => Fault {
            failure: MediaFailure::Damaged,
            ..fault
        },
        _ => fault,
    }
}

fn outline(path: &Path) -> Result<Outline, Fault> {
    let refuse = |error: io::Error| Fault::from_io("outline", &error);
    let mut file = File::open(path).map_err(refuse)?;
    let length = file.metadata().map_err(refuse)?.len();
    let mut head = [0; 64];
    let count = fill(&mut file, &mut head).map_err(refuse)?;
    let head = head.get(..count).unwrap_or_default();
    if head.starts_with(&[0x1a, 0x45, 0xdf, 0xa3]) {
        return Ok(matroska(&mut file, length).unwrap_or(Outline::Whole));
    }
    match (head.get(..4), head.get(4..8), head.get(8..12)) {
        (Some(b"RIFF"), Some(size), Some(b"AVI ")) => Ok(riff(size, length)),
        (_, Some(b"ftyp" | b"moov" | b"mdat" | b"free" | b"skip" | b"wide" | b"pnot" | b"styp"), _) => {
            boxes(&mut file, length).map_err(refuse)
        }
        _ => Ok(Outline::Unknown),
    }
}

/// MP4 and MOV: boxes of a length and a name, one after the other. Without its `moov` nothing in it can be found.
fn boxes(file: &mut File, length: u64) -> io::Result<Outline> {
    let (mut at, mut has_index) = (0, false);
    for _ in 0..MOST_BOXES {
        let mut head = [0; 16];
        file.seek(SeekFrom::Start(at))?;
        let count = fill(file, &mut head)?;
        let Some((short, name)) = head
            .get(..count)
            .and_then(|head| Some((head.get(..4)?, head.get(4..8)?)))
        else {
            break;
        };
        has_index |= name == b"moov";
        if !name.iter().all(|byte| byte.is_ascii_graphic() || *byte == b' ') {
            // Not a box any more: some writers leave padding at the end.
            break;
        }
        let size = match big_endian(short) {
            0 => break,
            1 => big_endian(head.get(8..16).unwrap_or_default()),
            size => size,
        };
        at = match at.checked_add(size) {
            Some(next) if size >= 8 && next <= length => next,
            Some(_) if size < 8 => break,
            _ => return Ok(Outline::CutOff),
        };
        if at == length {
            break;
        }
    }
    Ok(if has_index { Outline::Whole } else { Outline::CutOff })
}

/// Matroska and WebM: a header element, then one segment that says how long it is, unless it was written as a live stream.
fn matroska(file: &mut File, length: u64) -> Option<Outline> {
    let mut head = [0; 64];
    file.seek(SeekFrom::Start(4)).ok()?;
    fill(file, &mut head).ok()?;
    let (header, used) = element_size(&head)?;
    let segment = 4 + used + header;
    file.seek(SeekFrom::Start(segment)).ok()?;
    let count = fill(file, &mut head).ok()?;
    let head = head.get(..count)?;
    if !head.starts_with(&[0x18, 0x53, 0x80, 0x67]) {
        return None;
    }
    let (size, used) = element_size(head.get(4..)?)?;
    let end = segment.checked_add(4)?.checked_add(used)?.checked_add(size);
    Some(if end.is_some_and(|end| end <= length) {
        Outline::Whole
    } else {
        Outline::CutOff
    })
}

/// An element's length and how many bytes it is written in; `None` where it is left open.
fn element_size(bytes: &[u8]) -> Option<(u64, u64)> {
    let first = *bytes.first()?;
    let width = first.leading_zeros() as usize + 1;
    let value = big_endian(bytes.get(..width).filter(|_| width <= 8)?);
    let mask = 1_u64.checked_shl(u32::try_from(7 * width).ok()?)? - 1;
    (value & mask != mask).then_some((value & mask, width as u64))
}

fn riff(size: &[u8], length: u64) -> Outline {
    let size = size.iter().rev().fold(0_u64, |size, byte| size << 8 | u64::from(*byte));
    // A writer that was stopped, or one that streams, leaves 0 or all ones.
    let is_open = size == 0 || size == u64::from(u32::MAX);
    if is_open || size + 8 <= length {
        Outline::Whole
    } else {
        Outline::CutOff
    }
}

fn big_endian(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0, |number, byte| number << 8 | u64::from(*byte))
}

/// Reads until the buffer is full or the file ends.
fn fill(file: &mut File, buffer: &mut [u8]) -> io::Result<usize> {
    let mut filled = 0;
    while let Some(rest) = buffer.get_mut(filled..).filter(|rest| !rest.is_empty()) {
        match file.read(rest)? {
            0 => break,
            count => filled += count,
        }
    }
    Ok(filled)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outline_of(bytes: &[u8]) -> Outline {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("clip");
        std::fs::write(&path, bytes).unwrap();
        outline(&path).unwrap()
    }
    fn mp4_box(name: [u8; 4], content: usize) -> Vec<u8> {
        let size = u32::try_from(content + 8).unwrap();
        [&size.to_be_bytes()[..], &name, &vec![0; content]].concat()
    }

    #[test]
    fn an_mp4_is_whole_when_every_box_is_and_the_index_is_among_them() {
        let whole = [mp4_box(*b"ftyp", 16), mp4_box(*b"mdat", 100), mp4_box(*b"moov", 50)].concat();
        assert_eq!(outline_of(&whole), Outline::Whole);
        assert_eq!(outline_of(&whole[..whole.len() - 1]), Outline::CutOff);
        assert_eq!(
            outline_of(&whole[..132]),
            Outline::CutOff,
            "cut between two boxes, before the index"
        );
        assert_eq!(
            outline_of(&[&whole[..], &[0; 9]].concat()),
            Outline::Whole,
            "padding at the end"
        );
    }

    #[test]
    fn a_matroska_segment_that_says_its_length_must_have_it() {
        let head = [0x1a, 0x45, 0xdf, 0xa3, 0x82, 0, 0, 0x18, 0x53, 0x80, 0x67];
        assert_eq!(outline_of(&[&head[..], &[0x84, 1, 2, 3, 4]].concat()), Outline::Whole);
        assert_eq!(outline_of(&[&head[..], &[0x84, 1, 2, 3]].concat()), Outline::CutOff);
        assert_eq!(
            outline_of(&[&head[..], &[0xff, 1, 2, 3]].concat()),
            Outline::Whole,
            "a live stream"
        );
    }

    #[test]
    fn an_avi_must_be_as_long_as_it_says() {
        assert_eq!(outline_of(b"RIFF\x06\0\0\0AVI 12"), Outline::Whole);
        assert_eq!(outline_of(b"RIFF\x07\0\0\0AVI 12"), Outline::CutOff);
    }

    #[test]
    fn other_files_are_unknown_not_cut_off() {
        assert_eq!(outline_of(b"hello"), Outline::Unknown);
        assert_eq!(outline_of(&[]), Outline::Unknown);
    }
}
