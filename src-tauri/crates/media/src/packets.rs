//! A clip's packets, looked at once without decoding: what stands where, and which are ever shown.

use crate::fault::Fault;
use crate::ffi::{Source, is_discarded};
use crate::hidden::HiddenPackets;
use circletake_domain::media_failure::MediaFailure;
use ffmpeg_next::{Packet, Rational};
use std::collections::HashMap;

/// An hour at 240 frames a second: no clip has more, and a damaged file cannot fill the memory with claims of more.
const MOST_PACKETS: usize = 3600 * 240;

/// One packet of the video stream. Its place in [`PacketList::packets`] is its ordinal: the order of decoding.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PacketStamp {
    pub pts: Option<i64>,
    pub dts: Option<i64>,
    pub duration: i64,
    position: isize,
    pub is_key: bool,
    /// Neither cut off by an edit list nor a picture that only other pictures refer to.
    pub is_shown: bool,
}

/// All packets of a clip's pictures, in the order they are decoded.
pub(crate) struct PacketList {
    pub packets: Vec<PacketStamp>,
    pub time_base: Rational,
    /// The rates the container claims, the more reliable first.
    pub claimed_rates: [Rational; 2],
    /// The first key packet itself, with its ordinal: a poster needs no more than this.
    pub first_key: Option<(u32, Packet)>,
    ordinals: Identity,
}

/// A program stream says only for some pictures when they are shown. What FFmpeg works out for the others depends on where reading began, so
/// that after a seek one packet goes by the time of another.
const TIMES_ARE_WORKED_OUT: &str = "mpeg";

/// What a packet read again is recognised by.
#[derive(Debug)]
enum Identity {
    Pts(HashMap<i64, u32>),
    Position(HashMap<isize, u32>),
    /// Only by counting from the start of the file.
    Counting,
}

impl PacketList {
    /// Reads the file to its end.
    pub fn read(source: &mut Source, stream: usize) -> Result<Self, Fault> {
        source.keep_only(stream);
        let missing = || Fault::new(MediaFailure::NoVideoStream, "the video stream went away");
        let (time_base, claimed_rates, mut hidden) = {
            let video = source.input().stream(stream).ok_or_else(missing)?;
            let rates = [video.avg_frame_rate(), video.rate()];
            (video.time_base(), rates, HiddenPackets::of(&video.parameters()))
        };
        let mut packets = Vec::new();
        let mut first_key = None;
        while let Some(packet) = source.next_packet()? {
            if packet.stream() != stream {
                continue;
            }
            if packets.len() == MOST_PACKETS {
                return Err(Fault::new(
                    MediaFailure::TooLarge,
                    "more frames than an hour at 240 a second",
                ));
            }
            let is_hidden = hidden.next(&packet);
            packets.push(PacketStamp {
                pts: packet.pts(),
                dts: packet.dts(),
                duration: packet.duration(),
                position: packet.position(),
                is_key: packet.is_key(),
                is_shown: !is_discarded(&packet) && !is_hidden,
            });
            if first_key.is_none() && packet.is_key() {
                first_key = u32::try_from(packets.len() - 1).ok().map(|ordinal| (ordinal, packet));
            }
        }
        // What stands before the first key frame cannot be decoded, so nobody sees it.
        if let Some(first_key) = packets.iter().position(|packet: &PacketStamp| packet.is_key) {
            packets
                .iter_mut()
                .take(first_key)
                .for_each(|packet| packet.is_shown = false);
        }
        if packets.is_empty() {
            return Err(Fault::new(
                MediaFailure::Truncated,
                "a video stream without a single packet",
            ));
        }
        let ordinals = if source.input().format().name() == TIMES_ARE_WORKED_OUT {
            Identity::Counting
        } else {
            Identity::of(&packets)
        };
        Ok(Self {
            packets,
            time_base,
            claimed_rates,
            first_key,
            ordinals,
        })
    }

    /// The ordinal of a packet that was read again after a seek.
    pub fn ordinal_of(&self, packet: &Packet) -> Option<u32> {
        match &self.ordinals {
            Identity::Pts(known) => packet.pts().and_then(|pts| known.get(&pts).copied()),
            Identity::Position(known) => known.get(&packet.position()).copied(),
            Identity::Counting => None,
        }
    }

    /// Whether packets are recognised after a seek.
    pub fn can_seek(&self) -> bool {
        !matches!(self.ordinals, Identity::Counting)
    }

    /// Whether the container says for every packet when it is shown.
    pub fn every_pts_is_known(&self) -> bool {
        self.packets.iter().all(|packet| packet.pts.is_some())
    }
}

impl Identity {
    fn of(packets: &[PacketStamp]) -> Self {
        let numbered = || (0_u32..).zip(packets);
        let by_pts: HashMap<i64, u32> = numbered()
            .filter_map(|(ordinal, packet)| Some((packet.pts?, ordinal)))
            .collect();
        if by_pts.len() == packets.len() {
            return Self::Pts(by_pts);
        }
        let by_position: HashMap<isize, u32> = numbered()
            .filter(|(_, packet)| packet.position >= 0)
            .map(|(ordinal, packet)| (packet.position, ordinal))
            .collect();
        if by_position.len() == packets.len() {
            return Self::Position(by_position);
        }
        Self::Counting
    }
}
