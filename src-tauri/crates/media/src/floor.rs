//! The least work that yields a picture of a clip, for benches to measure everything else against.

use crate::error::MediaError;
use crate::fault::Fault;
use crate::ffi::{Source, Stop, Threads};
use crate::first_picture::{decode_alone, decoder_of};
use circletake_domain::media_failure::MediaFailure;
use std::path::Path;
use std::time::Duration;

/// Opens a clip and decodes its first key packet in this process: no facts, no scaling, no JPEG. Only for benches, on files we made.
#[doc(hidden)]
pub fn open_and_decode(path: &Path) -> Result<(), MediaError> {
    let stop = Stop::after(Duration::from_mins(1));
    first_picture(path, &stop).map_err(|fault| MediaError::new(path, fault))
}

fn first_picture(path: &Path, stop: &Stop) -> Result<(), Fault> {
    let mut source = Source::open(path, stop)?;
    let stream = source.video_stream()?;
    source.keep_only(stream);
    let mut decoder = decoder_of(&source, stream, Threads::One)?;
    while let Some(packet) = source.next_packet()? {
        if packet.stream() == stream && packet.is_key() && decode_alone(&packet, &mut decoder)?.is_some() {
            return Ok(());
        }
    }
    Err(Fault::new(MediaFailure::Damaged, "no picture"))
}
