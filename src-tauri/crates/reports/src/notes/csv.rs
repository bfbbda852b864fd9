//! Notes as rows of cells that are safe to open in a spreadsheet.

use super::NoteRecord;
use crate::log::neutralise;
use circletake_domain::frame_range::seconds_of_frames;
use circletake_domain::note::NoteCategory;
use rust_decimal::RoundingStrategy;
use std::io::{self, Write};

const HEAD: [&str; 15] = [
    "generation_id",
    "brief_id",
    "clip_version",
    "first_frame",
    "last_frame",
    "starts_at_seconds",
    "category",
    "note",
    "strokes",
    "still",
    "person",
    "written_at",
    "edited_at",
    "frame_rate",
    "clip",
];

/// Writes a header and a row a note; no cell of it runs as a formula.
pub fn write_csv(out: impl Write, notes: &[NoteRecord]) -> io::Result<()> {
    let mut out = csv::Writer::from_writer(out);
    out.write_record(HEAD)?;
    for note in notes {
        let start = seconds_of_frames(note.range.first().0.into(), note.frame_rate).unwrap_or_default();
        let start = start
            .round_dp_with_strategy(6, RoundingStrategy::MidpointAwayFromZero)
            .normalize();
        let cells = [
            note.generation.to_string(),
            note.brief.to_string(),
            note.version.to_string(),
            note.range.first().to_string(),
            note.range.last().to_string(),
            start.to_string(),
            note.category.map(NoteCategory::as_str).unwrap_or_default().to_owned(),
            note.body.clone(),
            note.strokes.len().to_string(),
            note.still.clone().unwrap_or_default(),
            note.person.clone(),
            note.written_at.to_string(),
            note.edited_at.map(|at| at.to_string()).unwrap_or_default(),
            note.frame_rate.to_string(),
            note.file.clone(),
        ];
        out.write_record(cells.iter().map(|cell| neutralise(cell).into_owned()))?;
    }
    out.flush()
}
