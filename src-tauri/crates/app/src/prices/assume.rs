//! What a generation costs where nobody said: what the price entry that fits it says, marked as assumed, with the entry kept beside it.
//!
//! Where no entry fits, the cost stays unknown. What failed is not assumed to have been charged.

use super::catalogue::price;
use crate::error::AppError;
use crate::open_library::OpenLibrary;
use circletake_domain::day::Day;
use circletake_domain::money::{Amount, Currency};
use circletake_domain::prices::{Catalogue, ExchangeRates, PriceRequest, Resolution, When};
use circletake_domain::status::Status;
use circletake_store::{ImportKey, PricedGeneration, UnpricedGeneration};
use rust_decimal::Decimal;
use std::collections::HashMap;

/// What the price of a generation depends on; many in one import share it.
#[derive(PartialEq, Eq, Hash)]
struct Priced {
    model: String,
    provider: Option<String>,
    resolution: Option<Resolution>,
    audio: Option<bool>,
    length_us: i64,
    day: Day,
    currency: String,
}

impl OpenLibrary {
    /// Prices what came in with an import and has a fitting entry; answers how many.
    pub(crate) async fn price_import(&self, import: ImportKey) -> Result<u32, AppError> {
        let unpriced = self.store().unpriced_of_import(import).await?;
        if unpriced.is_empty() {
            return Ok(0);
        }
        let catalogue = self.catalogue().await?;
        let rates = self.exchange_rates().await?;
        let mut known: HashMap<Priced, Option<PricedGeneration>> = HashMap::new();
        let mut priced = Vec::new();
        for generation in unpriced {
            let Some(question) = question(&generation) else {
                continue;
            };
            let answer = known
                .entry(question)
                .or_insert_with_key(|question| ask(&catalogue, &rates, question, &generation));
            if let Some(answer) = answer {
                priced.push(PricedGeneration {
                    id: generation.id.clone(),
                    assume: was_paid(&generation),
                    ..answer.clone()
                });
            }
        }
        if priced.is_empty() {
            return Ok(0);
        }
        let now = self.now();
        let mut write = self.store().write().await?;
        for generation in &priced {
            write.price_generation(generation, now).await?;
        }
        write.commit().await?;
        Ok(u32::try_from(priced.len()).unwrap_or(u32::MAX))
    }
}

/// What is asked for the price of a generation; `None` where nobody knows how long it is. What was asked for is billed, so that goes before
/// what was measured.
fn question(generation: &UnpricedGeneration) -> Option<Priced> {
    Some(Priced {
        model: generation.model.to_string(),
        provider: generation.provider.clone(),
        resolution: generation
            .pixels
            .map(|(width, height)| Resolution::of_pixels(width, height)),
        audio: generation.audio,
        length_us: generation.requested_us.or(generation.measured_us)?,
        day: Day::of(generation.created_at),
        currency: generation.currency.to_string(),
    })
}

fn ask(
    catalogue: &Catalogue,
    rates: &ExchangeRates,
    question: &Priced,
    generation: &UnpricedGeneration,
) -> Option<PricedGeneration> {
    let request = PriceRequest {
        provider: question.provider.clone(),
        resolution: question.resolution.clone(),
        ..PriceRequest::of(&question.model, Decimal::new(question.length_us, 6).normalize())
    };
    let currency = Currency::new(&question.currency).ok()?;
    let ask = |request: &PriceRequest| price(catalogue, rates, request, &currency, When::Made(question.day)).ok();
    // A silent file of a model that always makes sound lost it later; that is no other price.
    let found = ask(&PriceRequest {
        audio: question.audio,
        ..request.clone()
    })
    .or_else(|| ask(&request))?;
    Some(PricedGeneration {
        id: generation.id.clone(),
        projected: Amount::rounded(found.converted.amount).ok()?,
        rate: found.converted.rate,
        entry: found.quote.entry,
        assume: false,
    })
}

/// Whether it counts as paid though nobody said: not what has not begun, and not a failure unless it was charged.
fn was_paid(generation: &UnpricedGeneration) -> bool {
    match generation.status {
        Status::DraftBrief | Status::PromptReady | Status::GenerationStarted => false,
        Status::GenerationFailed => generation.failure_charged == Some(true),
        _ => true,
    }
}
