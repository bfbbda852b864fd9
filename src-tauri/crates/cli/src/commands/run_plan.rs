//! `estimate plan` and `estimate needed`.

use super::Outcome;
use crate::arguments::{EstimateNeededArguments, EstimatePlanArguments};
use crate::exit::{Done, Failure};
use crate::library::ChosenLibrary;
use crate::output::Output;
use crate::table::table;
use circletake_app::view::estimate::{
    GroupedPrompts, NeededView, PlanDraft, PlanEstimate, PlanMinutes, PlanModel, PlanOverhead, PlanPrice, RateSource,
    SavePlanRequest,
};
use circletake_app::{OpenLibrary, generations_needed, plan_estimate_without_library};
use circletake_domain::brief::Brief;
use circletake_domain::id::ModelName;
use circletake_domain::money::{Amount, Currency, exact_decimal, two_places};
use circletake_domain::prices::{PriceRequest, Resolution};
use circletake_domain::statistics::{RateBelief, Tries};
use rust_decimal::{Decimal, prelude::ToPrimitive};

/// Prints how many generations are needed.
pub async fn needed(library: &ChosenLibrary, arguments: &EstimateNeededArguments, output: Output) -> Outcome {
    let refused = |error: &dyn std::fmt::Display| Failure::usage(format!("{error}."), "Correct it and try again.");
    let belief = if let Some(rate) = arguments.rate {
        RateBelief::exactly(float(rate)).map_err(|error| refused(&error))?
    } else if let Some((usable, total)) = arguments.seen {
        RateBelief::from_history(Tries::new(usable, total).map_err(|error| refused(&error))?)
    } else {
        let library = library.to_read().await?;
        let belief = library
            .belief_from(arguments.history.as_deref().unwrap_or_default())
            .await;
        library.close().await;
        belief?
    };
    let view = generations_needed(belief, arguments.usable, float(arguments.confidence))?;
    output.result(&view, |view| needed_words(view, arguments.usable));
    Ok(Done::Fully)
}

fn needed_words(needed: &NeededView, usable: u64) -> String {
    match needed.generations {
        Some(generations) => format!(
            "{generations} generations give {usable} usable clips with {} %.",
            percent(&needed.confidence)
        ),
        None => needed.why_not.clone().unwrap_or_default(),
    }
}

/// Prints what a run will cost, and keeps it as a plan where that is asked.
pub async fn plan(chosen: &ChosenLibrary, arguments: &EstimatePlanArguments, output: Output) -> Outcome {
    let needs_library = arguments.history.is_some() || arguments.pilot.is_some() || arguments.brief.is_some();
    let library = if needs_library {
        Some(match arguments.save {
            Some(_) => chosen.to_write().await?,
            None => chosen.to_read().await?,
        })
    } else {
        chosen.to_read_if_any().await?
    };
    let Some(library) = library else {
        let usd = Currency::new("USD").map_err(|error| Failure::usage(error.to_string(), "Name a library."))?;
        let draft = draft(arguments, None, None, None)?;
        let estimate = plan_estimate_without_library(&draft, usd).await?;
        output.result(&estimate, plan_words);
        return Ok(Done::Fully);
    };
    let estimate = in_library(&library, arguments).await;
    library.close().await;
    output.result(&estimate?, plan_words);
    Ok(Done::Fully)
}

async fn in_library(library: &OpenLibrary, arguments: &EstimatePlanArguments) -> Result<PlanEstimate, Failure> {
    let rate = match &arguments.history {
        Some(name) => Some(RateSource::History {
            source: library.attempts_source(name).await?,
        }),
        None => None,
    };
    let (brief, pilot_of_brief) = match &arguments.brief {
        Some(id) => (Some(library.brief_body(id).await?), library.brief(id).await?.pilot_id),
        None => (None, None),
    };
    let benchmark = match arguments.pilot.as_ref().or(pilot_of_brief.as_ref()) {
        Some(pilot) => library.pilot(pilot).await?.benchmark,
        None => None,
    };
    let draft = draft(arguments, rate, benchmark, brief.as_ref())?;
    match (&arguments.pilot, &arguments.save) {
        (Some(pilot), Some(name)) => {
            let request = SavePlanRequest {
                pilot_id: pilot.clone(),
                name: name.clone(),
                draft,
            };
            Ok(library.save_plan(&request).await?.estimate)
        }
        _ => Ok(library.plan_estimate(&draft).await?),
    }
}

fn draft(
    arguments: &EstimatePlanArguments,
    history: Option<RateSource>,
    benchmark: Option<String>,
    brief: Option<&Brief>,
) -> Result<PlanDraft, Failure> {
    let clip = Clip {
        seconds: arguments.seconds.or_else(|| brief?.duration_seconds),
        resolution: arguments.resolution.as_deref().or_else(|| brief?.resolution.as_deref()),
    };
    let rate = match (history, arguments.usable_rate, arguments.as_sure_as) {
        (Some(history), ..) => history,
        (None, Some(rate), Some(clips)) => RateSource::Guess {
            rate: rate.to_string(),
            as_sure_as: clips.to_string(),
        },
        (None, rate, _) => RateSource::Exactly {
            rate: rate.unwrap_or_default().to_string(),
        },
    };
    let minutes = |minutes: Decimal| PlanMinutes {
        minutes: minutes.to_string(),
        person_id: None,
        hourly_rate: text(arguments.hourly_rate),
    };
    Ok(PlanDraft {
        brief_id: arguments.brief.clone(),
        models: models(arguments, &clip, &rate)?,
        seconds: clip.seconds.map(|seconds| seconds.to_string()),
        review: minutes(arguments.review_minutes),
        editing: minutes(arguments.editing_minutes),
        brand_review: minutes(arguments.brand_minutes),
        overhead: PlanOverhead {
            once: arguments.overhead.to_string(),
            per_generation: arguments.overhead_per_generation.to_string(),
            grouped: arguments.grouped.map(|per_request| GroupedPrompts {
                per_request,
                saving: arguments.grouping_saving.to_string(),
            }),
            template_reuse_saving: arguments.template_saving.map(|saving| saving.to_string()),
        },
        benchmark: text(arguments.benchmark).or(benchmark),
        usable_wanted: arguments.usable,
    })
}

fn text(amount: Option<Amount>) -> Option<String> {
    amount.map(|amount| amount.to_string())
}

/// One clip of the run: as it was said, else as the brief wants it.
struct Clip<'a> {
    seconds: Option<Decimal>,
    resolution: Option<&'a str>,
}

/// Each model's share of the run; what does not divide evenly goes to those named first.
fn models(arguments: &EstimatePlanArguments, clip: &Clip<'_>, rate: &RateSource) -> Result<Vec<PlanModel>, Failure> {
    let nameless = || ModelName::new("the model").map_err(|error| Failure::usage(error.to_string(), "Name a model."));
    let names = if arguments.model.is_empty() {
        vec![nameless()?]
    } else {
        arguments.model.clone()
    };
    let all = u32::try_from(names.len()).unwrap_or(u32::MAX);
    let mut models = Vec::new();
    for (place, name) in (0_u32..).zip(names) {
        let generations = arguments.generations / all + u32::from(place < arguments.generations % all);
        models.push(PlanModel {
            price: price(arguments, clip, &name)?,
            name,
            generations,
            rate: rate.clone(),
        });
    }
    Ok(models)
}

fn price(arguments: &EstimatePlanArguments, clip: &Clip<'_>, model: &ModelName) -> Result<PlanPrice, Failure> {
    if let Some(amount) = arguments.cost_per_generation {
        return Ok(PlanPrice::PerGeneration {
            amount: amount.to_string(),
        });
    }
    if let Some(amount) = arguments.price_per_second {
        return Ok(PlanPrice::PerSecond {
            amount: amount.to_string(),
        });
    }
    let (Some(seconds), false) = (clip.seconds, arguments.model.is_empty()) else {
        return Ok(PlanPrice::Unknown);
    };
    let resolution = clip.resolution.map(Resolution::new).transpose();
    let resolution = resolution.map_err(|error| Failure::usage(format!("{error}."), "Say it like 1080p."))?;
    Ok(PlanPrice::Catalogue {
        request: PriceRequest {
            provider: arguments.provider.clone(),
            resolution,
            audio: arguments.audio,
            mode: arguments.mode.clone(),
            ..PriceRequest::of(model.as_str(), seconds)
        },
    })
}

fn float(value: Decimal) -> f64 {
    value.to_f64().unwrap_or(f64::NAN)
}

fn percent(share: &str) -> String {
    exact_decimal(share).map_or_else(
        |_| share.to_owned(),
        |share| (share * Decimal::ONE_HUNDRED).round_dp(1).normalize().to_string(),
    )
}

/// The estimate in words; what is unknown says so.
fn plan_words(plan: &PlanEstimate) -> String {
    let currency = plan.currency.as_str();
    let money = |amount: &str| {
        let shown = exact_decimal(amount).map_or_else(|_| amount.to_owned(), |amount| two_places(amount).to_string());
        format!("{shown} {currency}")
    };
    let maybe = |amount: Option<&String>, none: &str| amount.map_or_else(|| none.to_owned(), |amount| money(amount));
    let mut lines = vec![
        format!("generations           {}", plan.generations),
        format!("usable, expected      {}", shown(&plan.expected_usable)),
    ];
    for range in &plan.usable_ranges {
        let [low, high] = range.interval;
        lines.push(format!("  {:>4} %              {low} to {high}", percent(&range.level)));
    }
    let unknown = "unknown";
    lines.push(format!(
        "model cost            {}",
        maybe(plan.model_cost.as_ref(), unknown)
    ));
    lines.push(format!(
        "human cost            {}",
        maybe(plan.human_cost.as_ref(), unknown)
    ));
    lines.push(format!("overhead              {}", money(&plan.overhead_cost)));
    let total = plan.total_cost.as_ref().map_or_else(
        || format!("unknown, at least {}", money(&plan.known_cost)),
        |total| money(total),
    );
    lines.push(format!("total                 {total}"));
    lines.extend(plan.unknown.iter().map(|one| format!("  {}", one.message)));
    let undefined = if plan.unknown.is_empty() { "undefined" } else { unknown };
    lines.push(format!(
        "cost per usable clip  {}",
        maybe(plan.cost_per_usable.as_ref(), undefined)
    ));
    for range in &plan.cost_per_usable_ranges {
        let [low, high] = &range.interval;
        lines.push(format!(
            "  {:>4} %              {} to {}",
            percent(&range.level),
            maybe(low.as_ref(), "no upper end"),
            maybe(high.as_ref(), "no upper end")
        ));
    }
    if let (Some(benchmark), Some(chance)) = (&plan.benchmark, &plan.beats_benchmark) {
        lines.push(format!("below {:<15} with {} %", money(benchmark), percent(chance)));
    }
    if let Some(saved) = &plan.saved {
        let [low, high] = &saved.expected;
        lines.push(format!(
            "assumed saving        {} of {} overhead ({} to {} are expected), {} requests",
            money(&saved.amount),
            money(&saved.before),
            money(low),
            money(high),
            saved.requests
        ));
    }
    for needed in &plan.needed {
        lines.push(needed_words(needed, u64::from(plan.usable_wanted.unwrap_or_default())));
    }
    lines.push(String::new());
    lines.push(table(
        &["MODEL", "PER GENERATION", "USABLE RATE", "PER USABLE", "PRICE", "RATE"],
        plan.models.iter().map(|model| {
            vec![
                model.name.clone(),
                maybe(model.cost_per_generation.as_ref(), unknown),
                format!("{} %", percent(&model.rate.mean)),
                maybe(model.cost_per_usable.as_ref(), undefined),
                model.price_basis.clone(),
                model.rate.basis.clone(),
            ]
        }),
    ));
    lines.join("\n")
}

fn shown(value: &str) -> String {
    exact_decimal(value).map_or_else(|_| value.to_owned(), |value| value.round_dp(2).normalize().to_string())
}
