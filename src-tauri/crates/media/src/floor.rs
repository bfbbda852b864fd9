//! The least work that yields what a probe and a poster need, for benches to measure everything else against.

use crate::error::MediaError;
use crate::fault::Fault;
use crate::ffi::{Source, Stop, Threads, keep_freed_memory};
use crate::first_picture::{decode_alone, decoder_of};
use crate::hashed_file::HashedFile;
use circletake_domain::media_failure::MediaFailure;
use std::path::Path;
use std::sync::Once;
use std::time::Duration;

/// How much the floor does.
#[doc(hidden)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Floor {
    /// Opens the clip and decodes the key packet that a poster is made of: no facts, no scaling, no JPEG.
    Decode,
    /// And what an exact frame count and a hash cannot do without: goes through every packet, hashes every byte.
    DecodeReadHash,
}

/// Does the floor's work in this process, with the decoder's shortcuts and the allocator's settings of a worker. Only for benches, on files we
/// made.
#[doc(hidden)]
pub fn open_and_decode(path: &Path, floor: Floor, poster_width: u32) -> Result<(), MediaError> {
    static AS_IN_A_WORKER: Once = Once::new();
    AS_IN_A_WORKER.call_once(|| {
        keep_freed_memory();
        ffmpeg_next::log::set_level(ffmpeg_next::log::Level::Quiet);
    });
    let stop = Stop::after(Duration::from_mins(1));
    work(path, floor, poster_width, &stop).map_err(|fault| MediaError::new(path, fault))
}

fn work(path: &Path, floor: Floor, poster_width: u32, stop: &Stop) -> Result<(), Fault> {
    let mut source = Source::open(path, stop)?;
    let stream = source.video_stream()?;
    source.keep_only(stream);
    let mut decoder = decoder_of(&source, stream, Threads::One)?;
    if decoder.context().width() / 2 >= poster_width {
        decoder.skip_smoothing();
    }
    let mut picture = None;
    while let Some(packet) = source.next_packet()? {
        if picture.is_none() && packet.stream() == stream && packet.is_key() {
            picture = decode_alone(&packet, &mut decoder)?;
            if floor == Floor::Decode && picture.is_some() {
                break;
            }
        }
    }
    if floor == Floor::DecodeReadHash {
        HashedFile::open(path)?.finish(stop)?;
    }
    picture
        .map(drop)
        .ok_or_else(|| Fault::new(MediaFailure::Damaged, "no picture"))
}
