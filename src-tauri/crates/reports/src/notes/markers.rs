//! Notes as markers on a timeline in `OpenTimelineIO`'s JSON, which editing programs read.
//!
//! The clips stand one after the other on one track, each whole, each at its own rate; a note is a marker on its clip. The older
//! spelling of a clip (`Clip.1`) is written: every release since 0.11 reads it and newer ones bring it up to date themselves.

use super::NoteRecord;
use circletake_domain::frame::FrameRate;
use circletake_domain::note::NoteCategory;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde_json::{Value, json};

/// The timeline of these notes; those of one clip version stand together.
pub fn markers(name: &str, notes: &[NoteRecord]) -> Value {
    let clips: Vec<Value> = notes
        .chunk_by(|one, other| (&one.generation, one.version) == (&other.generation, other.version))
        .filter_map(clip)
        .collect();
    json!({
        "OTIO_SCHEMA": "Timeline.1",
        "metadata": {},
        "name": name,
        "global_start_time": null,
        "tracks": {
            "OTIO_SCHEMA": "Stack.1",
            "metadata": {},
            "name": "tracks",
            "source_range": null,
            "effects": [],
            "markers": [],
            "children": [{
                "OTIO_SCHEMA": "Track.1",
                "metadata": {},
                "name": "Clips with notes",
                "kind": "Video",
                "source_range": null,
                "effects": [],
                "markers": [],
                "children": clips,
            }],
        },
    })
}

fn clip(notes: &[NoteRecord]) -> Option<Value> {
    let first = notes.first()?;
    let whole = span(0, u64::from(first.frame_count), first.frame_rate);
    Some(json!({
        "OTIO_SCHEMA": "Clip.1",
        "metadata": { "circletake": { "generation_id": first.generation, "brief_id": first.brief, "clip_version": first.version } },
        "name": format!("{} v{}", first.generation, first.version),
        "source_range": whole,
        "effects": [],
        "markers": notes.iter().map(marker).collect::<Vec<_>>(),
        "media_reference": {
            "OTIO_SCHEMA": "ExternalReference.1",
            "metadata": {},
            "name": "",
            "available_range": whole,
            "target_url": first.file,
        },
    }))
}

fn marker(note: &NoteRecord) -> Value {
    let name = if note.body.is_empty() { "drawing" } else { &note.body };
    json!({
        "OTIO_SCHEMA": "Marker.2",
        "metadata": { "circletake": {
            "person": note.person,
            "category": note.category,
            "written_at": note.written_at,
            "strokes": note.strokes,
            "still": note.still,
        } },
        "name": name,
        "color": color(note.category),
        "marked_range": span(note.range.first().0, note.range.frame_count(), note.frame_rate),
    })
}

/// The colours that the format has names for.
fn color(category: Option<NoteCategory>) -> &'static str {
    match category {
        None => "YELLOW",
        Some(NoteCategory::Artifact) => "RED",
        Some(NoteCategory::Product) => "ORANGE",
        Some(NoteCategory::Motion) => "CYAN",
        Some(NoteCategory::Picture) => "BLUE",
        Some(NoteCategory::Brand) => "PURPLE",
        Some(NoteCategory::Rights) => "MAGENTA",
        Some(NoteCategory::Edit) => "GREEN",
        Some(NoteCategory::Sound) => "PINK",
    }
}

fn span(start: u32, frames: u64, rate: FrameRate) -> Value {
    // The format counts rates in floats; the exact fraction stays in the library.
    let rate = Decimal::from(rate.numerator())
        .checked_div(Decimal::from(rate.denominator()))
        .and_then(|rate| rate.to_f64())
        .unwrap_or_default();
    let time = |value: f64| json!({ "OTIO_SCHEMA": "RationalTime.1", "rate": rate, "value": value });
    let frames = Decimal::from(frames).to_f64().unwrap_or_default();
    json!({ "OTIO_SCHEMA": "TimeRange.1", "start_time": time(f64::from(start)), "duration": time(frames) })
}
