//! What the numbers of a pilot suggest, each piece with the figures it stands on. Rules with thresholds that have names; a person
//! decides, and may put any of it aside until its figures change.

mod better;
mod loop_alarm;
mod refine;
mod rejections;
mod stop_now;

pub use better::{Contender, FROM_TRIES, Kind, Standing, standing};
pub use loop_alarm::{DEFAULT_LOOP_ATTEMPTS, LoopRun, loop_alarm};
pub use refine::{RefineOrRegenerate, RefineVerdict, another_usable, refine_advice, refine_or_regenerate};
pub use rejections::{FROM_REJECTS, PromptRejects, Rejections, advice_on_rejections};
pub use stop_now::{FROM_ATTEMPTS, NextUsable, STOP_FROM, advice_to_stop, next_usable};

use rust_decimal::{Decimal, prelude::FromPrimitive};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a piece of advice is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AdviceKind {
    /// Most rejects are prompt trouble.
    PromptsToFix,
    /// Most rejects are a product shown wrongly.
    BackgroundsInstead,
    /// Risk and compliance hold the work up, not the price of models.
    ComplianceBottleneck,
    /// Attempt after attempt on one brief came to nothing.
    LoopAlarm,
    /// Clips wait to be edited: fix them, or make another.
    RefineOrRegenerate,
    /// The next usable clip is expected to cost more than the benchmark.
    StopNow,
    /// Which model gives more usable clips.
    BetterModel,
    /// Which prompt version gives more usable clips.
    BetterPrompt,
}

impl AdviceKind {
    /// The word kept.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::PromptsToFix => "prompts_to_fix",
            Self::BackgroundsInstead => "backgrounds_instead",
            Self::ComplianceBottleneck => "compliance_bottleneck",
            Self::LoopAlarm => "loop_alarm",
            Self::RefineOrRegenerate => "refine_or_regenerate",
            Self::StopNow => "stop_now",
            Self::BetterModel => "better_model",
            Self::BetterPrompt => "better_prompt",
        }
    }
}

/// How pressing it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AdviceTone {
    /// Money is being lost: do something.
    Act,
    /// Worth knowing.
    Know,
    /// The data does not say yet.
    TooEarly,
}

/// What a figure counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FigureUnit {
    /// An amount in the pilot's currency.
    Money,
    /// A share of 1.
    Share,
    /// A number of things.
    Count,
    /// Minutes.
    Minutes,
}

/// One number that advice stands on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Figure {
    /// What it is: `attempts in a row`.
    pub label: String,
    /// The number.
    #[ts(type = "string")]
    pub value: Decimal,
    /// What it counts.
    pub unit: FigureUnit,
}

impl Figure {
    /// An amount of money.
    pub fn money(label: &str, value: Decimal) -> Self {
        Self::new(label, value, FigureUnit::Money)
    }
    /// A share of 1.
    pub fn share(label: &str, value: Decimal) -> Self {
        Self::new(label, value, FigureUnit::Share)
    }
    /// A probability, to six places: further digits of an estimate say nothing.
    pub fn probability(label: &str, value: f64) -> Self {
        let value = Decimal::from_f64(value).unwrap_or_default().round_dp(6);
        Self::new(label, value, FigureUnit::Share)
    }
    /// A number of things.
    pub fn count(label: &str, value: u64) -> Self {
        Self::new(label, Decimal::from(value), FigureUnit::Count)
    }
    /// Minutes.
    pub fn minutes(label: &str, value: Decimal) -> Self {
        Self::new(label, value, FigureUnit::Minutes)
    }
    fn new(label: &str, value: Decimal, unit: FigureUnit) -> Self {
        Self {
            label: label.to_owned(),
            value: value.normalize(),
            unit,
        }
    }
}

/// A piece of advice with what it stands on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advice {
    /// What it is about.
    pub kind: AdviceKind,
    /// Which brief, model or prompt version, where it is about one.
    pub subject: Option<String>,
    /// How pressing it is.
    pub tone: AdviceTone,
    /// What is the case, in a sentence.
    pub headline: String,
    /// What to do about it.
    pub what_to_do: String,
    /// What it stands on.
    pub figures: Vec<Figure>,
}

impl Advice {
    /// What tells it from other advice; the same next week, whatever the figures are then.
    pub fn id(&self) -> String {
        match &self.subject {
            Some(subject) => format!("{}:{subject}", self.kind.as_str()),
            None => self.kind.as_str().to_owned(),
        }
    }
}

/// A figure that moved by more than this share of the larger value is another figure.
pub const MATERIAL_CHANGE: Decimal = Decimal::from_parts(2, 0, 0, false, 1);

/// Whether advice that somebody put aside says something else by now.
pub fn changed_materially(before: &[Figure], now: &[Figure]) -> bool {
    before.len() != now.len()
        || before
            .iter()
            .zip(now)
            .any(|(old, new)| old.label != new.label || moved(old.value, new.value))
}

fn moved(old: Decimal, new: Decimal) -> bool {
    let larger = old.abs().max(new.abs());
    let (Some(gap), Some(allowed)) = (new.checked_sub(old), larger.checked_mul(MATERIAL_CHANGE)) else {
        return old != new;
    };
    gap.abs() > allowed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn advice_comes_back_when_a_figure_moves_by_more_than_a_fifth() {
        let before = [
            Figure::count("attempts in a row", 8),
            Figure::money("spent so far", Decimal::from(40)),
        ];
        assert!(!changed_materially(&before, &before));
        let little = [
            Figure::count("attempts in a row", 9),
            Figure::money("spent so far", Decimal::from(45)),
        ];
        assert!(!changed_materially(&before, &little));
        let more = [
            Figure::count("attempts in a row", 11),
            Figure::money("spent so far", Decimal::from(45)),
        ];
        assert!(changed_materially(&before, &more));
        assert!(
            changed_materially(&before, &before[..1]),
            "other figures are another matter"
        );
    }

    #[test]
    fn a_figure_that_was_nothing_is_material_as_soon_as_it_is_something() {
        assert!(moved(Decimal::ZERO, Decimal::ONE));
        assert!(!moved(Decimal::ZERO, Decimal::ZERO));
        assert!(moved(Decimal::MAX, Decimal::MIN));
    }

    #[test]
    fn figures_are_kept_and_read_back_exactly() {
        let figures = [Figure::money("spent so far", "41.250000001".parse().unwrap())];
        let kept = serde_json::to_string(&figures).unwrap();
        assert_eq!(
            kept,
            r#"[{"label":"spent so far","value":"41.250000001","unit":"money"}]"#
        );
        assert_eq!(serde_json::from_str::<Vec<Figure>>(&kept).unwrap(), figures);
    }
}
