//! Prompt templates: their versions, how they read for a brief, and what became of the attempts made with them.

use super::compare::PromptPiece;
use super::pilot::ReasonCount;
use circletake_domain::id::{BriefId, PromptId, TemplateId};
use circletake_domain::money::Currency;
use circletake_domain::timestamp::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A template in the list.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TemplateView {
    /// `tpl_social_broll`.
    pub id: TemplateId,
    /// As people call it.
    pub name: String,
    /// Its versions, the latest first.
    pub versions: Vec<TemplateVersionView>,
}

/// A version of a template.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TemplateVersionView {
    /// From 1.
    pub number: u32,
    /// The text with its placeholders.
    pub body: String,
    /// What it is filed under.
    pub tags: Vec<String>,
    /// The idea it is a variant of.
    pub variant_group: Option<String>,
    /// Which variant: `A`.
    pub variant_label: Option<String>,
    /// When it was begun.
    pub created_at: Timestamp,
    /// By whom, where known.
    pub created_by: Option<String>,
    /// Who approved it.
    pub approved_by: Option<String>,
    /// When.
    pub approved_at: Option<Timestamp>,
    /// Whether a prompt was made of it.
    pub used: bool,
    /// Whether its words can change no more.
    pub settled: bool,
    /// What became of the attempts made with it.
    pub numbers: PromptNumbers,
}

/// What became of the attempts made with a prompt. Decimals as text; null where undefined, never 0.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PromptNumbers {
    /// Attempts, failures included.
    pub total: u32,
    /// Requests that failed.
    pub failed: u32,
    /// Usable ones.
    pub usable: u32,
    /// Published ones.
    pub published: u32,
    /// usable / total.
    pub usable_rate: Option<String>,
    /// Wilson, 95 %.
    pub usable_rate_interval: Option<[String; 2]>,
    /// Why takes were thrown away, most frequent first.
    pub rejection_reasons: Vec<ReasonCount>,
    /// What models cost, as far as known.
    pub model_cost: String,
    /// Attempts whose model cost is not known.
    pub unknown_costs: u32,
    /// People's minutes on these attempts at their rates.
    pub human_cost: String,
    /// Minutes by people whose rate is not known; their cost is missing.
    pub minutes_without_rate: String,
    /// Models, people, and what else was entered for these attempts.
    pub total_cost: String,
    /// Total over usable.
    pub cost_per_usable: Option<String>,
    /// What follows from the interval of the usable rate; the upper end is null where the rate may be 0.
    pub cost_per_usable_interval: Option<[Option<String>; 2]>,
    /// Of every amount.
    pub currency: Currency,
}

/// A prompt that a log names and that is of no template.
#[derive(Debug, Clone, Serialize, TS)]
pub struct NamedPromptView {
    /// As the log names it.
    pub id: PromptId,
    /// Its version as written; null where the log has none.
    pub version: Option<String>,
    /// Attempts with it.
    pub total: u32,
    /// Usable ones among them.
    pub usable: u32,
    /// usable / total.
    pub usable_rate: Option<String>,
    /// Wilson, 95 %.
    pub usable_rate_interval: Option<[String; 2]>,
}

/// Something a template may ask for.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PlaceholderView {
    /// Between the braces.
    pub name: String,
    /// What it is filled with.
    pub label: String,
}

/// How a template reads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TemplateReading {
    /// For which brief; null where none was chosen, and nothing is filled in.
    pub brief_id: Option<BriefId>,
    /// The prompt, run by run, gaps included.
    pub pieces: Vec<PromptRun>,
    /// Whether it can be sent: nothing unknown, nothing unclosed, nothing unfilled.
    pub complete: bool,
    /// What is wrong with the template whatever the brief says.
    pub faults: Vec<TemplateFaultView>,
    /// What it asks for and the brief leaves empty.
    pub unfilled: Vec<String>,
    /// What the brief says and the template does not ask for.
    pub unused: Vec<String>,
}

/// A run of a prompt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PromptRun {
    /// As it reads.
    pub text: String,
    /// The placeholder it came from; null for the template's own words.
    pub placeholder: Option<String>,
    /// Nothing fills it.
    pub gap: bool,
}

/// Something wrong in a template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TemplateFaultView {
    /// The line, from 1.
    pub line: u32,
    /// The placeholder nobody knows; null for braces that are never closed.
    pub unknown: Option<String>,
    /// What was probably meant.
    pub nearest: Option<String>,
}

/// A prompt that was kept because it is used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PromptView {
    /// `pr_00007`.
    pub id: PromptId,
    /// The number of the template version, as logs carry it.
    pub version: String,
    /// The text to send.
    pub text: String,
    /// For which brief.
    pub brief_id: BriefId,
    /// With which revision of it.
    pub brief_revision: u32,
}

/// A prompt that was rendered and not kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RenderedPrompt {
    /// Of which template; null where the text came from elsewhere.
    pub template_id: Option<TemplateId>,
    /// Which version of it.
    pub template_version: Option<u32>,
    /// For which brief.
    pub brief_id: BriefId,
    /// The text to send.
    pub text: String,
    /// What the brief says and the template does not ask for.
    pub unused: Vec<String>,
}

/// Prompts that are looked at as one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum PromptChoice {
    /// A version of a template.
    Version {
        /// Of which template.
        template_id: TemplateId,
        /// Which.
        number: u32,
    },
    /// Every version of a template.
    Template {
        /// Which.
        template_id: TemplateId,
    },
    /// A prompt by the name a log gives it, in one version or in all.
    Named {
        /// As the log names it.
        prompt_id: PromptId,
        /// Its version as written.
        version: Option<String>,
    },
}

/// Two prompts side by side.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PromptComparison {
    /// The first.
    pub a: ComparedPrompt,
    /// The second.
    pub b: ComparedPrompt,
    /// How likely B's usable rate is above A's, as a decimal.
    pub b_beats_a: String,
    /// What may be said.
    pub verdict: PromptVerdict,
    /// Both texts word by word; null where the words of one are not known.
    pub words: Option<Vec<PromptPiece>>,
}

/// One of two.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ComparedPrompt {
    /// `tpl_hook@2`.
    pub name: String,
    /// Its numbers.
    #[serde(flatten)]
    pub numbers: PromptNumbers,
}

/// What may be said of two prompts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PromptVerdict {
    /// A's rate is higher, with 95 % probability or more.
    AIsBetter,
    /// B's rate is higher, with 95 % probability or more.
    BIsBetter,
    /// The data does not say.
    TooEarlyToTell,
}
