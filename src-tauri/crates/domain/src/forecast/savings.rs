//! What grouped prompts and reused templates save of the overhead, as far as one may assume it.

use super::plan::{PlanProblem, PlannedOverhead};
use rust_decimal::Decimal;

/// What either pattern is expected to save: 20 to 40 % of the overhead. An assumption, and shown as one.
pub const EXPECTED_SAVING: [Decimal; 2] = [
    Decimal::from_parts(2, 0, 0, false, 1),
    Decimal::from_parts(4, 0, 0, false, 1),
];

/// How many prompts a request may hold.
const GROUP: std::ops::RangeInclusive<u32> = 2..=16;

/// A share of the overhead that is saved, 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Saving(pub Decimal);

/// Several prompts in one request: 4 to 8 as a rule, 16 at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grouping {
    /// Prompts in a request.
    pub prompts_per_request: u32,
    /// What that saves of the overhead.
    pub saving: Saving,
}

/// What the two patterns save, in money. Models bill every clip all the same, so that only the overhead shrinks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Saved {
    /// The overhead without either.
    pub before: Decimal,
    /// What is left of it.
    pub after: Decimal,
    /// What would be left if each saved just 40 %, and just 20 %.
    pub after_expected: [Decimal; 2],
    /// Requests that are sent: fewer than generations where prompts are grouped.
    pub requests: u64,
}

impl PlannedOverhead {
    pub(super) fn check(&self) -> Result<(), PlanProblem> {
        if let Some(grouping) = self.grouping
            && !GROUP.contains(&grouping.prompts_per_request)
        {
            return Err(PlanProblem::GroupOutOfRange(grouping.prompts_per_request));
        }
        let savings = [
            ("grouping prompts", self.grouping.map(|grouping| grouping.saving)),
            ("reusing templates", self.template_reuse),
        ];
        for (field, saving) in savings {
            if let Some(Saving(value)) = saving
                && !(Decimal::ZERO..=Decimal::ONE).contains(&value)
            {
                return Err(PlanProblem::SavingOutOfRange { field, value });
            }
        }
        Ok(())
    }

    /// The overhead of so many generations, saved on and not. Two patterns save one after the other: what the first left is what
    /// the second can save of.
    pub fn saved(&self, generations: u64) -> Result<Saved, PlanProblem> {
        let before = Decimal::from(generations)
            .checked_mul(self.per_generation)
            .and_then(|each| each.checked_add(self.once))
            .ok_or(PlanProblem::TooLarge)?;
        let left = |share: Option<Decimal>| {
            let grouped = self.grouping.map(|grouping| share.unwrap_or(grouping.saving.0));
            let reused = self.template_reuse.map(|saving| share.unwrap_or(saving.0));
            [grouped, reused]
                .into_iter()
                .flatten()
                .try_fold(before, |left, share| left.checked_mul(Decimal::ONE - share))
                .ok_or(PlanProblem::TooLarge)
        };
        Ok(Saved {
            before,
            after: left(None)?,
            after_expected: [left(Some(EXPECTED_SAVING[1]))?, left(Some(EXPECTED_SAVING[0]))?],
            requests: self.grouping.map_or(generations, |grouping| {
                generations.div_ceil(u64::from(grouping.prompts_per_request.max(1)))
            }),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_patterns_save_one_after_the_other_and_never_more_than_there_is() {
        let overhead = PlannedOverhead {
            once: Decimal::from(20),
            per_generation: Decimal::new(16, 1),
            grouping: Some(Grouping {
                prompts_per_request: 8,
                saving: Saving(Decimal::new(3, 1)),
            }),
            template_reuse: Some(Saving(Decimal::new(2, 1))),
        };
        let saved = overhead.saved(50).unwrap();
        assert_eq!(saved.before, Decimal::from(100));
        assert_eq!(saved.after, Decimal::from(56));
        assert_eq!(saved.after_expected, [Decimal::from(36), Decimal::from(64)]);
        assert_eq!(saved.requests, 7);
    }

    #[test]
    fn groups_that_no_provider_takes_and_savings_beyond_everything_are_refused() {
        let grouped = |prompts_per_request, share| PlannedOverhead {
            grouping: Some(Grouping {
                prompts_per_request,
                saving: Saving(share),
            }),
            ..PlannedOverhead::default()
        };
        assert_eq!(
            grouped(17, Decimal::ZERO).check(),
            Err(PlanProblem::GroupOutOfRange(17))
        );
        assert!(grouped(1, Decimal::ZERO).check().is_err());
        assert!(grouped(8, Decimal::TWO).check().is_err());
        assert_eq!(grouped(8, EXPECTED_SAVING[1]).check(), Ok(()));
    }
}
