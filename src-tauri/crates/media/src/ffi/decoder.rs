//! A video decoder with limits.

use super::frame::keep_known_colors;
use crate::fault::Fault;
use circletake_domain::media_failure::MediaFailure;
use ffmpeg_next::codec::threading;
use ffmpeg_next::util::error::EAGAIN;
use ffmpeg_next::{Discard, Error, Packet, Rational, codec, decoder, frame};

/// 8192 x 8192: 8K in any orientation, and no more.
const MAX_PIXELS: i64 = 8192 * 8192;

/// How many threads a decoder may start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Threads {
    /// One; the pool works on several clips at once, which is faster than several threads on one.
    One,
    /// As many as this, for work on a single clip that someone waits for.
    UpTo(usize),
}

/// What a decoder answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decoded {
    /// The frame was filled.
    Frame,
    /// Send another packet first.
    NeedsMore,
    /// Everything has come out.
    End,
}

/// A decoder for one video stream.
pub struct VideoDecoder(decoder::Video);

impl VideoDecoder {
    /// Opens the decoder for a stream's parameters.
    pub fn open(parameters: codec::Parameters, time_base: Rational, threads: Threads) -> Result<Self, Fault> {
        if decoder::find(parameters.id()).is_none() {
            return Err(Fault::new(
                MediaFailure::UnsupportedCodec,
                format!("no decoder for {:?}", parameters.id()),
            ));
        }
        let mut context = codec::Context::from_parameters(parameters)
            .map_err(|error| Fault::from_ffmpeg("decoder parameters", error, MediaFailure::Damaged))?;
        let count = match threads {
            Threads::One => 1,
            Threads::UpTo(count) => count,
        };
        context.set_threading(threading::Config {
            count,
            ..threading::Config::default()
        });
        // SAFETY: the context was just made and is not open yet; these are plain fields meant to be set now.
        unsafe {
            let raw = context.as_mut_ptr();
            (*raw).pkt_timebase = time_base.into();
            (*raw).max_pixels = MAX_PIXELS;
            if i64::from((*raw).width) * i64::from((*raw).height) > MAX_PIXELS {
                let size = format!("{}x{}", (*raw).width, (*raw).height);
                return Err(Fault::new(MediaFailure::TooLarge, size));
            }
        }
        let opened = context.decoder().video();
        opened
            .map(Self)
            .map_err(|error| Fault::from_ffmpeg("decoder", error, MediaFailure::Damaged))
    }

    /// Leaves out what smooths block edges: a quarter of the work, and invisible once the picture is scaled down. Never for exact frames.
    pub fn skip_smoothing(&mut self) {
        self.0.skip_loop_filter(Discard::All);
    }

    /// Gives the decoder a packet; a packet it cannot make sense of is skipped, as players do.
    pub fn send(&mut self, packet: &Packet) -> Result<(), Fault> {
        match self.0.send_packet(packet) {
            Ok(()) | Err(Error::InvalidData | Error::Other { errno: EAGAIN }) => Ok(()),
            Err(error) => Err(Fault::from_ffmpeg("decode", error, MediaFailure::Damaged)),
        }
    }

    /// Says that no packet follows, so that the last frames come out.
    pub fn finish(&mut self) {
        // Fails only when it was said before, which changes nothing.
        let _ = self.0.send_eof();
    }

    /// Takes the next frame in presentation order.
    pub fn receive(&mut self, frame: &mut frame::Video) -> Result<Decoded, Fault> {
        match self.0.receive_frame(frame) {
            Ok(()) => {
                keep_known_colors(frame);
                Ok(Decoded::Frame)
            }
            Err(Error::Eof) => Ok(Decoded::End),
            Err(Error::InvalidData | Error::Other { errno: EAGAIN }) => Ok(Decoded::NeedsMore),
            Err(error) => Err(Fault::from_ffmpeg("decode", error, MediaFailure::Damaged)),
        }
    }

    /// Forgets everything sent, for a seek.
    pub fn flush(&mut self) {
        self.0.flush();
    }

    /// The decoder, for what `ffmpeg-next` reads safely.
    pub fn context(&self) -> &decoder::Video {
        &self.0
    }
}

/// The codec's own header, where the container keeps it apart from the pictures.
pub fn extradata(parameters: &codec::Parameters) -> Option<&[u8]> {
    // SAFETY: the parameters are alive while borrowed; FFmpeg keeps `extradata_size` bytes at `extradata` where it is not null.
    unsafe {
        let raw = parameters.as_ptr();
        let size = usize::try_from((*raw).extradata_size).ok().filter(|size| *size > 0)?;
        (!(*raw).extradata.is_null()).then(|| std::slice::from_raw_parts((*raw).extradata, size))
    }
}
