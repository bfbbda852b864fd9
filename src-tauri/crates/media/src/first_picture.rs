//! The first picture of a clip, by the shortest way: its first key packet, sent alone and drained, so that nothing waits for reordering.

use crate::fault::Fault;
use crate::ffi::{Decoded, Source, Threads, VideoDecoder};
use circletake_domain::media_failure::MediaFailure;
use ffmpeg_next::{Packet, frame};

/// A decoder for the pictures of an opened source.
pub(crate) fn decoder_of(source: &Source, stream: usize, threads: Threads) -> Result<VideoDecoder, Fault> {
    let gone = || Fault::new(MediaFailure::NoVideoStream, "the video stream went away");
    let video = source.input().stream(stream).ok_or_else(gone)?;
    VideoDecoder::open(video.parameters(), video.time_base(), threads)
}

/// Decodes a key packet by itself; `None` when it gives no picture.
pub(crate) fn decode_alone(packet: &Packet, decoder: &mut VideoDecoder) -> Result<Option<frame::Video>, Fault> {
    let mut picture = frame::Video::empty();
    decoder.send(packet)?;
    decoder.finish();
    let answer = decoder.receive(&mut picture)?;
    decoder.flush();
    Ok((answer == Decoded::Frame).then_some(picture))
}
