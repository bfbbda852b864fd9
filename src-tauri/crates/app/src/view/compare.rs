//! Comparing: what is remembered of it, what made the takes, and what people said of pairs.

use circletake_domain::id::{BriefId, GenerationId, ModelName, PersonId};
use circletake_domain::money::{Amount, CostBasis};
pub use circletake_domain::pair::PairAnswer;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// How the takes on screen are laid over or beside each other.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CompareMode {
    /// Beside each other, as many as the layout has places.
    #[default]
    Tiles,
    /// One of a pair, the other on the same frame a key away.
    Flip,
    /// Both, on either side of a line.
    Wipe,
    /// The second over the first, half transparent.
    Overlay,
    /// What differs between them.
    Difference,
}

/// A straight line over the picture, with the second take on one side of it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, TS)]
pub struct WipeLine {
    /// A point it goes through, from the left, 0 to 1.
    pub x: f64,
    /// And from the top, 0 to 1.
    pub y: f64,
    /// How it is turned: 0 is upright, with the second take on the right; 90 lies flat, with the second take below.
    pub degrees: f64,
}

impl Default for WipeLine {
    fn default() -> Self {
        Self {
            x: 0.5,
            y: 0.5,
            degrees: 0.0,
        }
    }
}

/// How takes of a brief were last compared.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct CompareState {
    /// The takes on screen, in their order.
    pub takes: Vec<GenerationId>,
    /// Which of them decisions were about, from 0.
    pub active: u32,
    /// How many were wanted on screen: 1, 2, 4 or 9.
    pub layout: u32,
    /// How they were laid.
    pub mode: CompareMode,
    /// Which two of them a wipe, overlay or difference was of, the lower one first.
    #[serde(default)]
    pub pair: Option<[GenerationId; 2]>,
    /// Where the line of the wipe was.
    pub wipe: WipeLine,
    /// How opaque the second take was in the overlay, 0 to 1.
    pub opacity: f64,
    /// How much differences were amplified.
    pub gain: f64,
    /// How large the picture was; 1 fits.
    pub zoom: f64,
    /// How far it was moved to the right, in widths of the picture as it fits.
    pub pan_x: f64,
    /// And down, in heights.
    pub pan_y: f64,
    /// Brighter or darker, in stops.
    pub exposure: f64,
    /// 1 is as it is; more lifts the dark parts.
    pub gamma: f64,
    /// Frames that a take was moved by against the start of its file.
    pub nudges: BTreeMap<GenerationId, i32>,
    /// The take that is heard when sound is on.
    pub audible: Option<GenerationId>,
}

/// What made two takes, and what differs in it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct MakingComparison {
    /// What made the first.
    pub a: MakingView,
    /// What made the second.
    pub b: MakingView,
    /// Both prompts word by word; empty where neither is known.
    pub prompt: Vec<PromptPiece>,
    /// Every setting of either request, by name.
    pub settings: Vec<SettingPair>,
}

/// What made a take. Null is unknown.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct MakingView {
    /// The take.
    pub generation_id: GenerationId,
    /// By which model.
    pub model: Option<ModelName>,
    /// The prompt's name.
    pub prompt_id: Option<String>,
    /// Its version, as written.
    pub prompt_version: Option<String>,
    /// Whether its words are known.
    pub has_prompt: bool,
    /// The template it was rendered from.
    pub template_id: Option<String>,
    /// The version of the template.
    pub template_version: Option<u32>,
    /// The seed, as the provider writes it.
    pub seed: Option<String>,
    /// The length asked for, in seconds, as a decimal.
    pub requested_seconds: Option<String>,
    /// What it cost.
    pub cost: Option<Amount>,
    /// How that is known.
    pub cost_basis: Option<CostBasis>,
    /// What it was expected to cost.
    pub projected_cost: Option<Amount>,
}

/// In which of two texts a piece stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PieceOf {
    /// In both.
    Both,
    /// Only in the first.
    A,
    /// Only in the second.
    B,
}

/// A run of words of two texts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PromptPiece {
    /// Where it stands.
    pub of: PieceOf,
    /// The words, with the spaces between them.
    pub text: String,
}

/// A setting as two requests carried it; null where one did not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SettingPair {
    /// Its name; of nested ones joined by dots.
    pub name: String,
    /// In the first request.
    pub a: Option<String>,
    /// In the second.
    pub b: Option<String>,
}

/// What a person says of two takes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PairRequest {
    /// The take that stands first.
    pub a: GenerationId,
    /// The other one.
    pub b: GenerationId,
    /// Who says it.
    pub person_id: PersonId,
    /// What.
    pub answer: PairAnswer,
    /// Whether model, prompt and price were hidden.
    pub blind: bool,
}

/// What was said of the pairs of a brief, added up. Of each person about each two takes the latest answer counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PairTally {
    /// Whose.
    pub brief_id: BriefId,
    /// How each take fared; most wins first.
    pub takes: Vec<TakeStanding>,
    /// How the takes of each model fared against others; most wins first.
    pub models: Vec<ModelStanding>,
    /// The answers that count, oldest first.
    pub answers: Vec<PairAnswerView>,
}

/// How a take fared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TakeStanding {
    /// Which.
    pub generation_id: GenerationId,
    /// Its model, where known.
    pub model: Option<ModelName>,
    /// The numbers.
    pub standing: StandingView,
}

/// How the takes of a model fared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ModelStanding {
    /// Which; null for takes whose model is unknown.
    pub model: Option<ModelName>,
    /// The numbers.
    pub standing: StandingView,
}

/// Answers by what they were.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct StandingView {
    /// Said to be the better one.
    pub won: u32,
    /// The other was said to be better.
    pub lost: u32,
    /// Neither was better.
    pub tied: u32,
    /// Neither was worth keeping.
    pub both_bad: u32,
}

/// An answer that counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PairAnswerView {
    /// The take that stood first.
    pub a: GenerationId,
    /// The other one.
    pub b: GenerationId,
    /// Who said it.
    pub person_id: PersonId,
    /// What they said.
    pub answer: PairAnswer,
}
