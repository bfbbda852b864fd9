//! The clip's sound on the preview's clock: it begins with the first frame and ends with the last.

use crate::fault::Fault;
use crate::ffi::Source;
use crate::movie::{MovieWriter, SoundSettings, writable_rate};
use circletake_domain::frame::Microseconds;
use ffmpeg_next::format::sample::{Sample, Type};
use ffmpeg_next::software::resampling;
use ffmpeg_next::{ChannelLayout, Packet, Rational, codec, decoder, frame};

/// Gaps and overlaps shorter than this are how containers round; longer ones are real, and are filled or cut.
const TOLERATED_GAP_PER_SECOND: i64 = 20;

/// Decodes one sound stream and writes it.
pub(super) struct SoundTrack {
    pub stream: usize,
    decoder: decoder::Audio,
    settings: SoundSettings,
    time_base: Rational,
    /// When the first frame of the clip is shown.
    origin: Microseconds,
    /// Samples in the whole preview.
    total: i64,
    written: i64,
    resampler: Option<resampling::Context>,
}

impl SoundTrack {
    /// For the first sound stream, if its codec is known here.
    pub fn open(source: &Source, origin: Microseconds, duration: Microseconds) -> Option<Self> {
        let stream = source.audio_stream()?;
        let found = source.input().stream(stream)?;
        let decoder = codec::Context::from_parameters(found.parameters())
            .ok()?
            .decoder()
            .audio()
            .ok()?;
        if decoder.rate() == 0 || decoder.channels() == 0 {
            return None;
        }
        let settings = SoundSettings {
            rate: writable_rate(decoder.rate()),
            channels: decoder.channels().min(2),
        };
        let total = i128::from(duration.0) * i128::from(settings.rate) / 1_000_000;
        Some(Self {
            stream,
            decoder,
            settings,
            time_base: found.time_base(),
            origin,
            total: i64::try_from(total).unwrap_or(i64::MAX),
            written: 0,
            resampler: None,
        })
    }

    pub fn settings(&self) -> SoundSettings {
        self.settings
    }

    /// Decodes a packet; damage in it is stepped over.
    pub fn packet(&mut self, packet: &Packet, movie: &mut MovieWriter) -> Result<(), Fault> {
        if self.decoder.send_packet(packet).is_ok() {
            self.drain(movie)
        } else {
            Ok(())
        }
    }

    /// Decodes what is left and fills up with silence.
    pub fn finish(&mut self, movie: &mut MovieWriter) -> Result<(), Fault> {
        if self.decoder.send_eof().is_ok() {
            self.drain(movie)?;
        }
        self.silence(self.total - self.written, movie)
    }

    fn drain(&mut self, movie: &mut MovieWriter) -> Result<(), Fault> {
        let mut decoded = frame::Audio::empty();
        while self.decoder.receive_frame(&mut decoded).is_ok() {
            if decoded.channel_layout().is_empty() {
                decoded.set_channel_layout(ChannelLayout::default(i32::from(self.decoder.channels())));
            }
            let Some(samples) = self.resampled(&decoded) else {
                continue;
            };
            self.place(self.position_of(&decoded), &samples, movie)?;
        }
        Ok(())
    }

    /// Where a frame of sound belongs, in samples from the first picture.
    fn position_of(&self, decoded: &frame::Audio) -> Option<i64> {
        let ticks = i128::from(decoded.pts()?);
        let rate = i128::from(self.settings.rate);
        let position =
            ticks * i128::from(self.time_base.numerator()) * rate / i128::from(self.time_base.denominator().max(1));
        let origin = i128::from(self.origin.0) * rate / 1_000_000;
        i64::try_from(position - origin).ok()
    }

    /// Writes samples where they belong: silence before them where there is a gap, cut where they overlap or come too early.
    fn place(&mut self, position: Option<i64>, samples: &frame::Audio, movie: &mut MovieWriter) -> Result<(), Fault> {
        let tolerated = i64::from(self.settings.rate) / TOLERATED_GAP_PER_SECOND;
        let position = match position {
            // The very first may come a little late without a gap being meant, but not early.
            Some(position) if (position - self.written).abs() > tolerated || self.written == 0 => position,
            _ => self.written,
        };
        self.silence((position - self.written).min(self.total - self.written), movie)?;
        let count = i64::try_from(samples.samples()).unwrap_or(0);
        let skip = (self.written - position).clamp(0, count);
        let take = (count - skip).min(self.total - self.written).max(0);
        let (Ok(from), Ok(to)) = (usize::try_from(skip), usize::try_from(skip + take)) else {
            return Ok(());
        };
        let planes: Vec<&[f32]> = (0..samples.planes().min(usize::from(self.settings.channels)))
            .filter_map(|channel| samples.plane::<f32>(channel).get(from..to))
            .collect();
        self.written += take;
        movie.sound(&planes)
    }

    fn silence(&mut self, count: i64, movie: &mut MovieWriter) -> Result<(), Fault> {
        let silence = [0.0; 4096];
        let mut left = usize::try_from(count).unwrap_or(0);
        while left > 0 {
            let now = left.min(silence.len());
            let planes = vec![&silence[..now]; usize::from(self.settings.channels)];
            movie.sound(&planes)?;
            left -= now;
            self.written += i64::try_from(now).unwrap_or(0);
        }
        Ok(())
    }

    /// As planar floats at the preview's rate; `None` where the conversion is not known.
    fn resampled(&mut self, decoded: &frame::Audio) -> Option<frame::Audio> {
        let is_for_this = |resampler: &resampling::Context| {
            let from = resampler.input();
            from.format == decoded.format()
                && from.channel_layout == decoded.channel_layout()
                && from.rate == decoded.rate()
        };
        if !self.resampler.as_ref().is_some_and(is_for_this) {
            self.resampler = resampling::Context::get(
                decoded.format(),
                decoded.channel_layout(),
                decoded.rate(),
                Sample::F32(Type::Planar),
                self.settings.layout(),
                self.settings.rate,
            )
            .ok();
        }
        let resampler = self.resampler.as_mut()?;
        // Room for all of it at the new rate, and for what the filter held back before.
        let room = decoded.samples() as u64 * u64::from(self.settings.rate) / u64::from(decoded.rate().max(1)) + 256;
        let mut samples = frame::Audio::new(
            Sample::F32(Type::Planar),
            usize::try_from(room).ok()?,
            self.settings.layout(),
        );
        resampler.run(decoded, &mut samples).ok()?;
        Some(samples)
    }
}
