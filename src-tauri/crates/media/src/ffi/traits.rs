//! What FFmpeg's tables say of pixel formats, sound and codecs, where `ffmpeg-next` has no accessor.

use super::{Source, VideoDecoder};
use ffmpeg_next::format::Pixel;
use ffmpeg_next::{Rational, codec, ffi};
use std::ffi::{CStr, c_char};

/// A pixel format's facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PixelTraits {
    /// FFmpeg's name.
    pub name: String,
    /// Bits per colour component.
    pub bit_depth: u8,
    /// Carries transparency.
    pub alpha: bool,
    /// Red, green and blue instead of a matrix's product.
    pub rgb: bool,
}

/// Looks a pixel format up.
pub fn pixel_traits(format: Pixel) -> PixelTraits {
    let Some(descriptor) = format.descriptor() else {
        return PixelTraits {
            name: "unknown".to_owned(),
            bit_depth: 8,
            alpha: false,
            rgb: false,
        };
    };
    let name = descriptor.name().to_owned();
    // SAFETY: the descriptor is a static table of FFmpeg's.
    let (depth, flags) = unsafe {
        let raw = descriptor.as_ptr();
        ((*raw).comp[0].depth, (*raw).flags)
    };
    let has = |flag: i32| flags & u64::from(flag.unsigned_abs()) != 0;
    PixelTraits {
        name,
        bit_depth: u8::try_from(depth).unwrap_or(8),
        alpha: has(ffi::AV_PIX_FMT_FLAG_ALPHA),
        rgb: has(ffi::AV_PIX_FMT_FLAG_RGB),
    }
}

/// A sound stream's facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SoundTraits {
    /// FFmpeg's codec name.
    pub codec: String,
    /// How many channels; 0 where the headers do not say.
    pub channels: u16,
    /// Samples per second; 0 where the headers do not say.
    pub sample_rate: u32,
}

/// What the headers say of a sound stream.
pub fn sound_traits(parameters: &codec::Parameters) -> SoundTraits {
    // SAFETY: the parameters are alive while borrowed; these are plain fields.
    let (channels, sample_rate) = unsafe {
        let raw = parameters.as_ptr();
        ((*raw).ch_layout.nb_channels, (*raw).sample_rate)
    };
    SoundTraits {
        codec: codec_name(parameters.id()),
        channels: u16::try_from(channels).unwrap_or(0),
        sample_rate: u32::try_from(sample_rate).unwrap_or(0),
    }
}

fn codec_name(id: codec::Id) -> String {
    // SAFETY: FFmpeg returns a static string for every id, known or not.
    text(unsafe { ffi::avcodec_get_name(id.into()) }).unwrap_or_default()
}

/// A static string of FFmpeg's, or `None` for null.
fn text(words: *const c_char) -> Option<String> {
    // SAFETY: callers pass static, NUL-terminated strings of FFmpeg's tables, or null, which is sorted out here.
    (!words.is_null()).then(|| unsafe { CStr::from_ptr(words) }.to_string_lossy().into_owned())
}

impl VideoDecoder {
    /// FFmpeg's codec name, `h264`.
    pub fn codec_name(&self) -> String {
        codec_name(self.context().id())
    }
    /// FFmpeg's profile name, `High`, once a picture was decoded.
    pub fn profile_name(&self) -> Option<String> {
        let id = self.context().id();
        // SAFETY: the decoder is open; the profile is a plain field, and FFmpeg answers null for one it does not know.
        text(unsafe { ffi::avcodec_profile_name(id.into(), (*self.context().as_ptr()).profile) })
    }
}

impl Source {
    /// Width to height of one pixel as the container says; 0 where it does not.
    pub fn stream_sample_aspect(&self, stream: usize) -> Rational {
        self.input().stream(stream).map_or(Rational(0, 1), |stream| {
            // SAFETY: the stream belongs to the open input, which outlives this borrow; plain fields of it and its parameters.
            let (own, coded) = unsafe {
                let raw = stream.as_ptr();
                ((*raw).sample_aspect_ratio, (*(*raw).codecpar).sample_aspect_ratio)
            };
            Rational::from(if own.num > 0 { own } else { coded })
        })
    }
}
