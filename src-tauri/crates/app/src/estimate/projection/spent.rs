//! What attempts cost and how long they are, added up, and what that makes of a second.

use super::baseline::Baseline;
use super::read;
use crate::report::{count, plain};
use crate::view::estimate::{BasisAmount, SecondCost, SecondKind};
use circletake_domain::frame::Microseconds;
use circletake_domain::money::CostBasis;
use circletake_store::Actual;
use rust_decimal::Decimal;

/// What some attempts cost, added up.
#[derive(Default)]
pub(super) struct Spent {
    pub(super) attempts: u64,
    pub(super) usable: u64,
    pub(super) unknown: u64,
    known: Vec<(CostBasis, u64, Decimal)>,
    /// Seconds of those whose cost is known, and of all.
    known_generated: Decimal,
    generated: Decimal,
    usable_seconds: Decimal,
    published_seconds: Decimal,
}

/// A length as exact seconds.
pub(super) fn seconds(time: Microseconds) -> Decimal {
    Decimal::from_i128_with_scale(i128::from(time.0), 6).normalize()
}

impl Spent {
    pub(super) fn of<'a>(actuals: impl Iterator<Item = &'a Actual>) -> Self {
        let mut spent = Self::default();
        for actual in actuals {
            spent.attempts += actual.attempts;
            spent.usable += actual.usable;
            spent.generated += seconds(actual.generated);
            spent.usable_seconds += seconds(actual.usable_time);
            spent.published_seconds += seconds(actual.published_time);
            let Some(basis) = actual.basis else {
                spent.unknown += actual.attempts;
                continue;
            };
            spent.known_generated += seconds(actual.generated);
            match spent.known.iter_mut().find(|(known, ..)| *known == basis) {
                Some((_, attempts, cost)) => {
                    *attempts += actual.attempts;
                    *cost += actual.cost;
                }
                None => spent.known.push((basis, actual.attempts, actual.cost)),
            }
        }
        spent.known.sort_by_key(|(basis, ..)| std::cmp::Reverse(place(*basis)));
        spent
    }

    /// As far as it is known.
    pub(super) fn cost(&self) -> Option<Decimal> {
        (!self.known.is_empty()).then(|| self.known.iter().map(|(.., cost)| *cost).sum())
    }

    pub(super) fn bases(&self) -> Vec<BasisAmount> {
        let told = self.known.iter().map(|(basis, attempts, amount)| BasisAmount {
            basis: *basis,
            attempts: count(*attempts),
            amount: plain(*amount),
        });
        told.collect()
    }

    /// What a second costs. Made seconds leave out what has no known cost; usable and published ones carry every cost, so they are
    /// not said while one is missing.
    pub(super) fn seconds<'a>(
        &self,
        baseline: Option<&Baseline>,
        actuals: impl Iterator<Item = &'a Actual>,
        total: Option<&String>,
    ) -> Vec<SecondCost> {
        let planned = baseline.and_then(|baseline| planned_seconds(baseline, actuals));
        let total = total.and_then(|total| read(total));
        let whole = self.cost().filter(|_| self.unknown == 0);
        let kinds = [
            (SecondKind::Generated, self.generated, self.cost(), self.known_generated),
            (SecondKind::Usable, self.usable_seconds, whole, self.usable_seconds),
            (
                SecondKind::Published,
                self.published_seconds,
                whole,
                self.published_seconds,
            ),
        ];
        let told = kinds.into_iter().map(|(kind, measured, cost, over)| {
            let actual = cost.and_then(|cost| cost.checked_div(over));
            let projected = planned.as_ref().and_then(|planned| match kind {
                SecondKind::Generated => planned.cost.checked_div(planned.generated),
                SecondKind::Usable => planned.cost.checked_div(planned.usable),
                // A plan does not say how many clips will be published.
                SecondKind::Published => None,
            });
            SecondCost {
                kind,
                seconds: plain(measured),
                projected: projected.map(plain),
                actual: actual.map(plain),
                variance: actual
                    .zip(projected)
                    .and_then(|(actual, projected)| actual.checked_sub(projected))
                    .map(plain),
                all_costs: total.and_then(|total| total.checked_div(measured)).map(plain),
            }
        });
        told.collect()
    }
}

/// From the least to the most certain.
fn place(basis: CostBasis) -> usize {
    CostBasis::ALL.iter().position(|one| *one == basis).unwrap_or_default()
}

/// What was planned for some attempts.
struct PlannedSeconds {
    cost: Decimal,
    generated: Decimal,
    usable: Decimal,
}

/// Nothing is said where a model was not planned, or without a price or a length.
fn planned_seconds<'a>(baseline: &Baseline, actuals: impl Iterator<Item = &'a Actual>) -> Option<PlannedSeconds> {
    let mut planned = PlannedSeconds {
        cost: Decimal::ZERO,
        generated: Decimal::ZERO,
        usable: Decimal::ZERO,
    };
    for actual in actuals {
        let (model, length) = baseline.model(actual)?;
        let attempts = Decimal::from(actual.attempts);
        let made = attempts.checked_mul(length?)?;
        let rate = Decimal::try_from(model.rate.mean()).ok()?;
        planned.cost = planned
            .cost
            .checked_add(attempts.checked_mul(model.cost_per_generation?)?)?;
        planned.generated = planned.generated.checked_add(made)?;
        planned.usable = planned.usable.checked_add(made.checked_mul(rate)?)?;
    }
    Some(planned)
}
