//! Writing a clip: pictures and sound in, a file that plays from its first byte out.

mod pictures;
mod sound;

pub(crate) use pictures::{PictureCodec, PictureEncoder, PictureSettings};
pub(crate) use sound::{SoundEncoder, SoundSettings, writable_rate};

use crate::fault::Fault;
use crate::ffi::open_sink;
use circletake_domain::media_failure::MediaFailure;
use ffmpeg_next::format::context::Output;
use ffmpeg_next::{Dictionary, Error, Packet, Rational, frame};
use std::path::Path;

/// A clip being written. Without [`MovieWriter::finish`] the file is not playable; the caller removes it.
pub(crate) struct MovieWriter {
    output: Output,
    pictures: PictureEncoder,
    sound: Option<SoundEncoder>,
    /// The clocks of the streams, which the muxer may have changed when it wrote its header.
    clocks: [Rational; 2],
}

const PICTURES: usize = 0;
const SOUND: usize = 1;

impl MovieWriter {
    /// Creates the file and writes its header.
    pub fn create(path: &Path, pictures: PictureSettings, sound: Option<SoundSettings>) -> Result<Self, Fault> {
        let pictures = PictureEncoder::open(pictures)?;
        let sound = sound.map(SoundEncoder::open).transpose()?;
        let mut output = open_sink(path, pictures.codec().muxer())?;
        let refused = |error: Error| Fault::from_ffmpeg("header", error, MediaFailure::DiskError);
        {
            let mut stream = output.add_stream_with(pictures.context()).map_err(refused)?;
            stream.set_time_base(pictures.clock());
            stream.set_avg_frame_rate(pictures.clock().invert());
        }
        if let Some(sound) = &sound {
            output
                .add_stream_with(sound.context())
                .map_err(refused)?
                .set_time_base(sound.clock());
        }
        let mut options = Dictionary::new();
        // The index before the pictures: a player that asks for the first bytes has all it needs to seek.
        options.set("movflags", "+faststart");
        output.write_header_with(options).map_err(refused)?;
        let clock = |stream: usize| {
            output
                .stream(stream)
                .map_or(Rational(1, 1), |stream| stream.time_base())
        };
        let clocks = [clock(PICTURES), clock(SOUND)];
        Ok(Self {
            output,
            pictures,
            sound,
            clocks,
        })
    }

    /// Adds the next picture; it must have the size and format of the settings.
    pub fn picture(&mut self, picture: &mut frame::Video) -> Result<(), Fault> {
        self.pictures.send(picture)?;
        self.write_pictures()
    }

    /// Adds sound, one slice of samples for each channel.
    pub fn sound(&mut self, channels: &[&[f32]]) -> Result<(), Fault> {
        if let Some(sound) = &mut self.sound {
            sound.send(channels)?;
        }
        self.write_sound()
    }

    /// Writes what is still inside the encoders, and the index.
    pub fn finish(mut self) -> Result<(), Fault> {
        self.pictures.finish()?;
        self.write_pictures()?;
        if let Some(sound) = &mut self.sound {
            sound.finish()?;
        }
        self.write_sound()?;
        self.output
            .write_trailer()
            .map_err(|error| Fault::from_ffmpeg("trailer", error, MediaFailure::DiskError))
    }

    fn write_pictures(&mut self) -> Result<(), Fault> {
        while let Some(packet) = self.pictures.receive()? {
            write(
                &mut self.output,
                packet,
                PICTURES,
                self.pictures.clock(),
                self.clocks[PICTURES],
            )?;
        }
        Ok(())
    }
    fn write_sound(&mut self) -> Result<(), Fault> {
        let Some(sound) = &mut self.sound else { return Ok(()) };
        while let Some(packet) = sound.receive() {
            write(&mut self.output, packet, SOUND, sound.clock(), self.clocks[SOUND])?;
        }
        Ok(())
    }
}

fn write(output: &mut Output, mut packet: Packet, stream: usize, from: Rational, to: Rational) -> Result<(), Fault> {
    packet.set_stream(stream);
    packet.rescale_ts(from, to);
    packet
        .write_interleaved(output)
        .map_err(|error| Fault::from_ffmpeg("write", error, MediaFailure::DiskError))
}
