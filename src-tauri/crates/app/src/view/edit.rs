//! The edit step: clips that wait for an editor, and the versions of a clip.

use super::clips::{ClipThumb, PreviewState};
use circletake_domain::id::{BriefId, ContentHash, GenerationId};
use circletake_domain::reason::RejectionReason;
use circletake_domain::status::Status;
use circletake_domain::timestamp::Timestamp;
use serde::Serialize;
use ts_rs::TS;

/// A clip that waits for an editor.
#[derive(Debug, Clone, Serialize, TS)]
pub struct EditItem {
    /// `gen_00042`.
    pub generation_id: GenerationId,
    /// Its brief.
    pub brief_id: BriefId,
    /// The brand sent it back; else creative kept it for edit, or it is edited and only waits to be handed over.
    pub sent_back: bool,
    /// Where it stands.
    pub status: Status,
    /// Why it was sent back.
    pub reason: Option<RejectionReason>,
    /// Since when it waits.
    pub since: Timestamp,
    /// Who sent it here.
    pub by: Option<String>,
    /// What they said with it.
    pub note: Option<String>,
    /// Its pictures, where a clip is on this machine.
    pub clip: Option<ClipThumb>,
}

/// Where a clip version comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum VersionOrigin {
    /// A model made it.
    Model,
    /// A person edited it.
    Edit,
    /// A preset made it.
    Preset,
}

/// The usable part of a clip version, both ends inclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct GoodPart {
    /// Its first frame.
    pub first_frame: u32,
    /// Its last frame.
    pub last_frame: u32,
}

/// One version of a generation's clip.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ClipVersionView {
    /// Its pictures and its number.
    pub clip: ClipThumb,
    /// Where it comes from.
    pub origin: VersionOrigin,
    /// The version it was made of.
    pub parent: Option<u32>,
    /// Who made it; null for a model.
    pub made_by: Option<String>,
    /// When it came in.
    pub made_at: Timestamp,
    /// What its file was called.
    pub file_name: String,
    /// BLAKE3 of its bytes.
    pub content_hash: ContentHash,
    /// Frames.
    pub frame_count: u32,
    /// Frames a second.
    pub frame_rate: String,
    /// Its usable part, where somebody marked it.
    pub good_part: Option<GoodPart>,
    /// Whether its preview is ready.
    pub preview: PreviewState,
    /// Whether the generation stands with it.
    pub current: bool,
}

/// A version that is new in the library.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AddedVersion {
    /// Of which generation.
    pub generation_id: GenerationId,
    /// Its number.
    pub version: u32,
    /// Its key on the media server.
    pub clip_key: String,
    /// Where it lies now, for people.
    pub path: String,
    /// Where the generation stands now.
    pub status: Status,
    /// Whether a sign-off fell with it.
    pub sign_off_voided: bool,
}
