//! The frames of a stream as its packets tell them, without decoding: the one place that knows which packets are shown, and in what order.

use crate::fault::Fault;
use crate::ffi::{Source, is_discarded};
use circletake_domain::media_failure::MediaFailure;
use ffmpeg_next::codec::Id;
use ffmpeg_next::{Packet, Rational};

/// More frames than an hour at 240 frames a second are not read.
const MAX_FRAMES: usize = 1_000_000;

/// One shown frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct FramePacket {
    /// When it is shown, in the stream's time base.
    pub pts: i64,
    /// How long, in the stream's time base; 0 where the file does not say.
    pub duration: i64,
    /// Whether decoding can begin here.
    pub key: bool,
}

/// Collects the packets of one stream in file order; done, it has the shown frames in presentation order.
#[derive(Debug)]
pub(crate) struct FrameList {
    codec: Id,
    time_base: Rational,
    frames: Vec<FramePacket>,
    any_key: bool,
}

impl FrameList {
    /// For a stream of an opened source.
    pub(crate) fn of(source: &Source, stream: usize) -> Result<Self, Fault> {
        let stream = source
            .input()
            .stream(stream)
            .ok_or_else(|| Fault::new(MediaFailure::NoVideoStream, "the stream is gone"))?;
        Ok(Self {
            codec: stream.parameters().id(),
            time_base: stream.time_base(),
            frames: Vec::new(),
            any_key: false,
        })
    }

    /// Reads the rest of the source.
    pub(crate) fn read_rest(&mut self, source: &mut Source, stream: usize) -> Result<(), Fault> {
        while let Some(packet) = source.next_packet()? {
            if packet.stream() == stream {
                self.add(&packet)?;
            }
        }
        Ok(())
    }

    /// Takes the next packet of the stream.
    pub(crate) fn add(&mut self, packet: &Packet) -> Result<(), Fault> {
        let shown = !is_discarded(packet) && packet.data().is_some_and(|data| is_shown(self.codec, data));
        if packet.is_key() && !self.any_key {
            // What stands before the first key frame cannot be decoded, so nobody sees it.
            self.any_key = true;
            self.frames.clear();
        }
        if !shown {
            return Ok(());
        }
        if self.frames.len() >= MAX_FRAMES {
            return Err(Fault::new(
                MediaFailure::TooLarge,
                format!("more than {MAX_FRAMES} frames"),
            ));
        }
        let after_last = || {
            self.frames
                .last()
                .map_or(0, |last| last.pts.saturating_add(last.duration.max(1)))
        };
        let pts = packet.pts().or(packet.dts()).unwrap_or_else(after_last);
        self.frames.push(FramePacket {
            pts,
            duration: packet.duration().max(0),
            key: packet.is_key(),
        });
        Ok(())
    }

    /// The stream's time base.
    pub(crate) fn time_base(&self) -> Rational {
        self.time_base
    }

    /// The shown frames in presentation order.
    pub(crate) fn finish(mut self) -> Vec<FramePacket> {
        self.frames.sort_by_key(|frame| frame.pts);
        self.frames
    }
}

/// VP8 and VP9 keep frames that are only referred to, never shown, in packets of their own.
fn is_shown(codec: Id, data: &[u8]) -> bool {
    let (Some(first), Some(last)) = (data.first(), data.last()) else {
        return false;
    };
    match codec {
        Id::VP8 => first & 0x10 != 0,
        // A superframe ends with its index and has one shown frame in it.
        Id::VP9 if last & 0xe0 == 0xc0 => true,
        Id::VP9 => {
            let profile = (first >> 5 & 1) | (first >> 4 & 1) << 1;
            // Profile 3 has a reserved bit more before `show_existing_frame`, `frame_type`, `show_frame`.
            let bits = if profile == 3 { first << 5 } else { first << 4 };
            let shows_existing = bits & 0x80 != 0;
            shows_existing || bits & 0x20 != 0
        }
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_vp9_frame_that_is_only_referred_to_is_not_shown() {
        assert!(is_shown(Id::VP9, &[0b1000_0010, 0]));
        assert!(!is_shown(Id::VP9, &[0b1000_0100, 0]));
        assert!(is_shown(Id::VP9, &[0b1000_1000, 0]), "an existing frame is shown again");
        assert!(
            is_shown(Id::VP9, &[0b1000_0100, 0, 0b1100_0001]),
            "a superframe shows one"
        );
    }

    #[test]
    fn a_vp8_frame_that_is_only_referred_to_is_not_shown() {
        assert!(is_shown(Id::VP8, &[0x10]));
        assert!(!is_shown(Id::VP8, &[0x00]));
    }
}
