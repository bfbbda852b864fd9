//! A file opened for demuxing, under our rules.

use super::reader::Reader;
use super::{Content, Stop};
use crate::fault::Fault;
use crate::hashed_file::HashedFile;
use circletake_domain::media_failure::MediaFailure;
use ffmpeg_next::codec::packet::{self, Packet};
use ffmpeg_next::format::context::Input;
use ffmpeg_next::format::stream::Disposition;
use ffmpeg_next::util::interrupt;
use ffmpeg_next::{Dictionary, Discard, Error, ffi, media};
use std::ffi::CString;
use std::path::{Path, PathBuf};
use std::ptr;
use std::sync::{Arc, Mutex, PoisonError};

/// What may be opened: the containers clips come in, and plain sound files, so that those get their own clear word.
/// No playlists and no image sequences: those open other files. No bare streams of a codec: they say neither a rate nor how long they are.
const FORMATS: &str = "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpegts,mpeg,mxf,asf,flv,ogg,gif,ivf,nut,\
                       wav,flac,mp3,aac";

/// Unreadable packets in a row after which a file counts as ended. A demuxer may step over damage; it may also report it for ever.
const TOLERATED_ERRORS: u32 = 64;

/// A file opened for demuxing: only `file:`, only [`FORMATS`], stopped by its [`Stop`].
pub struct Source {
    path: PathBuf,
    input: Input,
    stop: Stop,
    /// What FFmpeg's reads ask: the same stop, changeable while the file stays open.
    asked: Arc<Mutex<Stop>>,
}

impl Source {
    /// Opens the container and no more: headers are read, no packet is decoded. That is enough for a poster of most clips.
    pub fn open(path: &Path, stop: &Stop) -> Result<Self, Fault> {
        stop.check()?;
        Self::open_through(None, path, stop, Arc::new(Mutex::new(stop.clone())))
    }

    /// The same, with the file's bytes hashed as they are read. A little slower than reading alone, much faster than reading once more.
    pub fn open_hashed(path: &Path, stop: &Stop) -> Result<(Self, Content), Fault> {
        stop.check()?;
        let content = Content::open(path)?;
        let asked = Arc::new(Mutex::new(stop.clone()));
        let reader = Reader::new(&content, &asked)?;
        let source = Self::open_through(Some(reader), path, stop, asked)?;
        content.fill_gaps();
        Ok((source, content))
    }

    /// Through a reader of ours, else through FFmpeg's own.
    fn open_through(
        mut reader: Option<Reader>,
        path: &Path,
        stop: &Stop,
        asked: Arc<Mutex<Stop>>,
    ) -> Result<Self, Fault> {
        let url = file_url(path)?;
        let mut options = Dictionary::new();
        options.set("protocol_whitelist", "file");
        options.set("format_whitelist", FORMATS);
        let pb = reader.as_mut().map(Reader::as_mut_ptr);
        let watched = Arc::clone(&asked);
        let interrupt = interrupt::new(Box::new(move || {
            // Whatever is made of the streams keeps the context open, and with it this: the reader must live as long.
            let _reader = &reader;
            watched
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .reached()
                .is_some()
        }));
        // SAFETY: plain allocation; the null case is handled next.
        let mut context = unsafe { ffi::avformat_alloc_context() };
        if context.is_null() {
            return Err(Fault::new(MediaFailure::TooLarge, "no memory for a demuxer"));
        }
        // SAFETY: `context` was just allocated and is ours alone. The callback's state lives in `interrupt.guard`, which outlives the
        // context: it is dropped at the end of this function when opening fails (FFmpeg then has freed the context), else kept by `Input`.
        unsafe { (*context).interrupt_callback = interrupt.interrupt };
        if let Some(pb) = pb {
            // SAFETY: as above. The callback's state owns the reader; by the flag FFmpeg leaves it alone.
            unsafe {
                (*context).pb = pb;
                (*context).flags |= ffi::AVFMT_FLAG_CUSTOM_IO;
            }
        }
        // SAFETY: ownership of the dictionary passes to a raw pointer that FFmpeg may replace, and back to `Dictionary` below.
        let mut raw_options = unsafe { options.disown() };
        // SAFETY: all pointers are valid; `url` is NUL-terminated; a null format means "detect". On failure FFmpeg frees `context`.
        let outcome =
            unsafe { ffi::avformat_open_input(&raw mut context, url.as_ptr(), ptr::null_mut(), &raw mut raw_options) };
        // SAFETY: FFmpeg left in the dictionary what it did not use; nobody else holds it.
        drop(unsafe { Dictionary::own(raw_options) });
        if outcome < 0 {
            return Err(fault(path, stop, "open", Error::from(outcome), MediaFailure::NotAVideo));
        }
        // SAFETY: the context is open and ours; `Input` closes it before it drops the guard.
        let input = unsafe { Input::wrap_with_interrupt(context, interrupt.guard) };
        Ok(Self {
            path: path.to_owned(),
            input,
            stop: stop.clone(),
            asked,
        })
    }

    /// From now on this ends the work: the file stays open from one request to the next.
    pub fn obey(&mut self, stop: &Stop) {
        self.stop = stop.clone();
        *self.asked.lock().unwrap_or_else(PoisonError::into_inner) = stop.clone();
    }

    /// Reads and decodes as much as FFmpeg needs to fill in what the headers leave out. Slow; only where it is needed.
    pub fn read_stream_info(&mut self) -> Result<(), Fault> {
        // SAFETY: the context is open; null means no options per stream.
        let outcome = unsafe { ffi::avformat_find_stream_info(self.input.as_mut_ptr(), ptr::null_mut()) };
        if outcome < 0 {
            Err(self.fault("stream info", Error::from(outcome), MediaFailure::Damaged))
        } else {
            Ok(())
        }
    }

    /// The stream with the pictures, also where the container shows what is in it only in its packets (MPEG, FLV).
    pub fn find_video_stream(&mut self) -> Result<usize, Fault> {
        self.video_stream().or_else(|_| {
            self.read_stream_info()?;
            self.video_stream()
        })
    }

    /// The stream with the pictures, as far as was read; cover art of a sound file does not count.
    pub fn video_stream(&self) -> Result<usize, Fault> {
        let is_cover = |disposition: Disposition| disposition.contains(Disposition::ATTACHED_PIC);
        let best = self
            .input
            .streams()
            .best(media::Type::Video)
            .filter(|stream| !is_cover(stream.disposition()));
        best.map(|stream| stream.index()).ok_or_else(|| {
            // A guess this weak is noise that happens to look like a sound file.
            let failure = if self.probe_score() < 25 {
                MediaFailure::NotAVideo
            } else {
                MediaFailure::NoVideoStream
            };
            Fault::new(
                failure,
                format!("{} without a video stream", self.input.format().name()),
            )
        })
    }

    /// The first sound stream.
    pub fn audio_stream(&self) -> Option<usize> {
        self.input
            .streams()
            .find(|stream| stream.parameters().medium() == media::Type::Audio)
            .map(|stream| stream.index())
    }

    /// Lets the demuxer skip every other stream.
    pub fn keep_only(&mut self, stream: usize) {
        for mut other in self.input.streams_mut() {
            if other.index() != stream {
                // SAFETY: the stream belongs to the open context that `self` borrows mutably; `discard` is a plain field.
                unsafe { (*other.as_mut_ptr()).discard = Discard::All.into() };
            }
        }
    }

    /// The next packet in file order, or `None` at the end. Damage is stepped over.
    pub fn next_packet(&mut self) -> Result<Option<Packet>, Fault> {
        for _ in 0..TOLERATED_ERRORS {
            self.stop.check()?;
            // A fresh packet each time: FFmpeg does not release what a reused one still holds.
            let mut packet = Packet::empty();
            match packet.read(&mut self.input) {
                Ok(()) => return Ok(Some(packet)),
                Err(Error::Eof) => return self.stop.check().map(|()| None),
                Err(
                    Error::InvalidData
                    | Error::Other {
                        errno: ffmpeg_next::util::error::EAGAIN,
                    },
                ) => {}
                Err(error) => return Err(self.fault("read", error, MediaFailure::Damaged)),
            }
        }
        Ok(None)
    }

    /// Moves to the last key frame at or before `timestamp`, in the stream's time base.
    pub fn seek_back_to(&mut self, stream: usize, timestamp: i64) -> Result<(), Fault> {
        let index = i32::try_from(stream).unwrap_or(-1);
        // SAFETY: the context is open; FFmpeg checks the index.
        let outcome =
            unsafe { ffi::av_seek_frame(self.input.as_mut_ptr(), index, timestamp, ffi::AVSEEK_FLAG_BACKWARD) };
        if outcome < 0 {
            Err(self.fault("seek", Error::from(outcome), MediaFailure::Damaged))
        } else {
            Ok(())
        }
    }

    /// The demuxer, for what `ffmpeg-next` reads safely.
    pub fn input(&self) -> &Input {
        &self.input
    }

    /// What ends the work on this file.
    pub fn stop(&self) -> &Stop {
        &self.stop
    }

    fn probe_score(&self) -> i32 {
        // SAFETY: the context is open; this is a plain field.
        unsafe { (*self.input.as_ptr()).probe_score }
    }

    fn fault(&self, doing: &str, error: Error, otherwise: MediaFailure) -> Fault {
        fault(&self.path, &self.stop, doing, error, otherwise)
    }
}

/// A reached stop is the reason, whatever FFmpeg made of it. And where the disk gives every byte, it did not fail: demuxers call it an
/// input/output error, too, when a clip ends before its index says so.
fn fault(path: &Path, stop: &Stop, doing: &str, error: Error, otherwise: MediaFailure) -> Fault {
    if let Some(failure) = stop.reached() {
        return Fault::new(failure, format!("{doing}: {error}"));
    }
    let fault = Fault::from_ffmpeg(doing, error, otherwise);
    let every_byte_reads = || HashedFile::open(path).is_ok_and(|mut file| file.finish(stop).is_ok());
    let failure = match fault.failure {
        MediaFailure::DiskError if every_byte_reads() => MediaFailure::Damaged,
        failure => failure,
    };
    Fault { failure, ..fault }
}

/// Whether the container marks this packet as never shown (an edit list cut it off).
pub fn is_discarded(packet: &Packet) -> bool {
    // SAFETY: a packet owned by `ffmpeg-next` is always valid to read.
    let flags = unsafe { (*packet::Ref::as_ptr(packet)).flags };
    flags & ffi::AV_PKT_FLAG_DISCARD != 0
}

#[cfg(unix)]
pub(super) fn file_url(path: &Path) -> Result<CString, Fault> {
    use std::os::unix::ffi::OsStrExt;
    CString::new([b"file:", path.as_os_str().as_bytes()].concat())
        .map_err(|_| Fault::new(MediaFailure::Missing, "a path with a NUL byte"))
}

/// FFmpeg takes UTF-8 everywhere but on Unix.
#[cfg(not(unix))]
pub(super) fn file_url(path: &Path) -> Result<CString, Fault> {
    let text = path
        .to_str()
        .ok_or_else(|| Fault::new(MediaFailure::NotAFile, "a path that is not Unicode"))?;
    CString::new(format!("file:{text}")).map_err(|_| Fault::new(MediaFailure::Missing, "a path with a NUL byte"))
}
