//! Probe and poster, alone or in one open.

use crate::clip_reader::ClipReader;
use crate::facts;
use crate::fault::Fault;
use crate::ffi::{Source, Stop, Threads};
use crate::first_picture::{decode_alone, decoder_of};
use crate::poster::{Canvas, PosterPicture, bounds, poster};
use crate::presentation::Presentation;
use crate::recognise;
use circletake_domain::clip::ClipFacts;
use std::path::Path;

/// What is asked of one look at a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Wanted {
    /// Every fact, which includes reading the whole file for its hash.
    pub facts: bool,
    /// A poster of this width.
    pub poster_width: Option<u32>,
}

/// What one look at a file gave.
#[derive(Debug)]
pub(crate) struct Seen {
    pub facts: Option<ClipFacts>,
    pub poster: Option<PosterPicture>,
}

/// Looks at a file: headers, all packets without decoding, one decoded picture.
pub(crate) fn inspect(path: &Path, wanted: Wanted, stop: &Stop) -> Result<Seen, Fault> {
    recognise::whole(path)?;
    look(path, wanted, stop).map_err(|fault| recognise::explained(path, fault))
}

fn look(path: &Path, wanted: Wanted, stop: &Stop) -> Result<Seen, Fault> {
    let (mut source, content) = if wanted.facts {
        let (source, content) = Source::open_hashed(path, stop)?;
        (source, Some(content))
    } else {
        (Source::open(path, stop)?, None)
    };
    let mut stream = source.find_video_stream()?;
    if sound_is_unknown(&source) {
        source.read_stream_info()?;
        stream = source.video_stream()?;
    }
    let presentation = Presentation::read(path, &mut source, stream)?;
    let mut decoder = decoder_of(&source, stream, Threads::One)?;
    let shrinks_to_half = |width: u32| decoder.context().width() / 2 >= width;
    if wanted.poster_width.is_none_or(shrinks_to_half) {
        decoder.skip_smoothing();
    }
    // The short way, where the first key packet is the first frame shown.
    let alone = match presentation.first_frame_packet() {
        Some(packet) => decode_alone(packet, &mut decoder)?,
        None => None,
    };
    let (picture, facts) = if let Some(picture) = alone {
        let facts = content
            .as_ref()
            .map(|content| facts::gather(content, &source, stream, &decoder, &picture, &presentation));
        (picture, facts)
    } else {
        let mut reader = ClipReader::open(path, Threads::One, stop)?;
        let picture = reader.first_picture()?;
        let (source, stream, decoder) = (reader.source(), reader.stream(), reader.decoder());
        let facts = content
            .as_ref()
            .map(|content| facts::gather(content, source, stream, decoder, &picture, &presentation));
        ((*picture).clone(), facts)
    };
    let facts = facts.transpose()?;
    let poster = wanted.poster_width.map(|width| {
        let mut canvas = Canvas::new(&source, stream, bounds(width));
        poster(path, &picture, &mut canvas, stop)
    });
    Ok(Seen {
        facts,
        poster: poster.transpose()?,
    })
}

fn sound_is_unknown(source: &Source) -> bool {
    facts::audio(source).is_some_and(|audio| audio.channels == 0 || audio.sample_rate == 0)
}
