//! The catalogue a library plans with, and the price of one planned clip.

use crate::error::AppError;
use crate::open_library::OpenLibrary;
use circletake_domain::day::Day;
use circletake_domain::money::Currency;
use circletake_domain::prices::{Catalogue, Converted, ExchangeRates, NoPrice, PriceRequest, Quote, When};

/// What a planned clip costs, in the money that was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedPrice {
    /// The price in the entry's money, with its parts and cautions.
    pub quote: Quote,
    /// The same in the money that was asked for, and the rate where one was needed.
    pub converted: Converted,
}

impl OpenLibrary {
    /// What ships with the app, and what the people of this library added; theirs win.
    pub async fn catalogue(&self) -> Result<Catalogue, AppError> {
        Ok(Catalogue::with_own(self.store().own_price_entries().await?))
    }

    /// The exchange rates people entered.
    pub async fn exchange_rates(&self) -> Result<ExchangeRates, AppError> {
        Ok(self.store().exchange_rates().await?)
    }

    /// What a planned clip costs in this money, or why nobody can say.
    pub async fn planned_price(&self, request: &PriceRequest, currency: &Currency) -> Result<PlannedPrice, AppError> {
        let catalogue = self.catalogue().await?;
        let rates = self.exchange_rates().await?;
        Ok(price(
            &catalogue,
            &rates,
            request,
            currency,
            When::Planned(self.today()),
        )?)
    }

    /// The day it is, in UTC.
    pub(crate) fn today(&self) -> Day {
        Day::of(self.now())
    }
}

/// What a request costs in this money.
pub(crate) fn price(
    catalogue: &Catalogue,
    rates: &ExchangeRates,
    request: &PriceRequest,
    currency: &Currency,
    when: When,
) -> Result<PlannedPrice, NoPrice> {
    let quote = catalogue.quote(request, when)?;
    let converted = rates.convert(quote.price, &quote.currency, currency, when.day())?;
    Ok(PlannedPrice { quote, converted })
}
