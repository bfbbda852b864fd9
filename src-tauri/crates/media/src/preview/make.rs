//! Making a preview: one pass over the clip, then the proof, then its place.

use super::fingerprint::Fingerprint;
use super::render::Renderer;
use super::sound::SoundTrack;
use super::verify::verify;
use super::{Normalised, PreviewEncoder, PreviewFacts, PreviewOptions};
use crate::draft::Draft;
use crate::fault::Fault;
use crate::ffi::{Decoded, Source, Stop, Threads, VideoDecoder};
use crate::first_picture::decoder_of;
use crate::movie::{MovieWriter, PictureCodec, PictureSettings};
use crate::operations::Progress;
use crate::presentation::Presentation;
use circletake_domain::frame::Microseconds;
use circletake_domain::media_failure::MediaFailure;
use ffmpeg_next::frame;
use std::path::Path;

/// Frames between two words of progress.
const PROGRESS_EVERY: u32 = 8;

/// Makes the preview of `path` at `output`.
pub(crate) fn make(
    path: &Path,
    output: &Path,
    options: PreviewOptions,
    stop: &Stop,
    progress: Progress<'_>,
) -> Result<PreviewFacts, Fault> {
    let presentation = {
        let mut source = Source::open(path, stop)?;
        let stream = source.find_video_stream()?;
        Presentation::read(path, &mut source, stream)?
    };
    let draft = Draft::beside(output)?;
    let codec = match options.encoder {
        PreviewEncoder::Best => PictureCodec::best(),
        PreviewEncoder::MotionJpeg => PictureCodec::Mjpeg,
    };
    let pass = Pass::open(path, draft.path(), &presentation, options.height, codec, stop)?;
    let (facts, fingerprints) = pass.run(progress)?;
    verify(draft.path(), &fingerprints, facts.frame_rate, stop)?;
    draft.publish()?;
    Ok(facts)
}

/// One pass over a clip: decode, render, encode.
struct Pass<'a> {
    source: Source,
    stream: usize,
    decoder: VideoDecoder,
    presentation: &'a Presentation,
    draft: &'a Path,
    short_side: u32,
    codec: PictureCodec,
    sound: Option<SoundTrack>,
    sound_is_lost: bool,
    /// Made when the first frame is there, which says what there is to render.
    out: Option<(Renderer, MovieWriter)>,
    /// Sound that comes before the first picture.
    early_sound: Vec<ffmpeg_next::Packet>,
    last: Option<frame::Video>,
    fingerprints: Vec<Fingerprint>,
    repeated: bool,
}

impl<'a> Pass<'a> {
    fn open(
        path: &Path,
        draft: &'a Path,
        presentation: &'a Presentation,
        short_side: u32,
        codec: PictureCodec,
        stop: &Stop,
    ) -> Result<Self, Fault> {
        let mut source = Source::open(path, stop)?;
        source.read_stream_info()?;
        let stream = source.video_stream()?;
        let decoder = decoder_of(&source, stream, Threads::One)?;
        let origin = presentation.starts().first().copied().unwrap_or_default();
        let sound = SoundTrack::open(&source, origin, presentation.table().duration());
        let sound_is_lost = sound.is_none() && source.audio_stream().is_some();
        Ok(Self {
            source,
            stream,
            decoder,
            presentation,
            draft,
            short_side,
            codec,
            sound,
            sound_is_lost,
            out: None,
            early_sound: Vec::new(),
            last: None,
            fingerprints: Vec::new(),
            repeated: false,
        })
    }

    fn run(mut self, progress: Progress<'_>) -> Result<(PreviewFacts, Vec<Fingerprint>), Fault> {
        let total = self.presentation.frame_count();
        let mut ordinal = 0_i64;
        let mut said = 0;
        while let Some(mut packet) = self.source.next_packet()? {
            if packet.stream() == self.stream {
                // The packet names the frame it becomes, whatever the container says of time.
                packet.set_pts(Some(ordinal));
                ordinal += 1;
                self.decoder.send(&packet)?;
                self.take_frames()?;
            } else if self.sound.as_ref().is_some_and(|sound| sound.stream == packet.stream()) {
                self.take_sound(packet)?;
            }
            let done = self.done();
            if done >= said + PROGRESS_EVERY {
                progress(done, total);
                said = done;
            }
        }
        self.decoder.finish();
        self.take_frames()?;
        // A clip whose end does not decode keeps its length.
        if let Some(mut last) = self.last.take() {
            self.repeat_up_to(&mut last, total)?;
        }
        progress(total, total);
        self.close()
    }

    fn done(&self) -> u32 {
        u32::try_from(self.fingerprints.len()).unwrap_or(u32::MAX)
    }

    fn take_frames(&mut self) -> Result<(), Fault> {
        let mut decoded = frame::Video::empty();
        while self.decoder.receive(&mut decoded)? == Decoded::Frame {
            self.source.stop().check()?;
            let ordinal = decoded.pts().and_then(|ordinal| u32::try_from(ordinal).ok());
            let Some(index) = ordinal.and_then(|ordinal| self.presentation.index_of(ordinal)) else {
                continue;
            };
            self.take_frame(index, &decoded)?;
        }
        Ok(())
    }

    fn take_frame(&mut self, index: u32, decoded: &frame::Video) -> Result<(), Fault> {
        if index < self.done() {
            // Out of order in a damaged clip: its place was filled already.
            return Ok(());
        }
        if self.out.is_none() {
            self.start(decoded)?;
        }
        let Some((renderer, _)) = &mut self.out else {
            return Ok(());
        };
        let mut picture = renderer.render(decoded)?;
        // Frames that did not decode show the one before, as players do; before the first, the first.
        match self.last.take() {
            Some(mut last) => self.repeat_up_to(&mut last, index)?,
            None => self.repeat_up_to(&mut picture, index)?,
        }
        self.write(&mut picture)?;
        self.last = Some(picture);
        Ok(())
    }

    fn repeat_up_to(&mut self, picture: &mut frame::Video, index: u32) -> Result<(), Fault> {
        while self.done() < index {
            self.repeated = true;
            self.write(picture)?;
        }
        Ok(())
    }

    fn write(&mut self, picture: &mut frame::Video) -> Result<(), Fault> {
        if let Some((_, movie)) = &mut self.out {
            self.fingerprints.push(Fingerprint::of(picture));
            movie.picture(picture)?;
        }
        Ok(())
    }

    fn start(&mut self, first: &frame::Video) -> Result<(), Fault> {
        let renderer = Renderer::new(&self.source, self.stream, first, self.short_side, self.codec);
        let (width, height) = renderer.size();
        let pictures = PictureSettings {
            codec: self.codec,
            width,
            height,
            rate: self.presentation.rate(),
            matrix: renderer.matrix(),
            threads: 1,
        };
        let mut movie = MovieWriter::create(self.draft, pictures, self.sound.as_ref().map(SoundTrack::settings))?;
        if let Some(sound) = &mut self.sound {
            for packet in self.early_sound.drain(..) {
                sound.packet(&packet, &mut movie)?;
            }
        }
        self.out = Some((renderer, movie));
        Ok(())
    }

    fn take_sound(&mut self, packet: ffmpeg_next::Packet) -> Result<(), Fault> {
        if let (Some((_, movie)), Some(sound)) = (&mut self.out, &mut self.sound) {
            return sound.packet(&packet, movie);
        }
        self.early_sound.push(packet);
        Ok(())
    }

    fn close(self) -> Result<(PreviewFacts, Vec<Fingerprint>), Fault> {
        let Some((renderer, mut movie)) = self.out else {
            return Err(Fault::new(MediaFailure::Damaged, "not one frame decodes"));
        };
        let audio = self.sound.is_some();
        if let Some(mut sound) = self.sound {
            sound.finish(&mut movie)?;
        }
        movie.finish()?;
        let (width, height) = renderer.size();
        let starts = self.presentation.starts();
        let origin = starts.first().copied().unwrap_or_default();
        let mut normalised = renderer.normalised;
        let mut note = |what, is_so: bool| normalised.extend(is_so.then_some(what));
        note(Normalised::ConstantRate, self.presentation.is_variable());
        note(Normalised::StartMoved, origin != Microseconds(0));
        note(Normalised::DamagedFramesRepeated, self.repeated);
        note(Normalised::SoundDropped, self.sound_is_lost);
        let facts = PreviewFacts {
            frame_count: self.presentation.frame_count(),
            frame_rate: self.presentation.rate(),
            width,
            height,
            audio,
            normalised,
            original_starts: self
                .presentation
                .is_variable()
                .then(|| starts.iter().map(|start| Microseconds(start.0 - origin.0)).collect()),
        };
        Ok((facts, self.fingerprints))
    }
}
