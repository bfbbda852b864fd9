//! The sign-off desk: what waits, what is asked, who signed what.

use super::clips::{ClipFlag, ClipThumb, PreviewState};
use circletake_domain::gate::{Gate, GateAnswer, GateCondition, GateKey, Verdict};
use circletake_domain::id::{BriefId, ContentHash, GenerationId, PersonId};
use circletake_domain::sign_off::VoidReason;
use circletake_domain::status::Status;
use circletake_domain::timestamp::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What waits for a brand reviewer.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SignOffQueue {
    /// What waits, the oldest attempt first; of very many, the first few thousand.
    pub waiting: Vec<SignOffItem>,
    /// How many of the same scope are approved.
    pub signed: u32,
}

/// One generation that waits.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SignOffItem {
    /// `gen_00042`.
    pub generation_id: GenerationId,
    /// Its brief.
    pub brief_id: BriefId,
    /// Its pictures, where a clip is on this machine.
    pub clip: Option<ClipThumb>,
    /// What automatic checks saw.
    pub flags: Vec<ClipFlag>,
    /// Why the signature it had holds no longer; null where it never had one.
    pub voided: Option<VoidReason>,
}

/// One generation at the desk.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DeskView {
    /// `gen_00042`.
    pub generation_id: GenerationId,
    /// Where it stands.
    pub status: Status,
    /// Whose checklist is asked; null where the brief names no brand.
    pub brand: Option<String>,
    /// The bytes it is about.
    pub content_hash: Option<ContentHash>,
    /// Its file holds other bytes than these; nothing can be signed until it does again.
    pub file_changed: bool,
    /// What is asked: gates, then the brand's checklist.
    pub gates: Vec<GateView>,
    /// Every sign-off it ever had, the latest first.
    pub sign_offs: Vec<SignOffView>,
    /// Every version of the clip, the first first.
    pub versions: Vec<VersionView>,
    /// Who may not sign it, because it is their work.
    pub makers: Vec<MakerView>,
}

/// A gate, or a line of the checklist.
#[derive(Debug, Clone, Serialize, TS)]
pub struct GateView {
    /// What it is answered by: the gate's word, or the line's identity.
    pub key: GateKey,
    /// What the line of the checklist asks; null for a gate.
    pub item: Option<String>,
    /// What was answered for the current bytes; null while it stands open.
    pub answer: Option<GateAnswerView>,
}

/// What a person answered.
#[derive(Debug, Clone, Serialize, TS)]
pub struct GateAnswerView {
    /// What.
    pub verdict: Verdict,
    /// Why it failed, or does not apply.
    pub words: Option<String>,
    /// At which frame of the clip.
    pub frame: Option<u32>,
    /// Who.
    pub person_id: PersonId,
    /// Their name.
    pub person_name: String,
    /// When.
    pub at: Timestamp,
}

/// A sign-off, standing or void.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SignOffView {
    /// Of which version.
    pub version: u32,
    /// Of which bytes.
    pub content_hash: ContentHash,
    /// Who.
    pub person_id: PersonId,
    /// Their name then.
    pub person_name: String,
    /// Whether they gave a passphrase.
    pub passphrase_checked: bool,
    /// In their words.
    pub note: Option<String>,
    /// When.
    pub at: Timestamp,
    /// When it ended; null while it stands.
    pub voided_at: Option<Timestamp>,
    /// Why it ended.
    pub void_reason: Option<VoidReason>,
}

/// A version of the clip.
#[derive(Debug, Clone, Serialize, TS)]
pub struct VersionView {
    /// The key of the media server.
    pub clip_key: String,
    /// 1 for what the model made.
    pub version: u32,
    /// Its bytes.
    pub content_hash: ContentHash,
    /// Width over height of the shown picture, times 1000.
    pub aspect_permille: u32,
    /// Where its preview stands.
    pub preview: PreviewState,
    /// Who made it, where that is known.
    pub made_by: Option<String>,
    /// When it came in.
    pub at: Timestamp,
}

/// Somebody whose work a clip is.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MakerView {
    /// Who.
    pub person_id: PersonId,
    /// Their name.
    pub name: String,
}

/// An answer at a gate, to be recorded.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct AnswerRequest {
    /// About which generation.
    pub generation_id: GenerationId,
    /// At which gate, or line of the checklist.
    pub gate: GateKey,
    /// By whom.
    pub person_id: PersonId,
    /// What.
    pub answer: GateAnswer,
    /// At which frame of the clip, if need be.
    pub frame: Option<u32>,
}

/// A signature, to be recorded.
#[derive(Clone, Deserialize, TS)]
pub struct SignRequest {
    /// Of which generation.
    pub generation_id: GenerationId,
    /// By whom.
    pub person_id: PersonId,
    /// Their passphrase, where one is set for them.
    pub passphrase: Option<String>,
    /// In their words.
    pub note: Option<String>,
    /// The bytes the signer looked at; refused where the clip has others by now.
    pub content_hash: Option<ContentHash>,
}

/// A passphrase is set, changed or taken away.
#[derive(Clone, Deserialize, TS)]
pub struct PassphraseRequest {
    /// Whose.
    pub person_id: PersonId,
    /// Who does it: that person, or an owner.
    pub by_id: PersonId,
    /// The passphrase of who does it, where they have one.
    pub by_passphrase: Option<String>,
    /// The new one; null takes it away.
    pub passphrase: Option<String>,
}

/// A line of the table that opens gates.
#[derive(Debug, Clone, Serialize, TS)]
pub struct GateRuleView {
    /// The gate.
    pub gate: Gate,
    /// What opens it here.
    pub condition: GateCondition,
    /// Whether that is as shipped.
    pub shipped: bool,
}

/// A brand's checklist.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ChecklistView {
    /// The brand; empty for every brand's.
    pub brand: String,
    /// Its lines, in order.
    pub lines: Vec<ChecklistLineView>,
}

/// A line of a checklist. Sent back with changed words it becomes a new line.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ChecklistLineView {
    /// Its identity; null for a new one.
    pub key: Option<String>,
    /// What is asked.
    pub body: String,
}

/// How a sign-off sheet is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SheetFormat {
    /// One page with its pictures inside.
    Html,
    /// A row an answer.
    Csv,
}

/// Which generations stand on a sheet.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum SheetSubject {
    /// These.
    Generations {
        /// In this order.
        generations: Vec<GenerationId>,
    },
    /// All of a scope that came as far as brand review.
    Scope {
        /// Which.
        scope: super::pilot::Scope,
    },
}
