//! Refine or regenerate: is a clip that needs an edit worth its editor, or is another attempt cheaper?

use super::{Advice, AdviceKind, AdviceTone, Figure};
use crate::cost_parts::CostParts;
use crate::metrics::{Tally, cost_of_minutes};
use rust_decimal::Decimal;

/// What may be said of a clip that needs an edit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum RefineVerdict {
    /// Fixing it costs less than another usable clip is expected to.
    Refine,
    /// Another usable clip is expected to cost less than fixing it.
    Regenerate,
    /// Something is not known: what it is stands beside it.
    CannotSay,
}

/// Fixing a clip against making another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RefineOrRegenerate {
    /// What is cheaper.
    pub verdict: RefineVerdict,
    /// What another usable clip is expected to cost: generation and review, over the usable rate. `None` while nothing is usable.
    pub another: Option<Decimal>,
    /// What an hour of the editor costs; `None` where nobody said.
    pub hourly_rate: Option<Decimal>,
    /// How long an edit may take until another attempt is the cheaper way.
    pub break_even_minutes: Option<Decimal>,
    /// How long the edit is expected to take; `None` where nothing was edited yet.
    pub minutes: Option<Decimal>,
    /// What that costs.
    pub fixing: Option<Decimal>,
}

/// What another usable clip is expected to cost: (generation + review) over the usable rate. Editing, sign-off and overhead are not in
/// it: they come to either way.
pub fn another_usable(tally: &Tally, costs: &CostParts) -> Option<Decimal> {
    let per_attempt = costs
        .model
        .checked_add(costs.review)?
        .checked_div(Decimal::from(tally.total))?;
    per_attempt.checked_div(tally.usable_rate()?)
}

/// Fixing a clip in `minutes` at `hourly_rate` against making another one.
pub fn refine_or_regenerate(
    another: Option<Decimal>,
    hourly_rate: Option<Decimal>,
    minutes: Option<Decimal>,
) -> RefineOrRegenerate {
    let fixing = minutes
        .zip(hourly_rate)
        .and_then(|(minutes, rate)| cost_of_minutes(minutes, rate));
    let verdict = match (fixing, another) {
        (Some(fixing), Some(another)) if fixing <= another => RefineVerdict::Refine,
        (Some(_), Some(_)) => RefineVerdict::Regenerate,
        _ => RefineVerdict::CannotSay,
    };
    let break_even_minutes = another
        .zip(hourly_rate)
        .and_then(|(another, rate)| another.checked_mul(Decimal::from(60))?.checked_div(rate));
    RefineOrRegenerate {
        verdict,
        another,
        hourly_rate,
        break_even_minutes,
        minutes,
        fixing,
    }
}

/// What to do with the clips that wait to be edited; nothing where none waits or the break-even is not known.
pub fn refine_advice(waiting: u64, answer: &RefineOrRegenerate) -> Option<Advice> {
    let (another, break_even) = (answer.another?, answer.break_even_minutes?);
    if waiting == 0 {
        return None;
    }
    let mut figures = vec![
        Figure::count("clips that need an edit", waiting),
        Figure::money("another usable clip is expected to cost", another),
        Figure::minutes("break-even", break_even),
    ];
    if let Some((minutes, fixing)) = answer.minutes.zip(answer.fixing) {
        figures.push(Figure::minutes("an edit took so far, on average", minutes));
        figures.push(Figure::money("what such an edit costs", fixing));
    }
    let (tone, headline, what_to_do) = match answer.verdict {
        RefineVerdict::Regenerate => (
            AdviceTone::Act,
            "Fixing a clip costs more here than making another.",
            "Take up the edit only where it is done within the break-even minutes. Else reject the clip, and generate again.",
        ),
        RefineVerdict::Refine => (
            AdviceTone::Know,
            "Fixing a clip costs less here than making another.",
            "Edit what waits before anything is generated again. Give up where an edit passes the break-even minutes.",
        ),
        RefineVerdict::CannotSay => (
            AdviceTone::Know,
            "Nothing was edited yet, so what an edit takes is not known.",
            "An edit that is done within the break-even minutes is cheaper than another attempt.",
        ),
    };
    Some(Advice {
        kind: AdviceKind::RefineOrRegenerate,
        subject: None,
        tone,
        headline: headline.to_owned(),
        what_to_do: what_to_do.to_owned(),
        figures,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn worked() -> (Tally, CostParts) {
        let tally = Tally {
            total: 50,
            usable: 8,
            ..Tally::default()
        };
        let costs = CostParts {
            model: Decimal::from(30),
            review: Decimal::from(180),
            edit: Decimal::from(120),
            ..CostParts::default()
        };
        (tally, costs)
    }

    #[test]
    fn in_the_worked_pilot_another_usable_clip_costs_a_bit_over_26_dollars_of_editing_at_an_hour_of_sixty() {
        let (tally, costs) = worked();
        let another = another_usable(&tally, &costs).unwrap();
        assert_eq!(another, Decimal::new(2625, 2));
        let answer = refine_or_regenerate(Some(another), Some(Decimal::from(60)), Some(Decimal::from(15)));
        assert_eq!(answer.break_even_minutes, Some(Decimal::new(2625, 2)));
        assert_eq!(
            (answer.verdict, answer.fixing),
            (RefineVerdict::Refine, Some(Decimal::from(15)))
        );
        let long = refine_or_regenerate(Some(another), Some(Decimal::from(60)), Some(Decimal::from(27)));
        assert_eq!(long.verdict, RefineVerdict::Regenerate);
        assert_eq!(refine_advice(3, &long).unwrap().tone, AdviceTone::Act);
    }

    #[test]
    fn what_is_not_known_is_not_guessed() {
        let nothing_usable = Tally {
            total: 50,
            ..Tally::default()
        };
        assert_eq!(another_usable(&nothing_usable, &worked().1), None);
        assert_eq!(another_usable(&Tally::default(), &CostParts::default()), None);
        let no_rate = refine_or_regenerate(Some(Decimal::TEN), None, Some(Decimal::TEN));
        assert_eq!(
            (no_rate.verdict, no_rate.break_even_minutes),
            (RefineVerdict::CannotSay, None)
        );
        let free = refine_or_regenerate(Some(Decimal::TEN), Some(Decimal::ZERO), Some(Decimal::TEN));
        assert_eq!(
            (free.verdict, free.break_even_minutes),
            (RefineVerdict::Refine, None),
            "an editor who costs nothing never breaks even"
        );
        assert_eq!(refine_advice(3, &no_rate), None);
        assert_eq!(
            refine_advice(0, &refine_or_regenerate(Some(Decimal::TEN), Some(Decimal::TEN), None)),
            None
        );
    }

    proptest! {
        #[test]
        fn an_edit_below_the_break_even_is_refined_and_one_above_it_is_not(another in 1_i64..10_000, rate in 1_i64..500, minutes in 1_i64..10_000) {
            let answer = refine_or_regenerate(Some(another.into()), Some(rate.into()), Some(minutes.into()));
            // another * 60 against minutes * rate, in whole numbers
            let refine = minutes * rate <= another * 60;
            prop_assert_eq!(answer.verdict == RefineVerdict::Refine, refine);
        }
    }
}
