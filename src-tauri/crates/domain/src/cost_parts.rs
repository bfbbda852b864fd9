//! What the money was spent on, part by part, and what happens to it when models cost more.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::ops::Add;
use ts_rs::TS;

/// A part of what a pilot costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CostPartName {
    /// What models charge.
    Model,
    /// People's time in creative review.
    Review,
    /// People's time in editing.
    Edit,
    /// People's time in brand review.
    Brand,
    /// Legal and compliance, entered by hand.
    Compliance,
    /// Storage, orchestration, tooling and the rest, entered by hand.
    Overhead,
}

impl CostPartName {
    /// Every part, in the order of the work.
    pub const ALL: [Self; 6] = [
        Self::Model,
        Self::Review,
        Self::Edit,
        Self::Brand,
        Self::Compliance,
        Self::Overhead,
    ];

    /// The word exported.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Model => "model",
            Self::Review => "review",
            Self::Edit => "edit",
            Self::Brand => "brand",
            Self::Compliance => "compliance",
            Self::Overhead => "overhead",
        }
    }
}

/// What each part costs. Two add to the parts of both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CostParts {
    /// What models charged, as far as known.
    pub model: Decimal,
    /// Minutes of creative review times their rates.
    pub review: Decimal,
    /// Minutes of editing times their rates.
    pub edit: Decimal,
    /// Minutes of brand review times their rates.
    pub brand: Decimal,
    /// Legal and compliance.
    pub compliance: Decimal,
    /// Storage, orchestration, tooling and the rest.
    pub overhead: Decimal,
}

impl CostParts {
    /// One part.
    pub fn part(&self, name: CostPartName) -> Decimal {
        match name {
            CostPartName::Model => self.model,
            CostPartName::Review => self.review,
            CostPartName::Edit => self.edit,
            CostPartName::Brand => self.brand,
            CostPartName::Compliance => self.compliance,
            CostPartName::Overhead => self.overhead,
        }
    }
    /// People's time: review, editing and brand review.
    pub fn human(&self) -> Decimal {
        self.review + self.edit + self.brand
    }
    /// All of it.
    pub fn total(&self) -> Decimal {
        self.model + self.human() + self.compliance + self.overhead
    }
    /// A part's share of the total; `None` while nothing was spent.
    pub fn share(&self, name: CostPartName) -> Option<Decimal> {
        self.part(name).checked_div(self.total())
    }
    /// The same work with models at `factor` times their price; people cost what they cost.
    pub fn with_models_at(&self, factor: Decimal) -> Option<Self> {
        Some(Self {
            model: self.model.checked_mul(factor)?,
            ..*self
        })
    }
    /// The price factor at which a usable clip costs the benchmark; `None` where model prices do not decide it: models cost
    /// nothing, or everything else alone costs as much already.
    pub fn factor_at_benchmark(&self, usable: u64, benchmark: Decimal) -> Option<Decimal> {
        let affordable = benchmark.checked_mul(Decimal::from(usable))?;
        let left = affordable.checked_sub(self.total() - self.model)?;
        left.checked_div(self.model).filter(|factor| *factor > Decimal::ZERO)
    }
}

impl Add for CostParts {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self {
            model: self.model + other.model,
            review: self.review + other.review,
            edit: self.edit + other.edit,
            brand: self.brand + other.brand,
            compliance: self.compliance + other.compliance,
            overhead: self.overhead + other.overhead,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn worked_pilot() -> CostParts {
        CostParts {
            model: Decimal::from(30),
            review: Decimal::from(180),
            edit: Decimal::from(120),
            ..CostParts::default()
        }
    }

    #[test]
    fn the_worked_pilot_doubles_its_model_cost_and_hardly_its_price() {
        let parts = worked_pilot();
        assert_eq!(parts.total(), Decimal::from(330));
        let tenfold = parts.with_models_at(Decimal::TEN).unwrap();
        assert_eq!(tenfold.total(), Decimal::from(600));
        assert_eq!(tenfold.human(), parts.human());
        // $41.25 per usable clip; $75 leaves 600 for 8 clips, so models may cost ten times as much.
        assert_eq!(parts.factor_at_benchmark(8, Decimal::from(75)), Some(Decimal::TEN));
    }

    #[test]
    fn where_people_alone_cost_the_benchmark_no_model_price_reaches_it() {
        assert_eq!(worked_pilot().factor_at_benchmark(8, Decimal::from(37)), None);
        assert_eq!(worked_pilot().factor_at_benchmark(0, Decimal::from(75)), None);
        assert_eq!(CostParts::default().factor_at_benchmark(8, Decimal::from(75)), None);
        assert_eq!(CostParts::default().share(CostPartName::Model), None);
    }

    prop_compose! {
        fn parts()(cents in proptest::array::uniform6(0_i64..1_000_000_000)) -> CostParts {
            let [model, review, edit, brand, compliance, overhead] = cents.map(|cents| Decimal::new(cents, 3));
            CostParts { model, review, edit, brand, compliance, overhead }
        }
    }

    proptest! {
        #[test]
        fn parts_add_up_to_the_total_however_a_pilot_is_split(a in parts(), b in parts()) {
            prop_assert_eq!((a + b).total(), a.total() + b.total());
            let sum: Decimal = CostPartName::ALL.into_iter().map(|name| (a + b).part(name)).sum();
            prop_assert_eq!(sum, (a + b).total());
        }

        #[test]
        fn dearer_models_never_cost_less_and_never_touch_people(a in parts(), tenths in 10_i64..=100) {
            let shocked = a.with_models_at(Decimal::new(tenths, 1)).unwrap();
            prop_assert!(shocked.total() >= a.total());
            prop_assert_eq!(shocked.human(), a.human());
        }
    }
}
