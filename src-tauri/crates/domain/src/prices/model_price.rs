//! What a model charges for a clip.

use rust_decimal::Decimal;

/// How a model bills the seconds it makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ModelPrice {
    /// An amount per second.
    PerSecond(Decimal),
    /// Credits per second, each at a price.
    Credits {
        /// Credits a second of output uses.
        credits_per_second: Decimal,
        /// What a credit costs.
        price_per_credit: Decimal,
    },
}

impl ModelPrice {
    /// The price of one second; `None` only where the product leaves the range of a decimal.
    pub fn per_second(self) -> Option<Decimal> {
        match self {
            Self::PerSecond(price) => Some(price),
            Self::Credits {
                credits_per_second,
                price_per_credit,
            } => credits_per_second.checked_mul(price_per_credit),
        }
    }
    /// The price of a clip of this length.
    pub fn of_clip(self, seconds: Decimal) -> Option<Decimal> {
        self.per_second()?.checked_mul(seconds)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn credits_cost_what_their_product_says_exactly() {
        let price = ModelPrice::Credits {
            credits_per_second: Decimal::from(12),
            price_per_credit: Decimal::new(1, 2),
        };
        assert_eq!(price.of_clip(Decimal::from(5)), Some(Decimal::new(60, 2)));
    }
}
