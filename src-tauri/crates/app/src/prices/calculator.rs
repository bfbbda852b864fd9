//! The calculator: settings side by side, by formula or by a model of the catalogue, and drafting in one before finishing in another.

use super::catalogue::price;
use super::lines::price_line;
use super::{frames_per_second, not_negative, number, too_large, whole};
use crate::error::AppError;
use crate::open_library::OpenLibrary;
use crate::view::change::Change;
use crate::view::prices::{
    PriceAnswer, PriceCaution, PriceComparison, PriceFigure, PriceFigurePart, PricePartKind, PriceSetting, PriceTiers,
    TwoStepPrice,
};
use circletake_domain::day::Day;
use circletake_domain::money::{Currency, two_places};
use circletake_domain::prices::{
    Catalogue, ExchangeRates, Multipliers, NoPrice, PriceRequest, ProjectRequest, Resolution, When,
};
use rust_decimal::Decimal;

const TIERS: &str = "price_tiers";

/// A price before it is written down.
struct Priced {
    price: Decimal,
    currency: Option<Currency>,
    figure: PriceFigure,
}

/// What settings are priced with.
struct Prices<'a> {
    catalogue: &'a Catalogue,
    rates: &'a ExchangeRates,
    currency: &'a Currency,
    today: Day,
}

impl OpenLibrary {
    /// What settings cost side by side, in the library's money; with attempts and finals, also what drafting in the first and finishing
    /// in the second costs.
    pub async fn compare_prices(
        &self,
        settings: &[PriceSetting],
        two_step: Option<(&str, &str)>,
    ) -> Result<PriceComparison, AppError> {
        let catalogue = self.catalogue().await?;
        let rates = self.exchange_rates().await?;
        let prices = Prices {
            catalogue: &catalogue,
            rates: &rates,
            currency: &self.store().info().currency,
            today: self.today(),
        };
        Ok(compare(&prices, settings, two_step))
    }

    /// What the library calls its sketch and its hero tier.
    pub async fn price_tiers(&self) -> Result<PriceTiers, AppError> {
        Ok(self.store().setting(TIERS).await?.unwrap_or_default())
    }

    /// Changes what the library calls its sketch and its hero tier.
    pub async fn set_price_tiers(&self, tiers: &PriceTiers) -> Result<(), AppError> {
        let mut write = self.store().write().await?;
        write.set_setting(TIERS, tiers, self.now()).await?;
        write.commit().await?;
        self.changed(Change::Prices);
        Ok(())
    }
}

/// What settings cost by the shipped catalogue alone, where there is no library: in USD, as it is.
pub fn shipped_price(setting: &PriceSetting, today: Day) -> Result<PriceFigure, AppError> {
    let dollars = Currency::new("USD").map_err(|error| AppError::Invalid {
        field: "currency",
        problem: error.to_string(),
    })?;
    let prices = Prices {
        catalogue: &Catalogue::shipped(),
        rates: &ExchangeRates::default(),
        currency: &dollars,
        today,
    };
    Ok(prices.of(setting)?.figure)
}

fn compare(prices: &Prices<'_>, settings: &[PriceSetting], two_step: Option<(&str, &str)>) -> PriceComparison {
    let priced: Vec<Result<Priced, AppError>> = settings.iter().map(|setting| prices.of(setting)).collect();
    let (two_step, two_step_problem) = match (two_step, priced.as_slice()) {
        (Some((attempts, finals)), [Ok(draft), Ok(hero), ..]) => match drafting(draft, hero, attempts, finals) {
            Ok(price) => (Some(price), None),
            Err(error) => (None, Some(error.problem())),
        },
        _ => (None, None),
    };
    PriceComparison {
        answers: priced
            .into_iter()
            .map(|priced| match priced {
                Ok(priced) => PriceAnswer {
                    figure: Some(priced.figure),
                    problem: None,
                },
                Err(error) => PriceAnswer {
                    figure: None,
                    problem: Some(error.problem()),
                },
            })
            .collect(),
        two_step,
        two_step_problem,
    }
}

fn drafting(draft: &Priced, hero: &Priced, attempts: &str, finals: &str) -> Result<TwoStepPrice, AppError> {
    let (attempts, finals) = (whole("attempts", attempts)?, whole("finished clips", finals)?);
    if let (Some(one), Some(other)) = (&draft.currency, &hero.currency)
        && one != other
    {
        return Err(NoPrice::NoExchangeRate {
            from: one.clone(),
            to: other.clone(),
        }
        .into());
    }
    let times = |price: Decimal, count: u32| price.checked_mul(Decimal::from(count)).ok_or_else(too_large);
    let (drafts, finished) = (times(draft.price, attempts)?, times(hero.price, finals)?);
    let total = drafts.checked_add(finished).ok_or_else(too_large)?;
    let all_final = times(hero.price, attempts)?;
    let saved = all_final.checked_sub(total).ok_or_else(too_large)?;
    Ok(TwoStepPrice {
        drafts: plain(drafts),
        finals: plain(finished),
        total: plain(total),
        all_final: plain(all_final),
        saved: plain(saved),
        saved_share: saved.checked_div(all_final).map(plain),
        currency: draft.currency.clone().or_else(|| hero.currency.clone()),
    })
}

impl Prices<'_> {
    fn of(&self, setting: &PriceSetting) -> Result<Priced, AppError> {
        match setting {
            PriceSetting::Formula {
                base_rate,
                seconds,
                resolution,
                frames_per_second: rate,
                variant,
                voice_multiplier,
            } => by_formula(&ProjectRequest {
                base_rate: number("base rate", base_rate)?,
                seconds: number("seconds", seconds)?,
                resolution: resolution.clone(),
                frames_per_second: frames_per_second(rate)?,
                variant: variant.clone(),
                voice_multiplier: match voice_multiplier.trim() {
                    "" => None,
                    text => Some(number("voice multiplier", text)?),
                },
            }),
            PriceSetting::Model {
                provider,
                model,
                resolution,
                audio,
                mode,
                seconds,
                frames_per_second: rate,
                variant,
                images,
                input_video_seconds,
            } => {
                let said = |text: &str| {
                    let text = text.trim();
                    (!text.is_empty()).then(|| text.to_owned())
                };
                let request = PriceRequest {
                    provider: said(provider),
                    model: said(model).ok_or_else(|| AppError::Invalid {
                        field: "model",
                        problem: "choose one".to_owned(),
                    })?,
                    resolution: said(resolution)
                        .map(|text| Resolution::new(&text))
                        .transpose()
                        .map_err(|error| AppError::Invalid {
                            field: "resolution",
                            problem: error.to_string(),
                        })?,
                    audio: *audio,
                    mode: said(mode),
                    seconds: number("seconds", seconds)?,
                    frames_per_second: said(rate).map(|text| frames_per_second(&text)).transpose()?,
                    variant: said(variant),
                    images: said(images).map_or(Ok(0), |text| whole("pictures", &text))?,
                    input_video_seconds: said(input_video_seconds)
                        .map_or(Ok(Decimal::ZERO), |text| not_negative("input video seconds", &text))?,
                };
                self.by_model(&request)
            }
        }
    }

    fn by_model(&self, request: &PriceRequest) -> Result<Priced, AppError> {
        let planned = price(
            self.catalogue,
            self.rates,
            request,
            self.currency,
            When::Planned(self.today),
        )?;
        let (quote, converted) = (planned.quote, planned.converted);
        let per_second = converted.amount.checked_div(request.seconds).ok_or_else(too_large)?;
        let part = |part: circletake_domain::prices::QuotePart| PriceFigurePart {
            kind: part.kind.into(),
            how: part.how,
            value: plain(part.amount),
        };
        Ok(Priced {
            price: converted.amount,
            currency: Some(self.currency.clone()),
            figure: PriceFigure {
                price: plain(converted.amount),
                rounded: two_places(converted.amount).to_string(),
                per_second: plain(per_second),
                currency: Some(self.currency.clone()),
                parts: quote.parts.into_iter().map(part).collect(),
                range: None,
                cautions: quote
                    .cautions
                    .iter()
                    .map(|caution| PriceCaution {
                        kind: *caution,
                        words: caution.words().to_owned(),
                    })
                    .collect(),
                entry: Some(price_line(&quote.entry, self.today)),
                rate: converted.rate,
            },
        })
    }
}

fn by_formula(request: &ProjectRequest) -> Result<Priced, AppError> {
    let priced = Multipliers::default().price(request).map_err(NoPrice::from)?;
    let part = |kind, how: String, value: Decimal| PriceFigurePart {
        kind,
        how,
        value: plain(value),
    };
    let variant = if priced.range.is_some() {
        format!("{} (upper end)", request.variant.trim())
    } else {
        request.variant.trim().to_owned()
    };
    Ok(Priced {
        price: priced.price,
        currency: None,
        figure: PriceFigure {
            price: plain(priced.price),
            rounded: priced.rounded().to_string(),
            per_second: plain(priced.price.checked_div(request.seconds).ok_or_else(too_large)?),
            currency: None,
            parts: vec![
                part(
                    PricePartKind::Base,
                    format!("{} x {} s", request.base_rate.normalize(), request.seconds.normalize()),
                    priced.base,
                ),
                part(
                    PricePartKind::Resolution,
                    request.resolution.trim().to_owned(),
                    priced.resolution,
                ),
                part(
                    PricePartKind::FrameRate,
                    format!("{} fps", request.frames_per_second),
                    priced.frame_rate,
                ),
                part(PricePartKind::Variant, variant, priced.variant),
            ],
            range: priced.range.map(|(least, most)| [plain(least), plain(most)]),
            cautions: Vec::new(),
            entry: None,
            rate: None,
        },
    })
}

fn plain(value: Decimal) -> String {
    value.normalize().to_string()
}
