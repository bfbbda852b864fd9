//! The numbers of a pilot, a brief or a library, from what was counted and paid. What cannot be said is `None`, never 0.

use crate::statistics::{Interval, Tries, wilson_95};
use rust_decimal::{Decimal, prelude::FromPrimitive};
use std::ops::Add;

/// What was counted and paid; every figure of a report follows from it. Two tallies add to the tally of both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Attempts, failures included.
    pub total: u64,
    /// Requests that failed.
    pub failed: u64,
    /// Approved to publish, scheduled or published.
    pub usable: u64,
    /// Published.
    pub published: u64,
    /// Usable clips whose length is not known; they are missing in `usable_seconds`.
    pub usable_of_unknown_length: u64,
    /// Seconds of usable clips: the good part where one was marked, else the whole clip.
    pub usable_seconds: Decimal,
    /// Attempts whose model cost is not known; it is missing in `model_cost`.
    pub unknown_costs: u64,
    /// What models cost, as far as known.
    pub model_cost: Decimal,
    /// Creative review, in minutes.
    pub review_minutes: Decimal,
    /// Editing, in minutes.
    pub editing_minutes: Decimal,
    /// Brand review, in minutes.
    pub brand_minutes: Decimal,
    /// Minutes times the rate of who spent them.
    pub human_cost: Decimal,
    /// Storage, orchestration, tooling, compliance.
    pub overhead_cost: Decimal,
}

/// What a usable clip costs at either end of the interval of the usable rate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CostInterval {
    /// At the high end of the rate.
    pub low: Decimal,
    /// At the low end of the rate; `None` where that end is 0 and no price is high enough.
    pub high: Option<Decimal>,
}

/// What minutes cost at an hourly rate.
pub fn cost_of_minutes(minutes: Decimal, hourly_rate: Decimal) -> Option<Decimal> {
    minutes.checked_mul(hourly_rate)?.checked_div(Decimal::from(60))
}

impl Tally {
    /// usable / total.
    pub fn usable_rate(&self) -> Option<Decimal> {
        quotient(self.usable.into(), self.total)
    }
    /// The Wilson 95 % interval of the usable rate.
    pub fn usable_rate_interval(&self) -> Option<Interval> {
        wilson_95(Tries::new(self.usable, self.total).ok()?)
    }
    /// total / usable.
    pub fn attempts_per_usable(&self) -> Option<Decimal> {
        quotient(self.total.into(), self.usable)
    }
    /// Models, people and overhead together.
    pub fn total_cost(&self) -> Option<Decimal> {
        self.model_cost
            .checked_add(self.human_cost)?
            .checked_add(self.overhead_cost)
    }
    /// Total cost over usable clips.
    pub fn cost_per_usable(&self) -> Option<Decimal> {
        quotient(self.total_cost()?, self.usable)
    }
    /// What follows for the cost of a usable clip from the interval of the usable rate: what an attempt costs over either end.
    pub fn cost_per_usable_interval(&self) -> Option<CostInterval> {
        self.cost_interval(self.usable_rate_interval()?)
    }
    /// The same for a published clip, from the interval of the published rate.
    pub fn cost_per_published_interval(&self) -> Option<CostInterval> {
        self.cost_interval(wilson_95(Tries::new(self.published, self.total).ok()?)?)
    }
    fn cost_interval(&self, rate: Interval) -> Option<CostInterval> {
        let per_attempt = quotient(self.total_cost()?, self.total)?;
        let at = |end: f64| per_attempt.checked_div(Decimal::from_f64(end)?);
        Some(CostInterval {
            low: at(rate.high)?,
            high: at(rate.low),
        })
    }
    /// Total cost over usable seconds; nothing is said while the length of a usable clip is not known.
    pub fn cost_per_usable_second(&self) -> Option<Decimal> {
        if self.usable_of_unknown_length > 0 {
            return None;
        }
        self.total_cost()?.checked_div(self.usable_seconds)
    }
    /// Total cost over published clips.
    pub fn cost_per_published(&self) -> Option<Decimal> {
        quotient(self.total_cost()?, self.published)
    }
    /// Review, editing and brand review together.
    pub fn human_minutes(&self) -> Option<Decimal> {
        self.review_minutes
            .checked_add(self.editing_minutes)?
            .checked_add(self.brand_minutes)
    }
    /// Minutes of people over usable clips.
    pub fn human_minutes_per_usable(&self) -> Option<Decimal> {
        quotient(self.human_minutes()?, self.usable)
    }
}

fn quotient(value: Decimal, by: u64) -> Option<Decimal> {
    value.checked_div(Decimal::from(by))
}

impl Add for Tally {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self {
            total: self.total + other.total,
            failed: self.failed + other.failed,
            usable: self.usable + other.usable,
            published: self.published + other.published,
            usable_of_unknown_length: self.usable_of_unknown_length + other.usable_of_unknown_length,
            usable_seconds: self.usable_seconds + other.usable_seconds,
            unknown_costs: self.unknown_costs + other.unknown_costs,
            model_cost: self.model_cost + other.model_cost,
            review_minutes: self.review_minutes + other.review_minutes,
            editing_minutes: self.editing_minutes + other.editing_minutes,
            brand_minutes: self.brand_minutes + other.brand_minutes,
            human_cost: self.human_cost + other.human_cost,
            overhead_cost: self.overhead_cost + other.overhead_cost,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn before_the_first_attempt_nothing_is_said() {
        let nothing = Tally::default();
        assert_eq!(nothing.usable_rate(), None);
        assert_eq!(nothing.usable_rate_interval(), None);
        assert_eq!(nothing.cost_per_usable(), None);
        assert_eq!(nothing.cost_per_usable_interval(), None);
        assert_eq!(nothing.cost_per_published(), None);
        assert_eq!(nothing.human_minutes_per_usable(), None);
    }

    #[test]
    fn with_nothing_usable_a_usable_clip_has_a_lowest_price_but_no_highest() {
        let tally = Tally {
            total: 20,
            model_cost: Decimal::from(20),
            ..Tally::default()
        };
        assert_eq!(tally.usable_rate(), Some(Decimal::ZERO));
        assert_eq!(tally.attempts_per_usable(), None);
        assert_eq!(tally.cost_per_usable(), None);
        let interval = tally.cost_per_usable_interval().unwrap();
        assert_eq!(interval.high, None);
        assert!(interval.low > Decimal::from(6));
    }

    #[test]
    fn a_usable_second_costs_nothing_known_while_the_length_of_a_usable_clip_is_not_known() {
        let tally = Tally {
            total: 3,
            usable: 2,
            usable_seconds: Decimal::from(8),
            model_cost: Decimal::from(2),
            ..Tally::default()
        };
        assert_eq!(tally.cost_per_usable_second(), Some(Decimal::new(25, 2)));
        let half_known = Tally {
            usable_of_unknown_length: 1,
            ..tally
        };
        assert_eq!(half_known.cost_per_usable_second(), None);
        assert_eq!(Tally::default().cost_per_usable_second(), None);
    }

    prop_compose! {
        fn tallies()(
            usable in 0_u64..1_000, failed in 0_u64..1_000, rest in 0_u64..1_000, share in 0_u64..=100,
            cents in proptest::array::uniform4(0_i64..100_000_000), minutes in proptest::array::uniform2(0_i64..100_000),
        ) -> Tally {
            Tally {
                total: usable + failed + rest,
                failed,
                usable,
                published: usable * share / 100,
                usable_of_unknown_length: 0,
                usable_seconds: Decimal::from(usable * share) / Decimal::from(16),
                unknown_costs: rest / 2,
                model_cost: Decimal::new(cents[0], 4),
                review_minutes: Decimal::new(minutes[0], 2),
                editing_minutes: Decimal::new(minutes[1], 2),
                brand_minutes: Decimal::new(cents[1], 6),
                human_cost: Decimal::new(cents[2], 4),
                overhead_cost: Decimal::new(cents[3], 2),
            }
        }
    }

    proptest! {
        #[test]
        fn splitting_a_pilot_and_adding_the_parts_gives_the_whole(a in tallies(), b in tallies(), c in tallies()) {
            prop_assert_eq!((a + b) + c, a + (b + c));
            prop_assert_eq!((a + b).total_cost().unwrap(), a.total_cost().unwrap() + b.total_cost().unwrap());
        }

        #[test]
        fn more_usable_never_costs_more_per_usable(tally in tallies()) {
            prop_assume!(tally.usable > 0);
            let better = Tally { usable: tally.usable + 1, total: tally.total.max(tally.usable + 1), ..tally };
            prop_assert!(better.cost_per_usable().unwrap() <= tally.cost_per_usable().unwrap());
        }

        #[test]
        fn the_cost_of_a_usable_clip_lies_in_its_interval(tally in tallies()) {
            prop_assume!(tally.usable > 0 && tally.total_cost().unwrap() > Decimal::ZERO);
            let cost = tally.cost_per_usable().unwrap();
            let interval = tally.cost_per_usable_interval().unwrap();
            let slack = Decimal::new(1, 6);
            prop_assert!(interval.low <= cost + slack);
            prop_assert!(interval.high.unwrap() + slack >= cost);
        }
    }
}
