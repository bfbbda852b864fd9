//! Notes on frames.

use circletake_domain::frame::FrameRate;
use circletake_domain::frame_range::FrameRange;
use circletake_domain::id::{BriefId, GenerationId, PersonId, RecordUid};
use circletake_domain::note::{NoteCategory, Stroke};
use circletake_domain::timestamp::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a note says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct NoteText {
    /// The frames it is about.
    pub range: FrameRange,
    /// What it is about.
    pub category: Option<NoteCategory>,
    /// The words; empty only where something is drawn.
    pub body: String,
    /// What is drawn on the picture, in 0..1 coordinates of it.
    pub strokes: Vec<Stroke>,
}

/// A note to be written.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct NoteRequest {
    /// On which generation.
    pub generation_id: GenerationId,
    /// On which of its clip versions; its current one where nothing is said.
    pub clip_key: Option<String>,
    /// By whom.
    pub person_id: PersonId,
    /// What it says.
    pub text: NoteText,
}

/// A note as it stands.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct NoteView {
    /// Its key.
    pub key: RecordUid,
    /// On which generation.
    pub generation_id: GenerationId,
    /// Of which brief.
    pub brief_id: BriefId,
    /// On which clip version: its key on the media server.
    pub clip_key: RecordUid,
    /// Its number.
    pub version: u32,
    /// The rate that its frames are counted at.
    pub frame_rate: FrameRate,
    /// By whom.
    pub person_id: PersonId,
    /// Their name.
    pub person_name: String,
    /// What it says.
    pub text: NoteText,
    /// The note of an earlier version that it was carried over from.
    pub carried_from: Option<RecordUid>,
    /// When it was written.
    pub created_at: Timestamp,
    /// When it was edited last.
    pub edited_at: Option<Timestamp>,
}

/// A note that was begun and not sent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct NoteDraft {
    /// On which generation.
    pub generation_id: GenerationId,
    /// The note it would change; a new one where nothing is said.
    pub changes: Option<RecordUid>,
    /// What it says so far.
    pub text: NoteText,
}

/// What came of handing notes over.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct NoteExport {
    /// The folder it lies in: `notes.csv`, `notes.otio`, `stills`.
    pub folder: String,
    /// How many notes.
    pub notes: u32,
    /// How many stills.
    pub stills: u32,
    /// Notes whose still could not be made, and why.
    pub without_still: Vec<MissingStill>,
}

/// A note whose still could not be made.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct MissingStill {
    /// On which generation.
    pub generation_id: GenerationId,
    /// At which frames.
    pub range: FrameRange,
    /// Why.
    pub problem: super::Problem,
}
