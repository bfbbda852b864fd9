//! The sound encoder: AAC, the one that every player takes in MP4.

use crate::fault::Fault;
use circletake_domain::media_failure::MediaFailure;
use ffmpeg_next::codec::{self, encoder};
use ffmpeg_next::format::sample::{Sample, Type};
use ffmpeg_next::util::error::EAGAIN;
use ffmpeg_next::{ChannelLayout, Error, Packet, Rational, frame};
use std::collections::VecDeque;

/// Samples in one AAC packet.
const BLOCK: usize = 1024;
/// Rates that AAC has.
const RATES: [u32; 7] = [48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 96_000];

/// The rate that sound of `rate` is written at: its own where AAC has it.
pub(crate) fn writable_rate(rate: u32) -> u32 {
    if RATES.contains(&rate) { rate } else { RATES[0] }
}

/// What the encoder needs to know beforehand.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SoundSettings {
    /// Samples per second, one of [`writable_rate`].
    pub rate: u32,
    /// One or two.
    pub channels: u16,
}

impl SoundSettings {
    pub fn layout(self) -> ChannelLayout {
        if self.channels == 1 {
            ChannelLayout::MONO
        } else {
            ChannelLayout::STEREO
        }
    }
}

/// An open AAC encoder that cuts what it is given into blocks.
pub(crate) struct SoundEncoder {
    encoder: encoder::audio::Encoder,
    settings: SoundSettings,
    waiting: Vec<VecDeque<f32>>,
    sent: i64,
    /// Encoded already: the encoder takes no block while it holds a packet.
    packets: VecDeque<Packet>,
}

impl SoundEncoder {
    pub fn open(settings: SoundSettings) -> Result<Self, Fault> {
        let refused = |error: Error| Fault::from_ffmpeg("sound encoder", error, MediaFailure::UnsupportedCodec);
        let found = encoder::find_by_name("aac").ok_or_else(|| Fault::new(MediaFailure::UnsupportedCodec, "no aac"))?;
        let mut context = codec::Context::new_with_codec(found)
            .encoder()
            .audio()
            .map_err(refused)?;
        let rate = i32::try_from(settings.rate).unwrap_or(48_000);
        context.set_rate(rate);
        context.set_channel_layout(settings.layout());
        context.set_format(Sample::F32(Type::Planar));
        context.set_bit_rate(80_000 * usize::from(settings.channels));
        context.set_time_base(Rational(1, rate));
        context.set_flags(codec::Flags::GLOBAL_HEADER);
        let encoder = context.open().map_err(refused)?;
        let waiting = vec![VecDeque::new(); usize::from(settings.channels)];
        Ok(Self {
            encoder,
            settings,
            waiting,
            sent: 0,
            packets: VecDeque::new(),
        })
    }

    pub fn clock(&self) -> Rational {
        Rational(1, i32::try_from(self.settings.rate).unwrap_or(48_000))
    }
    pub fn context(&self) -> &codec::Context {
        self.encoder.as_ref()
    }

    pub fn send(&mut self, channels: &[&[f32]]) -> Result<(), Fault> {
        for (waiting, samples) in self.waiting.iter_mut().zip(channels) {
            waiting.extend(samples.iter());
        }
        while self.waiting.iter().all(|waiting| waiting.len() >= BLOCK) {
            self.send_block(BLOCK)?;
        }
        Ok(())
    }
    pub fn finish(&mut self) -> Result<(), Fault> {
        let rest = self.waiting.iter().map(VecDeque::len).min().unwrap_or(0);
        if rest > 0 {
            self.send_block(rest)?;
        }
        self.encoder.send_eof().map_err(failed)?;
        self.drain()
    }
    /// The next packet that is ready.
    pub fn receive(&mut self) -> Option<Packet> {
        self.packets.pop_front()
    }

    fn drain(&mut self) -> Result<(), Fault> {
        loop {
            let mut packet = Packet::empty();
            match self.encoder.receive_packet(&mut packet) {
                Ok(()) => self.packets.push_back(packet),
                Err(Error::Eof | Error::Other { errno: EAGAIN }) => return Ok(()),
                Err(error) => return Err(failed(error)),
            }
        }
    }

    fn send_block(&mut self, length: usize) -> Result<(), Fault> {
        let mut block = frame::Audio::new(Sample::F32(Type::Planar), length, self.settings.layout());
        block.set_rate(self.settings.rate);
        block.set_pts(Some(self.sent));
        if block.planes() < self.waiting.len() {
            return Err(Fault::new(MediaFailure::TooLarge, "no memory for sound"));
        }
        for (channel, waiting) in self.waiting.iter_mut().enumerate() {
            for (target, sample) in block.plane_mut::<f32>(channel).iter_mut().zip(waiting.drain(..length)) {
                *target = sample;
            }
        }
        self.sent += i64::try_from(length).unwrap_or(0);
        self.encoder.send_frame(&block).map_err(failed)?;
        self.drain()
    }
}

fn failed(error: Error) -> Fault {
    Fault::from_ffmpeg("encode sound", error, MediaFailure::Damaged)
}
