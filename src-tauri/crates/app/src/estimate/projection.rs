//! What a run was projected to cost, held against what it did: for as many attempts as there were, so that half a run is not
//! half as dear by itself.

use super::plans;
use crate::error::AppError;
use crate::open_library::OpenLibrary;
use crate::report::{self, count, plain};
use crate::view::estimate::{
    BasisAmount, ClipProjection, PartProjection, PlanView, ProjectionPart, ProjectionView, RunFigure, RunFigureKind,
    SecondCost, SecondKind,
};
use crate::view::pilot::ReportView;
use circletake_domain::forecast::{
    Expected, Grouping, Plan, PlannedMinutes, PlannedModel, PlannedOverhead, PlannedWork, Saving,
};
use circletake_domain::frame::Microseconds;
use circletake_domain::id::PilotId;
use circletake_domain::money::{Amount, CostBasis, exact_decimal};
use circletake_domain::statistics::RateBelief;
use circletake_store::{Actual, ActualClip, ActualPart, ActualsBy, PlannedCost, Scope};
use rust_decimal::{Decimal, prelude::ToPrimitive};

/// The most attempts that are told at once.
const MOST_CLIPS: u32 = 500;

impl OpenLibrary {
    /// What a pilot's run was projected to cost against what it did.
    pub async fn projection(&self, pilot: &PilotId) -> Result<ProjectionView, AppError> {
        let plan = self.plan_followed(pilot).await?;
        let models = self.store().actuals(pilot, ActualsBy::Model).await?;
        let prompts = self.store().actuals(pilot, ActualsBy::Prompt).await?;
        let sums = self.store().sums(&Scope::Pilot(pilot.clone())).await?;
        let currency = self.store().info().currency.clone();
        let report = report::view(&sums, None, &currency);
        let baseline = plan.as_ref().map(Baseline::of);
        let projected = baseline.as_ref().and_then(|baseline| baseline.after(&models));
        let every = Spent::of(models.iter());
        Ok(ProjectionView {
            attempts: report.total,
            run: run(plan.as_ref(), projected.as_ref(), &report),
            bases: every.bases(),
            unknown_costs: count(every.unknown),
            seconds: every.seconds(
                baseline.as_ref(),
                models.iter(),
                complete(&report).then_some(&report.total_cost),
            ),
            models: parts(&models, baseline.as_ref()),
            prompts: parts(&prompts, baseline.as_ref()),
            currency,
            plan,
        })
    }

    /// The attempts of a pilot, those that cost the most beyond their projection first.
    pub async fn projection_clips(
        &self,
        pilot: &PilotId,
        offset: u32,
        limit: u32,
    ) -> Result<Vec<ClipProjection>, AppError> {
        let plan = self.plan_followed(pilot).await?;
        let planned = plan
            .as_ref()
            .map(Baseline::of)
            .map(|baseline| baseline.prices())
            .unwrap_or_default();
        let clips = self
            .store()
            .actual_clips(pilot, &planned, offset, limit.min(MOST_CLIPS))
            .await?;
        Ok(clips.into_iter().map(clip).collect())
    }

    async fn plan_followed(&self, pilot: &PilotId) -> Result<Option<PlanView>, AppError> {
        self.store().plan_followed(pilot).await?.map(plans::view).transpose()
    }
}

/// A kept plan, ready to be asked about another number of attempts.
struct Baseline {
    plan: Plan,
    seconds: Vec<Option<Decimal>>,
}

fn read(text: &str) -> Option<Decimal> {
    exact_decimal(text).ok()
}

impl Baseline {
    /// Prices, rates and usable rates are those that the plan was worked out with, not today's.
    fn of(view: &PlanView) -> Self {
        let draft = &view.draft;
        let minutes = |planned: &crate::view::estimate::PlanMinutes| PlannedMinutes {
            minutes: read(&planned.minutes).unwrap_or_default(),
            hourly_rate: planned.hourly_rate.as_deref().and_then(read),
        };
        let amount = |text: &str| read(text).unwrap_or_default();
        let (mut models, mut seconds) = (Vec::new(), Vec::new());
        for model in &draft.models {
            let Some(known) = view.estimate.models.iter().find(|one| one.name == model.name.as_str()) else {
                continue;
            };
            let mean = read(&known.rate.mean)
                .and_then(|mean| mean.to_f64())
                .unwrap_or_default();
            let Ok(rate) = RateBelief::exactly(mean.clamp(0.0, 1.0)) else {
                continue;
            };
            let cost = known.cost_per_generation.as_deref().and_then(read);
            let per_second = known.cost_per_second.as_deref().and_then(read);
            let own_length = cost.zip(per_second).and_then(|(cost, each)| cost.checked_div(each));
            seconds.push(own_length.or_else(|| draft.seconds.as_deref().and_then(read)));
            models.push(PlannedModel {
                name: model.name.to_string(),
                generations: u64::from(model.generations),
                cost_per_generation: cost,
                rate,
            });
        }
        let overhead = &draft.overhead;
        let plan = Plan {
            models,
            work: PlannedWork {
                review: minutes(&draft.review),
                editing: minutes(&draft.editing),
                brand_review: minutes(&draft.brand_review),
            },
            overhead: PlannedOverhead {
                once: amount(&overhead.once),
                per_generation: amount(&overhead.per_generation),
                grouping: overhead.grouped.as_ref().map(|grouped| Grouping {
                    prompts_per_request: grouped.per_request,
                    saving: Saving(amount(&grouped.saving)),
                }),
                template_reuse: overhead
                    .template_reuse_saving
                    .as_deref()
                    .map(|saving| Saving(amount(saving))),
            },
            benchmark: None,
            usable_wanted: None,
        };
        Self { plan, seconds }
    }

    /// What one expects after these attempts. A model that was not planned has no price here; a usable clip of it is as likely as
    /// one of the plan's.
    fn after(&self, actuals: &[Actual]) -> Option<Expected> {
        let all = self.plan.generations().ok()?;
        let usable = self.plan.expected().ok()?.usable.to_f64()?;
        let mean = if all == 0 {
            0.0
        } else {
            usable / Decimal::from(all).to_f64()?
        };
        let others = RateBelief::exactly(mean.clamp(0.0, 1.0)).ok()?;
        let models = actuals.iter().map(|actual| match self.model(actual) {
            Some((planned, _)) => PlannedModel {
                generations: actual.attempts,
                ..planned.clone()
            },
            None => PlannedModel {
                name: String::new(),
                generations: actual.attempts,
                cost_per_generation: None,
                rate: others,
            },
        });
        let so_far = Plan {
            models: models.collect(),
            ..self.plan.clone()
        };
        so_far.expected().ok()
    }

    fn model(&self, actual: &Actual) -> Option<(&PlannedModel, Option<Decimal>)> {
        let name = actual.model.as_ref()?;
        let place = self.plan.models.iter().position(|model| model.name == name.as_str())?;
        Some((self.plan.models.get(place)?, self.seconds.get(place).copied().flatten()))
    }

    /// What was planned for one generation of each model, to the nearest nano-unit.
    fn prices(&self) -> Vec<PlannedCost> {
        let known = self.plan.models.iter().filter_map(|model| {
            Some(PlannedCost {
                model: circletake_domain::id::ModelName::new(&model.name).ok()?,
                cost: Amount::rounded(model.cost_per_generation?).ok()?,
            })
        });
        known.collect()
    }
}

/// Nothing of the total is missing.
fn complete(report: &ReportView) -> bool {
    report.unknown_costs == 0 && report.minutes_without_rate == "0"
}

fn run(plan: Option<&PlanView>, projected: Option<&Expected>, report: &ReportView) -> Vec<RunFigure> {
    let estimate = plan.map(|plan| &plan.estimate);
    let models_missing = report.unknown_costs > 0;
    let people_missing = report.minutes_without_rate != "0";
    let some = |text: &str| Some(text.to_owned());
    let usable_interval = estimate
        .and_then(|estimate| estimate.usable_ranges.last())
        .map(|widest| widest.interval.map(|end| Some(end.to_string())));
    let figure =
        |kind, planned: Option<String>, projected: Option<Decimal>, actual: Option<String>, incomplete: bool| {
            let variance = projected
                .zip(actual.as_deref().and_then(read))
                .filter(|_| !incomplete)
                .and_then(|(projected, actual)| actual.checked_sub(projected));
            RunFigure {
                kind,
                planned,
                projected: projected.map(plain),
                projected_interval: None,
                actual,
                incomplete,
                variance: variance.map(plain),
                variance_share: variance
                    .zip(projected)
                    .and_then(|(variance, projected)| variance.checked_div(projected))
                    .map(plain),
            }
        };
    let planned = |of: fn(&crate::view::estimate::PlanEstimate) -> Option<String>| estimate.and_then(of);
    vec![
        RunFigure {
            projected_interval: usable_interval,
            ..figure(
                RunFigureKind::Usable,
                planned(|plan| Some(plan.expected_usable.clone())),
                projected.map(|so_far| so_far.usable),
                Some(report.usable.to_string()),
                false,
            )
        },
        figure(
            RunFigureKind::ModelCost,
            planned(|plan| plan.model_cost.clone()),
            projected.and_then(|so_far| so_far.model_cost),
            some(&report.model_cost),
            models_missing,
        ),
        figure(
            RunFigureKind::HumanCost,
            planned(|plan| plan.human_cost.clone()),
            projected.and_then(|so_far| so_far.human_cost),
            some(&report.human_cost),
            people_missing,
        ),
        figure(
            RunFigureKind::OverheadCost,
            planned(|plan| Some(plan.overhead_cost.clone())),
            projected.map(|so_far| so_far.overhead_cost),
            some(&report.overhead_cost),
            false,
        ),
        figure(
            RunFigureKind::TotalCost,
            planned(|plan| plan.total_cost.clone()),
            projected.and_then(|so_far| so_far.total),
            some(&report.total_cost),
            models_missing || people_missing,
        ),
        RunFigure {
            projected_interval: estimate.and_then(|plan| plan.cost_per_usable_interval.clone()),
            ..figure(
                RunFigureKind::CostPerUsable,
                planned(|plan| plan.cost_per_usable.clone()),
                projected.and_then(|so_far| so_far.cost_per_usable),
                report.cost_per_usable.clone(),
                models_missing || people_missing,
            )
        },
    ]
}

/// What some attempts cost, added up.
#[derive(Default)]
struct Spent {
    attempts: u64,
    usable: u64,
    unknown: u64,
    known: Vec<(CostBasis, u64, Decimal)>,
    /// Seconds of those whose cost is known, and of all.
    known_generated: Decimal,
    generated: Decimal,
    usable_seconds: Decimal,
    published_seconds: Decimal,
}

fn seconds(time: Microseconds) -> Decimal {
    Decimal::from_i128_with_scale(i128::from(time.0), 6).normalize()
}

impl Spent {
    fn of<'a>(actuals: impl Iterator<Item = &'a Actual>) -> Self {
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
    fn cost(&self) -> Option<Decimal> {
        (!self.known.is_empty()).then(|| self.known.iter().map(|(.., cost)| *cost).sum())
    }

    fn bases(&self) -> Vec<BasisAmount> {
        let told = self.known.iter().map(|(basis, attempts, amount)| BasisAmount {
            basis: *basis,
            attempts: count(*attempts),
            amount: plain(*amount),
        });
        told.collect()
    }

    /// What a second costs. Made seconds leave out what has no known cost; usable and published ones carry every cost, so they are
    /// not said while one is missing.
    fn seconds<'a>(
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

/// Each part's attempts, dearest first.
fn parts(actuals: &[Actual], baseline: Option<&Baseline>) -> Vec<PartProjection> {
    let mut order: Vec<&ActualPart> = Vec::new();
    for actual in actuals {
        if !order.contains(&&actual.part) {
            order.push(&actual.part);
        }
    }
    let mut parts: Vec<(Option<Decimal>, PartProjection)> = order
        .into_iter()
        .map(|part| {
            let own: Vec<&Actual> = actuals.iter().filter(|actual| actual.part == *part).collect();
            let spent = Spent::of(own.iter().copied());
            let projected = baseline.and_then(|baseline| projected_cost(baseline, &own));
            let whole = spent.cost().filter(|_| spent.unknown == 0);
            let variance = whole
                .zip(projected)
                .and_then(|(actual, projected)| actual.checked_sub(projected));
            let view = PartProjection {
                part: named(part),
                attempts: count(spent.attempts),
                usable: count(spent.usable),
                projected: projected.map(plain),
                actual: spent.cost().map(plain),
                variance: variance.map(plain),
                unknown_costs: count(spent.unknown),
                bases: spent.bases(),
                seconds: spent.seconds(baseline, own.iter().copied(), None),
            };
            (spent.cost(), view)
        })
        .collect();
    parts.sort_by_key(|(cost, _)| std::cmp::Reverse(*cost));
    parts.into_iter().map(|(_, part)| part).collect()
}

fn projected_cost(baseline: &Baseline, actuals: &[&Actual]) -> Option<Decimal> {
    actuals.iter().try_fold(Decimal::ZERO, |sum, actual| {
        let (model, _) = baseline.model(actual)?;
        sum.checked_add(Decimal::from(actual.attempts).checked_mul(model.cost_per_generation?)?)
    })
}

fn named(part: &ActualPart) -> ProjectionPart {
    match part {
        ActualPart::Model(model) => ProjectionPart::Model { model: model.clone() },
        ActualPart::Prompt(prompt) => {
            let (prompt_id, version) = prompt.clone().unzip();
            ProjectionPart::Prompt { prompt_id, version }
        }
    }
}

fn clip(actual: ActualClip) -> ClipProjection {
    let projected = actual.projected.map(Amount::decimal);
    let cost = actual.actual.map(|(amount, _)| amount.decimal());
    let measured = actual.measured.map(seconds);
    let per = |cost: Option<Decimal>, length: Option<Decimal>| {
        cost.zip(length)
            .and_then(|(cost, length)| cost.checked_div(length))
            .map(plain)
    };
    ClipProjection {
        generation_id: actual.generation,
        status: actual.status,
        model: actual.model,
        prompt: actual
            .prompt
            .map(|(id, version)| format!("{id} {version}").trim().to_owned()),
        projected: projected.map(plain),
        actual: cost.map(plain),
        basis: actual.actual.map(|(_, basis)| basis),
        variance: cost
            .zip(projected)
            .and_then(|(cost, projected)| cost.checked_sub(projected))
            .map(plain),
        seconds: measured.map(plain),
        projected_per_second: per(projected, actual.requested.map(seconds).or(measured)),
        actual_per_second: per(cost, measured),
    }
}
