//! Exact frames: a clip kept open with its decoder, so that the next step costs one frame and not a group.

use crate::fault::Fault;
use crate::ffi::{Decoded, Source, Stop, Threads, VideoDecoder};
use crate::presentation::Presentation;
use circletake_domain::media_failure::MediaFailure;
use ffmpeg_next::{codec, frame};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// Decoded frames kept for steps back: without them, each step back in a long group would decode the group again.
const KEPT_BYTES: u64 = 64 << 20;

/// A clip open for reading frames by their index.
pub(crate) struct ClipReader {
    path: PathBuf,
    source: Source,
    stream: usize,
    decoder: VideoDecoder,
    presentation: Presentation,
    /// The packet that comes out of the demuxer next, where it is known.
    next_packet: Option<u32>,
    /// The first packet the decoder has had since it was flushed.
    decoding_from: u32,
    /// The frame the decoder gave last.
    last_decoded: Option<u32>,
    finished: bool,
    kept: Kept,
}

impl ClipReader {
    pub fn open(path: &Path, threads: Threads, stop: &Stop) -> Result<Self, Fault> {
        let presentation = {
            let mut source = Source::open(path, stop)?;
            let stream = source.find_video_stream()?;
            Presentation::read(path, &mut source, stream)?
        };
        let (source, stream) = open_to_decode(path, stop)?;
        let parameters = source.input().stream(stream).map(|video| video.parameters());
        let parameters = parameters.unwrap_or_else(codec::Parameters::new);
        let decoder = VideoDecoder::open(parameters, presentation.packets.time_base, threads)?;
        Ok(Self {
            path: path.to_owned(),
            source,
            stream,
            decoder,
            presentation,
            next_packet: Some(0),
            decoding_from: 0,
            last_decoded: None,
            finished: false,
            kept: Kept::default(),
        })
    }

    pub fn presentation(&self) -> &Presentation {
        &self.presentation
    }
    pub fn source(&self) -> &Source {
        &self.source
    }
    pub fn stream(&self) -> usize {
        self.stream
    }
    pub fn decoder(&self) -> &VideoDecoder {
        &self.decoder
    }
    /// The first frame that decodes: a damaged clip may begin later than it says.
    pub fn first_picture(&mut self) -> Result<Rc<frame::Video>, Fault> {
        const ATTEMPTS: u32 = 16;
        for index in 0..self.presentation.frame_count().min(ATTEMPTS) {
            match self.frame(index) {
                Err(fault) if fault.failure == MediaFailure::Damaged => {}
                other => return other,
            }
        }
        Err(Fault::new(MediaFailure::Damaged, "none of the first frames decodes"))
    }
    /// Works for another request from now on.
    pub fn obey(&mut self, stop: &Stop) {
        self.source.obey(stop);
    }

    /// The frame with this index, as decoded: neither turned nor converted.
    pub fn frame(&mut self, index: u32) -> Result<Rc<frame::Video>, Fault> {
        let count = self.presentation.frame_count();
        if index >= count {
            return Err(Fault::new(
                MediaFailure::NoSuchFrame,
                format!("frame {index} of {count}"),
            ));
        }
        if let Some(frame) = self.kept.get(index) {
            return Ok(frame);
        }
        let key = self.presentation.key_before(index);
        if !self.is_ahead(index, key) {
            self.start_at(key)?;
        }
        if let Some(frame) = self.decode_to(index)? {
            return Ok(frame);
        }
        // A damaged or oddly cut clip: the decoder gave nothing from that key frame. From the start it does what every player does.
        if self.decoding_from > 0 {
            self.rewind()?;
            if let Some(frame) = self.decode_to(index)? {
                return Ok(frame);
            }
        }
        Err(Fault::new(
            MediaFailure::Damaged,
            format!("frame {index} does not decode"),
        ))
    }

    /// Whether decoding on from here reaches the frame, and sooner than starting at its key frame.
    fn is_ahead(&self, index: u32, key: u32) -> bool {
        !self.finished
            && self.last_decoded.is_none_or(|last| last < index)
            && self.decoding_from <= key
            // In sync, and the key frame is not farther on than the decoder's own delay, or only to be reached by decoding on.
            && self
                .next_packet
                .is_some_and(|next| key <= next || key - next < 2 || !self.presentation.packets.can_seek())
    }

    /// Puts demuxer and decoder so that `key` is the next packet decoded.
    fn start_at(&mut self, key: u32) -> Result<(), Fault> {
        let stamp = self.presentation.packets.packets.get(key as usize).copied();
        // Decoding time is never later than presentation time: landing early only costs reading, landing late is found out.
        let target = stamp.and_then(|stamp| stamp.dts.or(stamp.pts));
        let Some(target) = target.filter(|_| key > 0 && self.presentation.packets.can_seek()) else {
            return self.rewind();
        };
        if self.source.seek_back_to(self.stream, target).is_err() {
            return self.rewind();
        }
        self.decoder.flush();
        self.last_decoded = None;
        self.finished = false;
        self.next_packet = None;
        self.decoding_from = key;
        Ok(())
    }

    /// Begins again at the first packet, on a fresh demuxer: not every format can seek to its start.
    fn rewind(&mut self) -> Result<(), Fault> {
        let stop = self.source.stop().clone();
        (self.source, self.stream) = open_to_decode(&self.path, &stop)?;
        self.decoder.flush();
        self.last_decoded = None;
        self.finished = false;
        self.next_packet = Some(0);
        self.decoding_from = 0;
        Ok(())
    }

    /// Decodes on until the frame comes out; `None` when it does not.
    fn decode_to(&mut self, index: u32) -> Result<Option<Rc<frame::Video>>, Fault> {
        while !self.finished {
            let mut frame = frame::Video::empty();
            match self.decoder.receive(&mut frame)? {
                Decoded::Frame => {
                    let Some(decoded) = self.index_of(&frame) else { continue };
                    let frame = Rc::new(frame);
                    self.last_decoded = Some(decoded);
                    self.kept.put(decoded, Rc::clone(&frame), index);
                    if decoded == index {
                        return Ok(Some(frame));
                    }
                    if decoded > index {
                        return Ok(None);
                    }
                }
                Decoded::NeedsMore => {
                    if !self.feed()? {
                        return Ok(None);
                    }
                }
                Decoded::End => self.finished = true,
            }
        }
        Ok(None)
    }

    /// Gives the decoder its next packet, or says that none is left. `false`: the seek went past where it should.
    fn feed(&mut self) -> Result<bool, Fault> {
        loop {
            let Some(mut packet) = self.source.next_packet()? else {
                self.decoder.finish();
                return Ok(true);
            };
            if packet.stream() != self.stream {
                continue;
            }
            // After a seek the first packet says where it went; from there on they are counted.
            let ordinal = match self.next_packet {
                Some(next) => next,
                None => match self.presentation.packets.ordinal_of(&packet) {
                    Some(ordinal) if ordinal <= self.decoding_from => ordinal,
                    _ => return Ok(false),
                },
            };
            self.next_packet = Some(ordinal + 1);
            if ordinal < self.decoding_from {
                continue;
            }
            // The decoder hands this on to the frame it makes of the packet: a name that survives every reordering.
            packet.set_pts(Some(i64::from(ordinal)));
            self.decoder.send(&packet)?;
            return Ok(true);
        }
    }

    fn index_of(&self, frame: &frame::Video) -> Option<u32> {
        let ordinal = u32::try_from(frame.pts()?).ok()?;
        self.presentation.index_of(ordinal)
    }
}

/// Opened with what decoders need to know beforehand, such as how far they reorder.
fn open_to_decode(path: &Path, stop: &Stop) -> Result<(Source, usize), Fault> {
    let mut source = Source::open(path, stop)?;
    source.read_stream_info()?;
    let stream = source.video_stream()?;
    source.keep_only(stream);
    Ok((source, stream))
}

/// Frames decoded lately.
#[derive(Default)]
struct Kept {
    frames: BTreeMap<u32, Rc<frame::Video>>,
    bytes: u64,
}

impl Kept {
    fn get(&self, index: u32) -> Option<Rc<frame::Video>> {
        self.frames.get(&index).cloned()
    }

    /// Keeps a frame; what is farthest from the frame asked for goes first.
    fn put(&mut self, index: u32, frame: Rc<frame::Video>, asked: u32) {
        self.bytes += bytes_of(&frame);
        if let Some(replaced) = self.frames.insert(index, frame) {
            self.bytes -= bytes_of(&replaced);
        }
        while self.bytes > KEPT_BYTES && self.frames.len() > 1 {
            let distance =
                |entry: Option<(&u32, &Rc<frame::Video>)>| entry.map(|(index, _)| (index.abs_diff(asked), *index));
            let (first, last) = (
                distance(self.frames.first_key_value()),
                distance(self.frames.last_key_value()),
            );
            let Some((_, farthest)) = first.max(last) else { break };
            if let Some(dropped) = self.frames.remove(&farthest) {
                self.bytes -= bytes_of(&dropped);
            }
        }
    }
}

/// About what a frame holds: up to four planes, or fewer with more bytes in each pixel.
fn bytes_of(frame: &frame::Video) -> u64 {
    let planes: usize = (0..frame.planes())
        .map(|plane| frame.stride(plane) * frame.plane_height(plane) as usize)
        .sum();
    planes as u64
}

#[cfg(test)]
mod tests;
