//! A brief while it is written: what stands in it, what is wrong with it, what it said before.

use super::compare::PromptPiece;
use circletake_domain::brief::presets::{ChannelPreset, FormatPreset};
use circletake_domain::brief::{BriefForm, UseAdvice};
use circletake_domain::gate::Gate;
use circletake_domain::id::{BriefId, PilotId};
use circletake_domain::timestamp::Timestamp;
use serde::Serialize;
use ts_rs::TS;

/// A brief on the screen where it is written.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BriefWriting {
    /// `bf_2025_001`.
    pub id: BriefId,
    /// The pilot it belongs to, if any.
    pub pilot_id: Option<PilotId>,
    /// What stands in it: the draft where there is one, else the current revision.
    pub form: BriefForm,
    /// What was typed since the current revision.
    pub draft: Option<DraftView>,
    /// Its revisions, the latest first.
    pub revisions: Vec<RevisionView>,
    /// What is to be said of it.
    pub check: BriefCheck,
    /// Fields that came with it and that Circletake has none for; they go out again as they came.
    pub other_fields: Vec<String>,
}

/// What was typed since the current revision.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DraftView {
    /// When.
    pub saved_at: Timestamp,
    /// The revision it was begun on; an older one where somebody revised the brief in between.
    pub base: u32,
}

/// A revision in the list.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RevisionView {
    /// From 1.
    pub number: u32,
    /// When it was made.
    pub created_at: Timestamp,
    /// By whom, where known.
    pub created_by: Option<String>,
    /// Attempts that ran with it.
    pub generations: u32,
    /// What it said it was for.
    pub goal: String,
}

/// What is to be said of a brief as it is written.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BriefCheck {
    /// What does not read; it stays a draft until this is put right.
    pub problems: Vec<FieldNote>,
    /// What is worth a second look.
    pub remarks: Vec<FieldNote>,
    /// Where AI video fits for it.
    pub advice: UseAdvice,
    /// The gates that a clip of it will have to pass.
    pub gates: Vec<OpenGate>,
    /// Whether it says something that the current revision does not.
    pub is_draft: bool,
}

/// Something said beside a field.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FieldNote {
    /// The field of the form.
    pub field: String,
    /// What, in a sentence.
    pub words: String,
}

/// A gate and what opens it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct OpenGate {
    /// Which.
    pub gate: Gate,
    /// Why.
    pub because: Vec<GateCause>,
}

/// What of a brief opens a gate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum GateCause {
    /// Every brief does.
    Always,
    /// Its risk is high.
    HighRisk,
    /// It is paid for.
    Paid,
    /// It has a sensitive category.
    Sensitive,
}

/// What a brief can start from.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BriefPresets {
    /// Where clips are shown.
    pub channels: Vec<ChannelPreset>,
    /// What is made.
    pub formats: Vec<FormatPreset>,
}

/// What differs between two states of a brief.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BriefDifference {
    /// Fields that differ, in the order of the form.
    pub fields: Vec<FieldDifference>,
}

/// A field that differs.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FieldDifference {
    /// The field of the form; the field's own name where the form has none for it.
    pub field: String,
    /// Word by word.
    pub pieces: Vec<PromptPiece>,
}
