//! Everything known of a clip's file without looking at its pictures.

mod audio;
mod display;

pub(crate) use audio::first as audio;
pub(crate) use display::{Orientation, Turn, display_size, orientation, sample_aspect};

use crate::fault::Fault;
use crate::ffi::{Content, Source, VideoDecoder, pixel_traits};
use crate::presentation::Presentation;
use circletake_domain::clip::{ClipFacts, ColorTags};
use circletake_domain::frame::Microseconds;
use circletake_domain::media_failure::MediaFailure;
use ffmpeg_next::{color, frame};

/// Longer clips are not what Circletake is for, and would fill the disk with previews.
const LONGEST: Microseconds = Microseconds(3_600_000_000);

/// Puts the facts together from the file's bytes, the opened source, a decoded picture, and the order of all frames.
pub(crate) fn gather(
    content: &Content,
    source: &Source,
    stream: usize,
    decoder: &VideoDecoder,
    first: &frame::Video,
    presentation: &Presentation,
) -> Result<ClipFacts, Fault> {
    let table = presentation.table();
    let duration_us = table.duration();
    if duration_us > LONGEST {
        return Err(Fault::new(
            MediaFailure::TooLarge,
            format!("{} s long", duration_us.0 / 1_000_000),
        ));
    }
    let turn = orientation(source, stream).turn;
    let (display_width, display_height) =
        display_size(first, sample_aspect(source.stream_sample_aspect(stream), first), turn);
    let traits = pixel_traits(first.format());
    let (bytes, blake3) = content.finish(source.stop())?;
    Ok(ClipFacts {
        container: source.input().format().name().to_owned(),
        duration_us,
        frame_count: presentation.frame_count(),
        frame_rate: table.rate,
        variable_frame_rate: table.variable,
        width: first.width(),
        height: first.height(),
        display_width,
        display_height,
        rotation: turn.degrees(),
        codec: decoder.codec_name(),
        profile: decoder.profile_name(),
        pixel_format: traits.name,
        bit_depth: traits.bit_depth,
        color: color_tags(first),
        hdr: is_hdr(first),
        alpha: traits.alpha,
        audio: audio::first(source),
        bytes,
        blake3,
    })
}

/// PQ or HLG: more light than a usual screen shows.
pub(crate) fn is_hdr(frame: &frame::Video) -> bool {
    use color::TransferCharacteristic as Transfer;
    matches!(
        frame.color_transfer_characteristic(),
        Transfer::SMPTE2084 | Transfer::ARIB_STD_B67
    )
}

fn color_tags(frame: &frame::Video) -> ColorTags {
    // FFmpeg has a word for "the file says nothing", too.
    let said = |name: Option<&'static str>| {
        name.filter(|name| !matches!(*name, "unknown" | "reserved"))
            .map(str::to_owned)
    };
    ColorTags {
        primaries: said(frame.color_primaries().name()),
        transfer: said(frame.color_transfer_characteristic().name()),
        matrix: said(frame.color_space().name()),
        range: said(frame.color_range().name()),
    }
}
