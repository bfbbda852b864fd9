//! What FFmpeg measured in a clip's file.

use crate::frame::{FrameRate, Microseconds};
use crate::id::ContentHash;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Everything known of a clip's file without looking at its pictures. The field names are those of `circletake probe`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ClipFacts {
    /// The demuxer's name, `mov,mp4,m4a,3gp,3g2,mj2`.
    pub container: String,
    /// From the first frame's start to the last frame's end.
    pub duration_us: Microseconds,
    /// Frames that are shown, counted, not estimated.
    pub frame_count: u32,
    /// The constant rate, or the average one where the rate varies.
    pub frame_rate: FrameRate,
    /// Whether frames stay on screen for different lengths of time.
    pub variable_frame_rate: bool,
    /// Stored picture width in pixels.
    pub width: u32,
    /// Stored picture height in pixels.
    pub height: u32,
    /// Width as shown: after sample aspect ratio and rotation.
    pub display_width: u32,
    /// Height as shown: after sample aspect ratio and rotation.
    pub display_height: u32,
    /// Clockwise turn for display, in degrees: 0, 90, 180 or 270.
    pub rotation: u16,
    /// FFmpeg's codec name, `h264`.
    pub codec: String,
    /// FFmpeg's profile name, `High`, where the codec has one.
    pub profile: Option<String>,
    /// FFmpeg's pixel format name, `yuv420p`.
    pub pixel_format: String,
    /// Bits per colour component.
    pub bit_depth: u8,
    /// Colour tags as FFmpeg names them.
    pub color: ColorTags,
    /// PQ or HLG transfer.
    pub hdr: bool,
    /// The pixel format carries transparency.
    pub alpha: bool,
    /// The first audio stream, if there is one.
    pub audio: Option<AudioFacts>,
    /// File size in bytes.
    #[ts(type = "number")]
    pub bytes: u64,
    /// BLAKE3 of the whole file.
    pub blake3: ContentHash,
}

/// Colour tags as FFmpeg names them; `None` where the file says nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct ColorTags {
    /// `bt709`, `bt2020` ...
    pub primaries: Option<String>,
    /// `bt709`, `smpte2084` ...
    pub transfer: Option<String>,
    /// `bt709`, `smpte170m`, `bt2020nc` ...
    pub matrix: Option<String>,
    /// `tv` (limited) or `pc` (full).
    pub range: Option<String>,
}

/// The first audio stream of a clip.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AudioFacts {
    /// FFmpeg's codec name, `aac`.
    pub codec: String,
    /// How many channels.
    pub channels: u16,
    /// Samples per second.
    pub sample_rate: u32,
}
