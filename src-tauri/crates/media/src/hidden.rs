//! Packets that a decoder takes in and never shows. Containers do not mark them; counted as frames, they would shift every number after them.

use ffmpeg_next::Packet;
use ffmpeg_next::codec::{Id, Parameters};

/// Tells hidden packets, which must be asked about in file order.
pub(crate) enum HiddenPackets {
    /// This codec has none, or packs them together with a shown picture.
    None,
    /// VP8's alternate references.
    Vp8,
    /// VP9's alternate references, where they were not packed into one packet with a shown picture.
    Vp9,
    /// HEVC pictures that lead a random access point the clip was cut at: what they refer to is gone.
    Hevc {
        /// Bytes of the length in front of each unit; `None` where start codes separate them.
        length_bytes: Option<usize>,
        /// Whether the last random access point is the first in the file and not a refresh.
        leading_are_lost: bool,
        first: bool,
    },
}

impl HiddenPackets {
    pub fn of(parameters: &Parameters) -> Self {
        match parameters.id() {
            Id::VP8 => Self::Vp8,
            Id::VP9 => Self::Vp9,
            Id::HEVC => Self::Hevc {
                length_bytes: crate::ffi::extradata(parameters).and_then(hevc_length_bytes),
                leading_are_lost: false,
                first: true,
            },
            _ => Self::None,
        }
    }

    /// Whether this packet, the next in the file, is never shown.
    pub fn next(&mut self, packet: &Packet) -> bool {
        let Some(data) = packet.data() else { return false };
        match self {
            Self::None => false,
            // The lowest bit is 0 for a key frame; bit 4 is `show_frame`.
            Self::Vp8 => data.first().is_some_and(|tag| tag & 0x10 == 0),
            Self::Vp9 => !vp9_shows(data),
            Self::Hevc {
                length_bytes,
                leading_are_lost,
                first,
            } => {
                let Some(kind) = first_hevc_picture(data, *length_bytes) else {
                    return false;
                };
                match kind {
                    // Random access skipped leading, decodable or not a reference.
                    8 | 9 => *leading_are_lost,
                    // Broken link access, instantaneous refresh, clean random access.
                    16..=21 => {
                        *leading_are_lost = matches!(kind, 16..=18) || (kind == 21 && *first);
                        *first = false;
                        false
                    }
                    _ => false,
                }
            }
        }
    }
}

/// Whether a VP9 packet shows a picture.
fn vp9_shows(data: &[u8]) -> bool {
    let (Some(first), Some(last)) = (data.first(), data.last()) else {
        return false;
    };
    // A superframe ends with its index and has one shown picture in it.
    if last & 0xe0 == 0xc0 {
        return true;
    }
    let profile = (first >> 5 & 1) | (first >> 4 & 1) << 1;
    // Profile 3 has a reserved bit more before `show_existing_frame`, `frame_type`, `show_frame`.
    let bits = if profile == 3 { first << 5 } else { first << 4 };
    bits & 0x80 != 0 || bits & 0x20 != 0
}

/// The length size in an `hvcC` record.
fn hevc_length_bytes(record: &[u8]) -> Option<usize> {
    // A record begins with version 1; a bare stream with a start code.
    (record.len() > 22 && record[0] == 1).then(|| usize::from(record[21] & 3) + 1)
}

/// The kind of the first coded picture in a packet: parameter sets and messages may stand before it.
fn first_hevc_picture(data: &[u8], length_bytes: Option<usize>) -> Option<u8> {
    const PICTURES: std::ops::RangeInclusive<u8> = 0..=31;
    let kind = |header: u8| header >> 1 & 0x3f;
    if let Some(length_bytes) = length_bytes {
        let mut rest = data;
        loop {
            let (length, unit) = rest.split_at_checked(length_bytes)?;
            let length = length
                .iter()
                .fold(0_usize, |length, &byte| length << 8 | usize::from(byte));
            let found = kind(*unit.first()?);
            if PICTURES.contains(&found) {
                return Some(found);
            }
            rest = unit.get(length..)?;
        }
    }
    data.windows(4)
        .filter(|window| window[..3] == [0, 0, 1])
        .map(|window| kind(window[3]))
        .find(|found| PICTURES.contains(found))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_vp9_picture_that_is_only_referred_to_is_not_shown() {
        assert!(vp9_shows(&[0b1000_0010, 0]));
        assert!(!vp9_shows(&[0b1000_0100, 0]));
        assert!(vp9_shows(&[0b1000_1000, 0]), "an existing picture is shown again");
        assert!(vp9_shows(&[0b1000_0100, 0, 0b1100_0001]), "a superframe shows one");
    }

    #[test]
    fn the_picture_in_an_hevc_packet_is_found_behind_parameter_sets() {
        // An access unit delimiter (35), then a clean random access picture (21), lengths in four bytes.
        let packet = [0, 0, 0, 2, 35 << 1, 1, 0, 0, 0, 2, 21 << 1, 1];
        assert_eq!(first_hevc_picture(&packet, Some(4)), Some(21));
        let with_start_codes = [0, 0, 0, 1, 35 << 1, 1, 0, 0, 1, 9 << 1, 1];
        assert_eq!(first_hevc_picture(&with_start_codes, None), Some(9));
    }
}
