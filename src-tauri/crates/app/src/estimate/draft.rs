//! A draft made ready to be worked out: texts read, prices looked up, rates of people and histories fetched.

use crate::error::AppError;
use crate::open_library::OpenLibrary;
use crate::prices::price;
use crate::view::estimate::{PlanDraft, PlanMinutes, PlanModel, PlanOverhead, PlanPrice, RateSource};
use circletake_domain::day::Day;
use circletake_domain::forecast::{Grouping, Plan, PlannedMinutes, PlannedModel, PlannedOverhead, PlannedWork, Saving};
use circletake_domain::money::{Currency, exact_decimal};
use circletake_domain::prices::{Catalogue, ExchangeRates, When};
use circletake_domain::statistics::{NotABelief, RateBelief};
use circletake_domain::timestamp::Timestamp;
use circletake_store::Person;
use rust_decimal::{Decimal, prelude::ToPrimitive};

/// A plan that can be worked out, and where its figures come from.
pub(super) struct Resolved {
    pub(super) plan: Plan,
    /// In the order of the plan's models.
    pub(super) sources: Vec<ModelSources>,
    /// Seconds of one clip.
    pub(super) seconds: Option<Decimal>,
    /// The draft with the rates of today in it, so that it stays what it was when they change.
    pub(super) draft: PlanDraft,
}

/// Where a model's figures come from, in words.
pub(super) struct ModelSources {
    pub(super) price: String,
    pub(super) rate: String,
    /// Seconds of one clip, where the price says them.
    pub(super) seconds: Option<Decimal>,
}

/// What a draft is worked out with: prices, people's rates, and own attempts.
pub(super) struct Ground<'a> {
    catalogue: Catalogue,
    rates: ExchangeRates,
    currency: Currency,
    when: When,
    people: Vec<Person>,
    library: Option<&'a OpenLibrary>,
}

impl Ground<'static> {
    /// The catalogue that ships with the app, and nobody's attempts.
    pub(super) fn without_library(currency: Currency, now: Timestamp) -> Self {
        Self {
            catalogue: Catalogue::shipped(),
            rates: ExchangeRates::default(),
            currency,
            when: When::Planned(Day::of(now)),
            people: Vec::new(),
            library: None,
        }
    }
}

impl<'a> Ground<'a> {
    pub(super) async fn of(library: &'a OpenLibrary) -> Result<Self, AppError> {
        Ok(Self {
            catalogue: library.catalogue().await?,
            rates: library.exchange_rates().await?,
            currency: library.store().info().currency.clone(),
            when: When::Planned(library.today()),
            people: library.store().people().await?,
            library: Some(library),
        })
    }

    pub(super) fn currency(&self) -> &Currency {
        &self.currency
    }

    pub(super) async fn resolve(&self, draft: &PlanDraft) -> Result<Resolved, AppError> {
        let seconds = optional("length", draft.seconds.as_deref())?;
        if seconds.is_some_and(|seconds| seconds <= Decimal::ZERO) {
            return Err(AppError::Invalid {
                field: "length",
                problem: "a clip is longer than nothing".to_owned(),
            });
        }
        let (mut models, mut sources) = (Vec::new(), Vec::new());
        for model in &draft.models {
            let (planned, of) = self.resolve_model(model, seconds).await?;
            models.push(planned);
            sources.push(of);
        }
        let mut dated = draft.clone();
        let work = PlannedWork {
            review: self.minutes("review minutes", &mut dated.review)?,
            editing: self.minutes("editing minutes", &mut dated.editing)?,
            brand_review: self.minutes("brand review minutes", &mut dated.brand_review)?,
        };
        Ok(Resolved {
            plan: Plan {
                models,
                work,
                overhead: overhead(&draft.overhead)?,
                benchmark: optional("benchmark", draft.benchmark.as_deref())?,
                usable_wanted: draft.usable_wanted.map(u64::from),
            },
            sources,
            seconds,
            draft: dated,
        })
    }

    async fn resolve_model(
        &self,
        model: &PlanModel,
        seconds: Option<Decimal>,
    ) -> Result<(PlannedModel, ModelSources), AppError> {
        let (cost_per_generation, price, of_request) = self.priced(&model.price, seconds)?;
        let (rate, basis) = match &model.rate {
            RateSource::History { source } => {
                let library = self.library.ok_or_else(|| AppError::Invalid {
                    field: "usable rate",
                    problem: "own attempts are in a library, and none is open".to_owned(),
                })?;
                library.belief(source).await?
            }
            RateSource::Guess { rate, as_sure_as } => {
                let clips = decimal("sureness", as_sure_as)?;
                let belief = RateBelief::guess(float(decimal("usable rate", rate)?), float(clips)).map_err(refused)?;
                (belief, format!("a guess, as sure as {} clips", clips.normalize()))
            }
            RateSource::Exactly { rate } => {
                let belief = RateBelief::exactly(float(decimal("usable rate", rate)?)).map_err(refused)?;
                (belief, "taken as known".to_owned())
            }
        };
        let planned = PlannedModel {
            name: model.name.to_string(),
            generations: u64::from(model.generations),
            cost_per_generation,
            rate,
        };
        let sources = ModelSources {
            price,
            rate: basis,
            seconds: of_request.or(seconds),
        };
        Ok((planned, sources))
    }

    /// What a generation costs, where that comes from, and how long it is where the request says so.
    fn priced(
        &self,
        price_of: &PlanPrice,
        seconds: Option<Decimal>,
    ) -> Result<(Option<Decimal>, String, Option<Decimal>), AppError> {
        Ok(match price_of {
            PlanPrice::Catalogue { request } => {
                let length = Some(request.seconds);
                match price(&self.catalogue, &self.rates, request, &self.currency, self.when) {
                    Ok(found) => {
                        let entry = &found.quote.entry.entry;
                        let mut words = format!("{}, as of {}", entry.words(), entry.as_of);
                        for caution in &found.quote.cautions {
                            words.push_str("; ");
                            words.push_str(caution.words());
                        }
                        (Some(found.converted.amount), words, length)
                    }
                    Err(none) => (None, none.to_string(), length),
                }
            }
            PlanPrice::PerGeneration { amount } => (
                Some(decimal("price per generation", amount)?),
                "as entered, per generation".to_owned(),
                None,
            ),
            PlanPrice::PerSecond { amount } => {
                let each = decimal("price per second", amount)?;
                match seconds {
                    Some(seconds) => (each.checked_mul(seconds), "as entered, per second".to_owned(), None),
                    None => (None, "a price per second needs the length of a clip".to_owned(), None),
                }
            }
            PlanPrice::Unknown => (None, "no price is known".to_owned(), None),
        })
    }

    /// Minutes at the rate that was said, or else at the rate of the person who was named. Writes that rate into the draft.
    fn minutes(&self, field: &'static str, planned: &mut PlanMinutes) -> Result<PlannedMinutes, AppError> {
        let said = optional("hourly rate", planned.hourly_rate.as_deref())?;
        let of_person = planned
            .person_id
            .as_ref()
            .and_then(|id| self.people.iter().find(|person| person.id == *id))
            .and_then(|person| person.hourly_rate)
            .map(circletake_domain::money::Amount::decimal);
        let hourly_rate = said.or(of_person);
        planned.hourly_rate = hourly_rate.map(|rate| rate.normalize().to_string());
        Ok(PlannedMinutes {
            minutes: or_nothing(field, &planned.minutes)?,
            hourly_rate,
        })
    }
}

fn refused(error: NotABelief) -> AppError {
    AppError::Invalid {
        field: "usable rate",
        problem: error.to_string(),
    }
}

/// A decimal as the statistics take it.
fn float(value: Decimal) -> f64 {
    value.to_f64().unwrap_or(f64::NAN)
}

fn decimal(field: &'static str, text: &str) -> Result<Decimal, AppError> {
    exact_decimal(text).map_err(|error| AppError::Invalid {
        field,
        problem: error.to_string(),
    })
}

fn optional(field: &'static str, text: Option<&str>) -> Result<Option<Decimal>, AppError> {
    text.filter(|text| !text.trim().is_empty())
        .map(|text| decimal(field, text))
        .transpose()
}

/// What is left empty is nothing here: minutes and overhead that nobody plans are not spent.
fn or_nothing(field: &'static str, text: &str) -> Result<Decimal, AppError> {
    Ok(optional(field, Some(text))?.unwrap_or_default())
}

fn overhead(planned: &PlanOverhead) -> Result<PlannedOverhead, AppError> {
    let grouping = match &planned.grouped {
        Some(grouped) => Some(Grouping {
            prompts_per_request: grouped.per_request,
            saving: Saving(or_nothing("saving of grouped prompts", &grouped.saving)?),
        }),
        None => None,
    };
    Ok(PlannedOverhead {
        once: or_nothing("overhead", &planned.once)?,
        per_generation: or_nothing("overhead per generation", &planned.per_generation)?,
        grouping,
        template_reuse: optional("saving of reused templates", planned.template_reuse_saving.as_deref())?.map(Saving),
    })
}
