//! A run as a person plans it. Amounts, rates and minutes are decimals as text; what is left out is unknown, never 0.

use circletake_domain::id::{BriefId, ModelName, PersonId, PilotId, PromptId, TemplateId};
use circletake_domain::prices::PriceRequest;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A run as a person plans it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlanDraft {
    /// The brief that is run, where it is written already.
    pub brief_id: Option<BriefId>,
    /// The models that share the run.
    pub models: Vec<PlanModel>,
    /// Seconds of one clip; what follows per second is not said without.
    pub seconds: Option<String>,
    /// Creative review, on every generation.
    pub review: PlanMinutes,
    /// Editing, on the clips that pass.
    pub editing: PlanMinutes,
    /// Brand review, on the clips that pass.
    pub brand_review: PlanMinutes,
    /// What the run costs beside models and people.
    pub overhead: PlanOverhead,
    /// What one clip costs the team today.
    pub benchmark: Option<String>,
    /// How many usable clips are wanted.
    pub usable_wanted: Option<u32>,
}

/// A model's part of a run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlanModel {
    /// As logs and price lists call it.
    pub name: ModelName,
    /// How many generations it makes.
    pub generations: u32,
    /// What one of them costs.
    pub price: PlanPrice,
    /// What is known of its usable rate.
    pub rate: RateSource,
}

/// What a generation costs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum PlanPrice {
    /// As the price catalogue says for this request; where it says nothing, the price is unknown.
    Catalogue {
        /// One clip of the model.
        request: PriceRequest,
    },
    /// So much for each, as the person said.
    PerGeneration {
        /// In the library's currency.
        amount: String,
    },
    /// So much for each second, as the person said.
    PerSecond {
        /// In the library's currency.
        amount: String,
    },
    /// Nobody knows.
    Unknown,
}

/// What is known of a usable rate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum RateSource {
    /// What own attempts came to.
    History {
        /// Whose.
        source: AttemptsSource,
    },
    /// "About this rate, as sure as so many clips."
    Guess {
        /// 0 to 1.
        rate: String,
        /// How many clips one would have to have seen to be as sure.
        as_sure_as: String,
    },
    /// Taken as known: no doubt is left but luck.
    Exactly {
        /// 0 to 1.
        rate: String,
    },
}

/// Whose attempts a rate is read from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", content = "id", rename_all = "snake_case")]
pub enum AttemptsSource {
    /// One pilot's.
    Pilot(PilotId),
    /// One brief's.
    Brief(BriefId),
    /// One model's.
    Model(ModelName),
    /// All for a format.
    Format(String),
    /// All with any version of a prompt template.
    Template(TemplateId),
    /// All with any version of a prompt.
    Prompt(PromptId),
}

/// Minutes a clip takes, and what an hour of them costs.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct PlanMinutes {
    /// For one clip.
    pub minutes: String,
    /// Who spends them; their rate counts where no other is said.
    pub person_id: Option<PersonId>,
    /// What an hour costs.
    pub hourly_rate: Option<String>,
}

/// What a run costs beside models and people.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct PlanOverhead {
    /// Once.
    pub once: String,
    /// For each generation.
    pub per_generation: String,
    /// Several prompts in one request.
    pub grouped: Option<GroupedPrompts>,
    /// The share that reused templates save of the overhead, 0 to 1.
    pub template_reuse_saving: Option<String>,
}

/// Several prompts in one request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct GroupedPrompts {
    /// 4 to 8 as a rule, 16 at most.
    pub per_request: u32,
    /// The share that this saves of the overhead, 0 to 1.
    pub saving: String,
}

/// Attempts that a usable rate can be read from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SourceView {
    /// Whose.
    pub source: AttemptsSource,
    /// What people call it.
    pub label: String,
    /// What they came to.
    pub seen: SeenAttemptsView,
}

/// What own attempts came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SeenAttemptsView {
    /// Attempts, failures included.
    pub total: u32,
    /// Usable ones.
    pub usable: u32,
    /// Those not decided yet; they count as not usable.
    pub undecided: u32,
    /// usable / total.
    pub rate: Option<String>,
    /// Wilson, 95 %.
    pub interval: Option<[String; 2]>,
    /// Minutes of review over attempts.
    pub review_minutes: Option<String>,
    /// Minutes of editing over usable clips.
    pub editing_minutes: Option<String>,
    /// Minutes of brand review over usable clips.
    pub brand_minutes: Option<String>,
}
