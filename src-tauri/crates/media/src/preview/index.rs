//! Where each frame of a preview lies in its file: for a page that decodes the frames itself, and so needs no demuxer of its own.

use crate::fault::Fault;
use crate::ffi::{Source, Stop, extradata};
use circletake_domain::media_failure::MediaFailure;
use ffmpeg_next::codec::Id;
use serde::{Deserialize, Serialize};
use std::path::Path;

/// An hour at 120 frames a second. Longer previews are played by the system's player, which needs no index.
const MOST_FRAMES: usize = 3600 * 120;

/// A preview's frames, in the order of decoding, which is the order of showing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreviewIndex {
    /// The codec as `WebCodecs` names it: `avc1.64001f`.
    pub codec: String,
    /// What the decoder is set up with: the H.264 decoder configuration record.
    pub description: Vec<u8>,
    /// Frame 0 first.
    pub frames: Vec<FrameBytes>,
}

/// Where one frame lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrameBytes {
    /// From the beginning of the file.
    pub at: u64,
    /// How many bytes.
    pub size: u32,
    /// Decodes without any other.
    pub key: bool,
}

/// Reads where the frames of a preview lie; refuses a codec that a page could not be told how to decode.
pub(crate) fn index(path: &Path, stop: &Stop) -> Result<PreviewIndex, Fault> {
    let mut source = Source::open(path, stop)?;
    let stream = source.video_stream()?;
    let (codec, description) = {
        let missing = || Fault::new(MediaFailure::NoVideoStream, "the video stream went away");
        let parameters = source.input().stream(stream).ok_or_else(missing)?.parameters();
        let description = extradata(&parameters).unwrap_or_default().to_vec();
        (avc_name(parameters.id(), &description)?, description)
    };
    source.keep_only(stream);
    let mut frames = Vec::new();
    let mut latest = None;
    while let Some(packet) = source.next_packet()? {
        if packet.stream() != stream {
            continue;
        }
        // A preview has no frames out of order; one that has is not ours.
        if packet.pts() <= latest || frames.len() == MOST_FRAMES {
            return Err(unsuitable("frames out of order, or more than an hour of them"));
        }
        latest = packet.pts();
        let place = (u64::try_from(packet.position()), u32::try_from(packet.size()));
        let (Ok(at), Ok(size)) = place else {
            return Err(unsuitable("a frame that lies nowhere in the file"));
        };
        frames.push(FrameBytes {
            at,
            size,
            key: packet.is_key(),
        });
    }
    if frames.first().is_none_or(|first| !first.key) {
        return Err(unsuitable("a first frame that needs another"));
    }
    Ok(PreviewIndex {
        codec,
        description,
        frames,
    })
}

/// The profile, its constraints and the level are bytes 1 to 3 of the configuration record.
fn avc_name(codec: Id, record: &[u8]) -> Result<String, Fault> {
    match (codec, record) {
        (Id::H264, [1, profile, constraints, level, ..]) => {
            Ok(format!("avc1.{profile:02x}{constraints:02x}{level:02x}"))
        }
        _ => Err(unsuitable("another codec than H.264 in MP4")),
    }
}

fn unsuitable(why: &str) -> Fault {
    Fault::new(MediaFailure::UnsupportedCodec, format!("a preview with {why}"))
}
