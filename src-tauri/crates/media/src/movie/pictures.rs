//! The picture encoder: H.264 where FFmpeg has it, Motion JPEG everywhere else; every packet is one frame, in order.

use crate::fault::Fault;
use crate::ffi::Matrix;
use circletake_domain::frame::FrameRate;
use circletake_domain::media_failure::MediaFailure;
use ffmpeg_next::codec::{self, encoder, threading};
use ffmpeg_next::format::Pixel;
use ffmpeg_next::util::error::EAGAIN;
use ffmpeg_next::{Dictionary, Error, Packet, Rational, color, frame};

/// Frames from one key frame to the next: a seek decodes at most this many.
pub(crate) const KEY_INTERVAL: u32 = 12;

/// How pictures are compressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PictureCodec {
    /// By x264.
    X264,
    /// By Cisco's encoder, in builds of FFmpeg that may not carry x264.
    OpenH264,
    /// By FFmpeg itself.
    Mjpeg,
}

impl PictureCodec {
    /// The best that this FFmpeg has.
    pub fn best() -> Self {
        [Self::X264, Self::OpenH264]
            .into_iter()
            .find(|codec| encoder::find_by_name(codec.encoder_name()).is_some())
            .unwrap_or(Self::Mjpeg)
    }
    fn encoder_name(self) -> &'static str {
        match self {
            Self::X264 => "libx264",
            Self::OpenH264 => "libopenh264",
            Self::Mjpeg => "mjpeg",
        }
    }
    /// The container: players take Motion JPEG from QuickTime files, not from MP4.
    pub fn muxer(self) -> &'static str {
        match self {
            Self::X264 | Self::OpenH264 => "mp4",
            Self::Mjpeg => "mov",
        }
    }
    /// The planes it takes.
    pub fn pixels(self) -> Pixel {
        match self {
            Self::X264 | Self::OpenH264 => Pixel::YUV420P,
            Self::Mjpeg => Pixel::YUVJ420P,
        }
    }
    /// Whether its levels go from 0 to 255, as in a JPEG.
    pub fn is_full_range(self) -> bool {
        self == Self::Mjpeg
    }
    /// The options of the encoder: good to look at in motion and paused, at four times real time.
    fn options(self) -> Dictionary<'static> {
        let mut options = Dictionary::new();
        if self == Self::X264 {
            options.set("preset", "veryfast");
            options.set("crf", "20");
            options.set("x264-params", "scenecut=0");
        }
        options
    }
}

/// What the encoder needs to know beforehand.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PictureSettings {
    pub codec: PictureCodec,
    pub width: u32,
    pub height: u32,
    pub rate: FrameRate,
    /// The matrix its planes were made with: BT.601 or BT.709.
    pub matrix: Matrix,
    pub threads: usize,
}

/// An open picture encoder that counts its frames.
pub(crate) struct PictureEncoder {
    encoder: encoder::video::Encoder,
    codec: PictureCodec,
    clock: Rational,
    next: i64,
}

impl PictureEncoder {
    pub fn open(settings: PictureSettings) -> Result<Self, Fault> {
        let refused = |error: Error| Fault::from_ffmpeg("picture encoder", error, MediaFailure::UnsupportedCodec);
        let codec = settings.codec;
        let found = encoder::find_by_name(codec.encoder_name())
            .ok_or_else(|| Fault::new(MediaFailure::UnsupportedCodec, format!("no {}", codec.encoder_name())))?;
        let whole = |number: u32| i32::try_from(number).unwrap_or(i32::MAX);
        let clock = Rational(whole(settings.rate.denominator()), whole(settings.rate.numerator()));
        let mut context = codec::Context::new_with_codec(found)
            .encoder()
            .video()
            .map_err(refused)?;
        context.set_width(settings.width);
        context.set_height(settings.height);
        context.set_format(codec.pixels());
        context.set_time_base(clock);
        context.set_frame_rate(Some(clock.invert()));
        context.set_gop(KEY_INTERVAL);
        context.set_max_b_frames(0);
        context.set_flags(codec::Flags::GLOBAL_HEADER);
        context.set_threading(threading::Config::count(settings.threads));
        let (space, primaries, transfer) = match settings.matrix {
            Matrix::Bt601 => (
                color::Space::SMPTE170M,
                color::Primaries::SMPTE170M,
                color::TransferCharacteristic::SMPTE170M,
            ),
            _ => (
                color::Space::BT709,
                color::Primaries::BT709,
                color::TransferCharacteristic::BT709,
            ),
        };
        context.set_colorspace(space);
        context.set_color_primaries(primaries);
        context.set_color_transfer_characteristic(transfer);
        context.set_color_range(if codec.is_full_range() {
            color::Range::JPEG
        } else {
            color::Range::MPEG
        });
        if codec == PictureCodec::Mjpeg {
            context.set_qmin(3);
            context.set_qmax(5);
            context.set_bit_rate(40_000_000);
        }
        let encoder = context.open_with(codec.options()).map_err(refused)?;
        Ok(Self {
            encoder,
            codec,
            clock,
            next: 0,
        })
    }

    pub fn codec(&self) -> PictureCodec {
        self.codec
    }
    pub fn clock(&self) -> Rational {
        self.clock
    }
    pub fn context(&self) -> &codec::Context {
        self.encoder.as_ref()
    }

    pub fn send(&mut self, picture: &mut frame::Video) -> Result<(), Fault> {
        picture.set_pts(Some(self.next));
        self.next += 1;
        self.encoder
            .send_frame(picture)
            .map_err(|error| Fault::from_ffmpeg("encode", error, MediaFailure::Damaged))
    }
    pub fn finish(&mut self) -> Result<(), Fault> {
        self.encoder
            .send_eof()
            .map_err(|error| Fault::from_ffmpeg("encode", error, MediaFailure::Damaged))
    }
    pub fn receive(&mut self) -> Result<Option<Packet>, Fault> {
        let mut packet = Packet::empty();
        match self.encoder.receive_packet(&mut packet) {
            Ok(()) => {
                // Not every encoder says so, and without it the last frame of the file would have no length.
                packet.set_duration(1);
                Ok(Some(packet))
            }
            Err(Error::Eof | Error::Other { errno: EAGAIN }) => Ok(None),
            Err(error) => Err(Fault::from_ffmpeg("encode", error, MediaFailure::Damaged)),
        }
    }
}
