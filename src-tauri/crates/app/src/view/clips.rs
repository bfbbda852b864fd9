//! The Clips screen: rows of a virtual grid, facets, and one clip whole.

use super::review::TimeView;
use circletake_domain::clip::ClipFacts;
pub use circletake_domain::clip_flag::ClipFlag;
use circletake_domain::frame_range::FrameRange;
use circletake_domain::id::{BriefId, GenerationId, ModelName, PersonId, PilotId};
use circletake_domain::media_failure::MediaFailure;
use circletake_domain::money::{Amount, CostBasis};
use circletake_domain::reason::RejectionReason;
use circletake_domain::status::Status;
use circletake_domain::timestamp::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which generations are asked for. Empty lists ask for all.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ClipFilter {
    /// Only of this pilot.
    pub pilot: Option<PilotId>,
    /// Only of these briefs.
    pub briefs: Vec<BriefId>,
    /// Only of these models.
    pub models: Vec<ModelName>,
    /// Only in these statuses.
    pub statuses: Vec<Status>,
    /// Only rejected for these reasons.
    pub reasons: Vec<RejectionReason>,
    /// Only with at least one flag.
    pub flagged: bool,
    /// Words that must stand in the id, brief, model, prompt, note or file name.
    pub search: String,
}

/// The order of the grid.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ClipSort {
    /// Latest attempt first.
    #[default]
    Newest,
    /// Earliest attempt first.
    Oldest,
    /// By id.
    Id,
    /// Dearest first; unknown costs last.
    Cost,
    /// In the order of the workflow.
    Status,
}

/// A window onto the filtered, sorted list.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ClipPage {
    /// How many generations match in all.
    pub total: u32,
    /// Where the window starts.
    pub offset: u32,
    /// The rows of the window.
    pub rows: Vec<ClipRow>,
}

/// One generation in the grid.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ClipRow {
    /// `gen_00042`.
    pub generation_id: GenerationId,
    /// Its brief.
    pub brief_id: BriefId,
    /// Its model, where known.
    pub model: Option<ModelName>,
    /// Where it stands.
    pub status: Status,
    /// Why it was thrown away or sent back.
    pub reason: Option<RejectionReason>,
    /// What the model cost; null where unknown.
    pub cost: Option<Amount>,
    /// Where the cost comes from.
    pub cost_basis: Option<CostBasis>,
    /// Its pictures, where a clip exists.
    pub clip: Option<ClipThumb>,
    /// What automatic checks saw; they only ever flag.
    pub flags: Vec<ClipFlag>,
    /// When the attempt was logged.
    pub created_at: Timestamp,
}

/// What the grid draws of a clip.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ClipThumb {
    /// The key of the media server: `/poster/{clip_key}`, `/strip/{clip_key}`, `/preview/{clip_key}`, `/frame/{clip_key}/{n}`.
    pub clip_key: String,
    /// Version number, 1 for what the model made.
    pub version: u32,
    /// Width over height of the shown picture, times 1000.
    pub aspect_permille: u32,
    /// Length in whole milliseconds.
    pub duration_ms: u32,
    /// Tiles in the strip; 0 while there is none.
    pub strip_tiles: u32,
    /// Where the file stands.
    pub file: FileState,
}

/// Where a clip's file stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FileState {
    /// In the library's folder.
    Stored,
    /// Referenced where it lies.
    Referenced,
    /// Only an address is known (`https://`, `s3://`).
    NotHere,
    /// Was here and is gone.
    Missing,
    /// Is there with other bytes than those that came in.
    Changed,
}

/// How many generations carry each value, within the filter but for the facet's own field.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ClipFacets {
    /// By brief.
    pub briefs: Vec<FacetCount>,
    /// By model.
    pub models: Vec<FacetCount>,
    /// By status.
    pub statuses: Vec<FacetCount>,
    /// By rejection reason.
    pub reasons: Vec<FacetCount>,
}

/// A value and how often it occurs.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FacetCount {
    /// The value as stored.
    pub value: String,
    /// Generations that carry it.
    pub count: u32,
}

/// One generation whole, for the review room and the clip panel.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ClipDetail {
    /// As in the grid.
    pub row: ClipRow,
    /// The pilot it belongs to, if any.
    pub pilot_id: Option<PilotId>,
    /// Its clip, measured; null where there is none.
    pub facts: Option<ClipFacts>,
    /// The file's name, for people.
    pub file_name: Option<String>,
    /// Whether the preview is ready.
    pub preview: PreviewState,
    /// What the brief wants.
    pub brief_goal: Option<String>,
    /// What must be seen.
    pub must_include: Vec<String>,
    /// What must not be seen.
    pub must_avoid: Vec<String>,
    /// The rendered prompt.
    pub prompt: Option<String>,
    /// Its error, where the request failed.
    pub error_message: Option<String>,
    /// The part that was marked as good with a keep.
    pub good_part: Option<FrameRange>,
    /// Who holds it back for later.
    pub hold: Option<HoldView>,
    /// Who spent how long on it.
    pub time: Vec<TimeView>,
    /// Review minutes so far, as a decimal.
    pub review_minutes: String,
    /// Editing minutes so far, as a decimal.
    pub editing_minutes: String,
    /// Every move, latest first.
    pub history: Vec<MoveView>,
}

/// Who holds a take back, and since when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HoldView {
    /// Who.
    pub person_id: PersonId,
    /// Their name.
    pub person_name: String,
    /// Since when.
    pub at: Timestamp,
}

/// Where a clip's normalised preview stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum PreviewState {
    /// Can be played.
    Ready {
        /// Frames, the same count as the original's.
        frame_count: u32,
        /// The constant rate it plays at.
        frame_rate: String,
        /// Width in pixels.
        width: u32,
        /// Height in pixels.
        height: u32,
        /// Whether it carries sound.
        audio: bool,
        /// What was changed on the way: `rotated`, `scaled`, `tone_mapped`, `constant_rate`, `transparency_flattened`.
        normalised: Vec<String>,
    },
    /// Being made; 0 to 100.
    Making {
        /// Percent done.
        percent: u8,
    },
    /// Waits its turn.
    Waiting,
    /// Could not be made now, for a reason that lies outside the clip; tried again by itself, and when asked.
    PutOff {
        /// Why.
        failure: MediaFailure,
    },
    /// Could not be made.
    Failed {
        /// Why.
        failure: MediaFailure,
    },
    /// There is no clip file on this machine.
    None,
}

/// One move in the history.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MoveView {
    /// When.
    pub at: Timestamp,
    /// Who; null where the app itself or an import moved it.
    pub person_id: Option<PersonId>,
    /// Their name then.
    pub person_name: Option<String>,
    /// From where; null for the first.
    pub from: Option<Status>,
    /// To where.
    pub to: Status,
    /// Why: the primary reason.
    pub reason: Option<RejectionReason>,
    /// Every reason, the primary one first.
    pub reasons: Vec<RejectionReason>,
    /// In their words.
    pub note: Option<String>,
    /// Whether this move takes back an earlier one.
    pub undoes: bool,
}
