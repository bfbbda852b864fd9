//! What the rejection reasons lead to: a template to fix, another use of AI video, or risk rather than price.

use super::{Advice, AdviceKind, AdviceTone, Figure};
use crate::cost_parts::CostParts;
use crate::reason::RejectionReason;
use rust_decimal::Decimal;

/// Fewer rejects than this say nothing about a habit.
pub const FROM_REJECTS: u64 = 10;
/// "Mostly" is at least one in this many.
const MOSTLY_ONE_IN: u64 = 2;
/// At most so many prompt versions are named.
const MOST_PROMPTS_NAMED: usize = 3;

/// What a better prompt could have changed.
const PROMPT_TROUBLE: [RejectionReason; 2] = [RejectionReason::PromptNotFollowed, RejectionReason::TooGeneric];
/// The product is not as it is.
const ACCURACY: [RejectionReason; 1] = [RejectionReason::ProductDetailWrong];
/// What only people may judge.
const RISK: [RejectionReason; 2] = [
    RejectionReason::RightsOrLikenessRisk,
    RejectionReason::UnsafeOrPolicyRisk,
];

/// What was thrown away for which reason, and what it was paid for.
#[derive(Debug, Clone)]
pub struct Rejections<'a> {
    /// Takes thrown away or sent back, by primary reason.
    pub reasons: &'a [(RejectionReason, u64)],
    /// The rejects of every prompt version.
    pub prompts: &'a [PromptRejects],
    /// What the money was spent on.
    pub costs: CostParts,
}

/// The rejects of a prompt version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PromptRejects {
    /// `pr_00007 v3`.
    pub name: String,
    /// Takes thrown away, by primary reason.
    pub reasons: Vec<(RejectionReason, u64)>,
}

/// Everything the rejection reasons suggest; nothing before there are enough of them.
pub fn advice_on_rejections(rejections: &Rejections<'_>) -> Vec<Advice> {
    let all = total(rejections.reasons);
    let mostly = |of: &[RejectionReason]| {
        let some = counted(rejections.reasons, of);
        (all >= FROM_REJECTS && some * MOSTLY_ONE_IN >= all).then_some(some)
    };
    let prompts = mostly(&PROMPT_TROUBLE).map(|some| prompts_to_fix(some, all, rejections.prompts));
    let accuracy = mostly(&ACCURACY).map(|some| backgrounds_instead(some, all));
    let compliance = compliance_bottleneck(mostly(&RISK), all, rejections.costs);
    [prompts, accuracy, compliance].into_iter().flatten().collect()
}

fn total(reasons: &[(RejectionReason, u64)]) -> u64 {
    reasons.iter().map(|(_, count)| count).sum()
}

fn counted(reasons: &[(RejectionReason, u64)], of: &[RejectionReason]) -> u64 {
    let among = reasons.iter().filter(|(reason, _)| of.contains(reason));
    among.map(|(_, count)| count).sum()
}

fn rejects(some: u64, all: u64, what: &str) -> Vec<Figure> {
    vec![
        Figure::count(what, some),
        Figure::count("takes thrown away or sent back", all),
    ]
}

fn prompts_to_fix(some: u64, all: u64, prompts: &[PromptRejects]) -> Advice {
    let mut worst: Vec<(&str, u64)> = prompts
        .iter()
        .map(|prompt| (prompt.name.as_str(), counted(&prompt.reasons, &PROMPT_TROUBLE)))
        .filter(|(_, trouble)| *trouble > 0)
        .collect();
    worst.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(other.0)));
    worst.truncate(MOST_PROMPTS_NAMED);
    let named: Vec<&str> = worst.iter().map(|(name, _)| *name).collect();
    let mut figures = rejects(some, all, "not what the prompt asked, or too generic");
    figures.extend(
        worst
            .iter()
            .map(|(name, trouble)| Figure::count(&format!("of them with {name}"), *trouble)),
    );
    Advice {
        kind: AdviceKind::PromptsToFix,
        subject: None,
        tone: AdviceTone::Act,
        headline: "Most takes are thrown away for prompt trouble.".to_owned(),
        what_to_do: if named.is_empty() {
            "Fix the prompt template before the next batch: say what the picture must show, and what makes it this brand's.".to_owned()
        } else {
            format!(
                "Fix the template before the next batch, beginning with {}: say what the picture must show, and what makes it this brand's.",
                named.join(", ")
            )
        },
        figures,
    }
}

fn backgrounds_instead(some: u64, all: u64) -> Advice {
    Advice {
        kind: AdviceKind::BackgroundsInstead,
        subject: None,
        tone: AdviceTone::Act,
        headline: "Most takes are thrown away because the product is shown wrongly.".to_owned(),
        what_to_do: "Use AI video for backgrounds and pre-production, and shoot or composite the product itself."
            .to_owned(),
        figures: rejects(some, all, "product detail wrong"),
    }
}

/// Either most rejects are risk, or people who check for it cost as much as everything else.
fn compliance_bottleneck(risky: Option<u64>, all: u64, costs: CostParts) -> Option<Advice> {
    let checking = costs.compliance.checked_add(costs.brand)?;
    let dear = checking > Decimal::ZERO && checking.checked_mul(Decimal::from(MOSTLY_ONE_IN))? >= costs.total();
    if risky.is_none() && !dear {
        return None;
    }
    let mut figures = risky.map_or_else(Vec::new, |some| rejects(some, all, "rights, likeness or policy"));
    figures.push(Figure::money("compliance and brand review", checking));
    figures.push(Figure::money("models", costs.model));
    Some(Advice {
        kind: AdviceKind::ComplianceBottleneck,
        subject: None,
        tone: AdviceTone::Act,
        headline: "The price of models is not the bottleneck here; risk is.".to_owned(),
        what_to_do: "Settle likeness, rights and claims in the brief before anything is generated, and ask who checks how often. A cheaper \
                     model changes little."
            .to_owned(),
        figures,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use RejectionReason::{
        ArtifactOrDistortion, ProductDetailWrong, PromptNotFollowed, TooGeneric, UnsafeOrPolicyRisk,
    };

    fn kinds(reasons: &[(RejectionReason, u64)], costs: CostParts) -> Vec<AdviceKind> {
        let rejections = Rejections {
            reasons,
            prompts: &[],
            costs,
        };
        advice_on_rejections(&rejections)
            .iter()
            .map(|advice| advice.kind)
            .collect()
    }

    #[test]
    fn each_kind_of_trouble_leads_to_its_own_advice_from_ten_rejects_and_one_in_two() {
        let free = CostParts::default();
        assert_eq!(kinds(&[], free), []);
        assert_eq!(kinds(&[(PromptNotFollowed, 9)], free), [], "nine rejects are no habit");
        assert_eq!(
            kinds(
                &[(PromptNotFollowed, 3), (TooGeneric, 2), (ArtifactOrDistortion, 5)],
                free
            ),
            [AdviceKind::PromptsToFix]
        );
        assert_eq!(kinds(&[(PromptNotFollowed, 4), (ArtifactOrDistortion, 6)], free), []);
        assert_eq!(
            kinds(&[(ProductDetailWrong, 6), (ArtifactOrDistortion, 4)], free),
            [AdviceKind::BackgroundsInstead]
        );
        assert_eq!(
            kinds(&[(UnsafeOrPolicyRisk, 10)], free),
            [AdviceKind::ComplianceBottleneck]
        );
    }

    #[test]
    fn checking_that_costs_as_much_as_everything_else_is_a_bottleneck_without_a_single_reject() {
        let costs = CostParts {
            model: Decimal::from(10),
            compliance: Decimal::from(30),
            ..CostParts::default()
        };
        assert_eq!(kinds(&[], costs), [AdviceKind::ComplianceBottleneck]);
        let cheap = CostParts {
            model: Decimal::from(31),
            ..costs
        };
        assert_eq!(kinds(&[], cheap), []);
    }

    #[test]
    fn the_prompt_versions_with_the_most_trouble_are_named_worst_first() {
        let prompts: Vec<PromptRejects> = [("a v1", 2), ("b v1", 5), ("c v1", 1), ("d v1", 2), ("e v1", 0)]
            .map(|(name, count)| PromptRejects {
                name: name.to_owned(),
                reasons: vec![(TooGeneric, count), (ArtifactOrDistortion, 3)],
            })
            .into();
        let rejections = Rejections {
            reasons: &[(TooGeneric, 10)],
            prompts: &prompts,
            costs: CostParts::default(),
        };
        let advice = &advice_on_rejections(&rejections)[0];
        assert!(
            advice.what_to_do.contains("beginning with b v1, a v1, d v1:"),
            "{}",
            advice.what_to_do
        );
        assert_eq!(advice.figures.len(), 5);
    }
}
