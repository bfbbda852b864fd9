//! Presentation order: which packet becomes which frame, when each frame begins, and at what rate.

use crate::fault::Fault;
use crate::ffi::{Decoded, Source, Threads, VideoDecoder};
use crate::frame_table::FrameTable;
use crate::packets::{PacketList, PacketStamp};
use circletake_domain::frame::{FrameRate, Microseconds};
use circletake_domain::media_failure::MediaFailure;
use ffmpeg_next::{Packet, Rational, codec, frame};
use std::path::Path;

/// What no frame of the clip has.
const NOT_SHOWN: u32 = u32::MAX;

/// Rates that clips are made at, for files that do not say theirs exactly.
const USUAL_RATES: [(u32, u32); 18] = [
    (24, 1),
    (24_000, 1001),
    (25, 1),
    (30, 1),
    (30_000, 1001),
    (60, 1),
    (60_000, 1001),
    (50, 1),
    (48, 1),
    (120, 1),
    (8, 1),
    (10, 1),
    (12, 1),
    (15, 1),
    (16, 1),
    (20, 1),
    (48_000, 1001),
    (120_000, 1001),
];

/// The frames of a clip in the order they are shown.
pub(crate) struct Presentation {
    pub packets: PacketList,
    /// Ordinal of the packet each frame is decoded from.
    ordinals: Vec<u32>,
    /// The frame each packet becomes, or [`NOT_SHOWN`].
    indices: Vec<u32>,
    starts: Vec<Microseconds>,
    end: Microseconds,
    rate: FrameRate,
    variable: bool,
}

impl Presentation {
    /// Reads all packets of an open file; `path` is opened again where only decoding tells the order.
    pub fn read(path: &Path, source: &mut Source, stream: usize) -> Result<Self, Fault> {
        let packets = PacketList::read(source, stream)?;
        let (ordinals, stamps) = if packets.every_pts_is_known() {
            by_pts(&packets.packets)
        } else {
            by_decoding(path, source, stream, &packets)?
        };
        if ordinals.is_empty() {
            return Err(Fault::new(MediaFailure::Damaged, "no packet is ever shown"));
        }
        let mut indices = vec![NOT_SHOWN; packets.packets.len()];
        for (index, ordinal) in (0..).zip(&ordinals) {
            if let Some(place) = indices.get_mut(*ordinal as usize) {
                *place = index;
            }
        }
        let clock = Clock(packets.time_base);
        let constant = clock.constant_rate(&stamps, packets.claimed_rates);
        let last_duration = clock.last_duration(&stamps, &ordinals, &packets.packets, constant);
        let starts: Vec<Microseconds> = stamps.iter().map(|stamp| clock.microseconds(*stamp)).collect();
        let (first, last) = (
            starts.first().map_or(0, |start| start.0),
            starts.last().map_or(0, |start| start.0),
        );
        let rate = match constant {
            Some(rate) => rate,
            None => average_rate(starts.len(), last + last_duration - first)?,
        };
        let end = match constant {
            // Exact, where adding up rounded microseconds would not be.
            Some(rate) => Microseconds(first + rate.start_of(frame_index(starts.len())).0),
            None => Microseconds(last + last_duration),
        };
        Ok(Self {
            packets,
            ordinals,
            indices,
            starts,
            end,
            rate,
            variable: constant.is_none(),
        })
    }

    /// How many frames are shown.
    pub fn frame_count(&self) -> u32 {
        u32::try_from(self.ordinals.len()).unwrap_or(u32::MAX)
    }
    /// The packet that becomes this frame.
    pub fn ordinal_of(&self, index: u32) -> Option<u32> {
        self.ordinals.get(index as usize).copied()
    }
    /// The frame that this packet becomes, if it is shown.
    pub fn index_of(&self, ordinal: u32) -> Option<u32> {
        self.indices
            .get(ordinal as usize)
            .copied()
            .filter(|index| *index != NOT_SHOWN)
    }
    /// The packet of the first frame shown, where that can be decoded without any other.
    pub fn first_frame_packet(&self) -> Option<&Packet> {
        let (ordinal, packet) = self.packets.first_key.as_ref()?;
        (self.index_of(*ordinal) == Some(0)).then_some(packet)
    }
    /// The packet to start decoding at, for a frame.
    pub fn key_before(&self, index: u32) -> u32 {
        let Some(target) = self.ordinal_of(index) else { return 0 };
        let packets = &self.packets.packets;
        let target_pts = packets.get(target as usize).and_then(|packet| packet.pts);
        let reaches = |key: &PacketStamp| match (key.pts, target_pts) {
            // A frame shown before the key frame that is decoded before it (open GOP) needs the group before.
            (Some(key), Some(target)) => key <= target,
            _ => true,
        };
        (0..=target)
            .rev()
            .find(|ordinal| {
                packets
                    .get(*ordinal as usize)
                    .is_some_and(|packet| packet.is_key && reaches(packet))
            })
            .unwrap_or(0)
    }
    /// The table that leaves the worker.
    pub fn table(&self) -> FrameTable {
        FrameTable {
            starts: self.starts.clone(),
            end: self.end,
            rate: self.rate,
            variable: self.variable,
        }
    }
    /// The constant rate, or the average one.
    pub fn rate(&self) -> FrameRate {
        self.rate
    }
    /// Whether frames last differently long.
    pub fn is_variable(&self) -> bool {
        self.variable
    }
    /// When each frame begins.
    pub fn starts(&self) -> &[Microseconds] {
        &self.starts
    }
}

/// Frames sorted by when the container shows them.
fn by_pts(packets: &[PacketStamp]) -> (Vec<u32>, Vec<i64>) {
    let mut shown: Vec<(i64, u32)> = (0..)
        .zip(packets)
        .filter(|(_, packet)| packet.is_shown)
        .filter_map(|(ordinal, packet)| Some((packet.pts?, ordinal)))
        .collect();
    shown.sort_unstable();
    shown.into_iter().map(|(pts, ordinal)| (ordinal, pts)).unzip()
}

/// Frames in the order the decoder gives them: AVI stores no presentation times, so with B-frames nothing else tells.
fn by_decoding(path: &Path, scanned: &Source, stream: usize, list: &PacketList) -> Result<(Vec<u32>, Vec<i64>), Fault> {
    let mut source = Source::open(path, scanned.stop())?;
    source.read_stream_info()?;
    source.keep_only(stream);
    let parameters = source.input().stream(stream).map(|video| video.parameters());
    let parameters = parameters.unwrap_or_else(codec::Parameters::new);
    let mut decoder = VideoDecoder::open(parameters, list.time_base, Threads::One)?;
    let mut order = Vec::new();
    let mut next = 0_u32;
    loop {
        let packet = loop {
            match source.next_packet()? {
                Some(packet) if packet.stream() != stream => {}
                other => break other,
            }
        };
        let finished = packet.is_none();
        match packet {
            Some(mut packet) => {
                packet.set_pts(Some(i64::from(next)));
                next += 1;
                decoder.send(&packet)?;
            }
            None => decoder.finish(),
        }
        let mut frame = frame::Video::empty();
        while decoder.receive(&mut frame)? == Decoded::Frame {
            order.extend(frame.pts().and_then(|ordinal| u32::try_from(ordinal).ok()));
        }
        if finished {
            break;
        }
    }
    // The k-th frame shown begins when the k-th packet is decoded: AVI's clock ticks once a packet.
    let mut ticks: Vec<i64> = (0..)
        .zip(&list.packets)
        .map(|(place, packet)| packet.dts.unwrap_or(place))
        .collect();
    ticks.sort_unstable();
    ticks.truncate(order.len());
    order.truncate(ticks.len());
    Ok((order, ticks))
}

/// Ticks of a stream's clock.
struct Clock(Rational);

impl Clock {
    fn microseconds(&self, ticks: i64) -> Microseconds {
        let scaled = i128::from(ticks) * i128::from(self.0.numerator()) * 1_000_000;
        let divisor = i128::from(self.0.denominator().max(1));
        // To the nearest, half up, for negative times too.
        let rounded = (scaled * 2 + divisor).div_euclid(divisor * 2);
        Microseconds(i64::try_from(rounded).unwrap_or(i64::MAX))
    }

    /// The rate at which every frame begins within a tick (or half a millisecond) of where it should.
    fn constant_rate(&self, stamps: &[i64], claimed: [Rational; 2]) -> Option<FrameRate> {
        let claimed = claimed.into_iter().filter_map(frame_rate);
        let usual = USUAL_RATES
            .into_iter()
            .filter_map(|(numerator, denominator)| FrameRate::new(numerator, denominator).ok());
        claimed
            .chain(usual)
            .chain(self.measured_rate(stamps))
            .find(|rate| self.fits(stamps, *rate))
    }

    fn fits(&self, stamps: &[i64], rate: FrameRate) -> bool {
        let Some(first) = stamps.first() else { return false };
        // All in units of 1 / (time base denominator x rate numerator) seconds, so that nothing is rounded.
        let tick = i128::from(self.0.numerator()) * i128::from(rate.numerator());
        let frame = i128::from(rate.denominator()) * i128::from(self.0.denominator());
        let second = i128::from(self.0.denominator()) * i128::from(rate.numerator());
        // A claimed rate so high that a frame is shorter than the tolerance would fit anything.
        let tolerance = tick.max(second / 2000).min(frame / 3);
        (0_i128..).zip(stamps).all(|(index, stamp)| {
            let begins = (i128::from(*stamp) - i128::from(*first)) * tick;
            (begins - index * frame).abs() <= tolerance
        })
    }

    fn measured_rate(&self, stamps: &[i64]) -> Option<FrameRate> {
        let (first, last) = (*stamps.first()?, *stamps.last()?);
        let intervals = i128::try_from(stamps.len()).ok()? - 1;
        let ticks = i128::from(last) - i128::from(first);
        if intervals < 1 || ticks < 1 {
            return None;
        }
        reduced_rate(
            intervals * i128::from(self.0.denominator()),
            ticks * i128::from(self.0.numerator()),
        )
    }

    /// How long the last frame stays: as the container says, else as long as the one before it.
    fn last_duration(&self, stamps: &[i64], ordinals: &[u32], packets: &[PacketStamp], rate: Option<FrameRate>) -> i64 {
        if let Some(rate) = rate {
            return rate.start_of(frame_index(1)).0;
        }
        let said = ordinals
            .last()
            .and_then(|ordinal| packets.get(*ordinal as usize))
            .map_or(0, |packet| packet.duration);
        let before = match stamps {
            [.., before, last] => last - before,
            _ => 0,
        };
        self.microseconds(if said > 0 { said } else { before.max(1) }).0.max(1)
    }
}

fn frame_rate(claimed: Rational) -> Option<FrameRate> {
    FrameRate::new(
        u32::try_from(claimed.numerator()).ok()?,
        u32::try_from(claimed.denominator()).ok()?,
    )
    .ok()
}

/// Thousandths of a frame per second are exact enough for a rate that is an average anyway.
fn average_rate(frames: usize, microseconds: i64) -> Result<FrameRate, Fault> {
    let frames = i128::try_from(frames).unwrap_or(i128::MAX);
    let milli = (frames * 1_000_000_000 / i128::from(microseconds.max(1))).max(1);
    let milli = u32::try_from(milli).unwrap_or(u32::MAX);
    FrameRate::new(milli, 1000).map_err(|refused| Fault::new(MediaFailure::Damaged, refused.to_string()))
}

fn reduced_rate(numerator: i128, denominator: i128) -> Option<FrameRate> {
    let (mut a, mut b) = (numerator, denominator);
    while b != 0 {
        (a, b) = (b, a % b);
    }
    let divisor = a.max(1);
    FrameRate::new(
        u32::try_from(numerator / divisor).ok()?,
        u32::try_from(denominator / divisor).ok()?,
    )
    .ok()
}

fn frame_index(count: usize) -> circletake_domain::frame::FrameIndex {
    circletake_domain::frame::FrameIndex(u32::try_from(count).unwrap_or(u32::MAX))
}
