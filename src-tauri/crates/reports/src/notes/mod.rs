//! Notes on frames handed over: rows for a spreadsheet, markers for an editing program, stills with the strokes burnt in.

mod burn_in;
mod csv;
mod markers;

pub use burn_in::{BurnInError, burn_in};
pub use csv::write_csv;
pub use markers::markers;

use circletake_domain::frame::FrameRate;
use circletake_domain::frame_range::FrameRange;
use circletake_domain::id::{BriefId, GenerationId};
use circletake_domain::note::{NoteCategory, Stroke};
use circletake_domain::timestamp::Timestamp;

/// A note as it is handed over.
#[derive(Debug, Clone, PartialEq)]
pub struct NoteRecord {
    /// On which generation.
    pub generation: GenerationId,
    /// Of which brief.
    pub brief: BriefId,
    /// On which clip version.
    pub version: u32,
    /// Where the clip's file lies, for the person who gets it.
    pub file: String,
    /// The rate that its frames are counted at.
    pub frame_rate: FrameRate,
    /// How many frames the clip has.
    pub frame_count: u32,
    /// The frames it is about.
    pub range: FrameRange,
    /// What it is about.
    pub category: Option<NoteCategory>,
    /// The words.
    pub body: String,
    /// What is drawn.
    pub strokes: Vec<Stroke>,
    /// Who wrote it.
    pub person: String,
    /// When.
    pub written_at: Timestamp,
    /// When it was edited last.
    pub edited_at: Option<Timestamp>,
    /// The file of its still, beside the list; `None` where none could be made.
    pub still: Option<String>,
}
