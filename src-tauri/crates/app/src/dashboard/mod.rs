//! The pilot page: one question, all of its data. The store sums, the domain has the formulas, and what is here puts them together.

mod advise;
mod aside;
mod chart_files;
mod chart_markup;
mod chart_tables;
mod charts;
mod gathered;
mod narrowed;
mod over_attempts;
mod overhead;
mod progress;
mod refine;
mod running;

use crate::error::AppError;
use crate::open_library::OpenLibrary;
use crate::report;
use crate::view::dashboard::{
    DashboardRequest, DashboardView, FilterChoices, ModelChoice, OccurringPrompt, PersonChoice, PromptVersion,
};
use crate::view::pilot::Scope;
use circletake_domain::advice::LoopRun;
use circletake_store::{DashboardSums, LotFilter, PilotTargets};
use gathered::{AttemptsOf, Gathered};
use narrowed::Narrowed;
use std::cmp::Reverse;
use std::collections::HashMap;

impl OpenLibrary {
    /// Everything the pilot page shows, of the attempts that its filter lets through.
    pub async fn dashboard(&self, request: &DashboardRequest) -> Result<DashboardView, AppError> {
        self.recheck_signed_files().await?;
        let scope: circletake_store::Scope = (&request.scope).into();
        let store = self.store();
        let settings = self.advice_settings().await?;
        let everything = LotFilter::default();
        // Independent questions wait for each other on no connection: there are four.
        let (sums, standings, of_person, loops, aside, targets, edited) = tokio::try_join!(
            store.dashboard_sums(&scope, None),
            store.standings(&scope, None, &everything),
            async {
                match &request.filter.person {
                    Some(person) => store.dashboard_sums(&scope, Some(person)).await.map(Some),
                    None => Ok(None),
                }
            },
            store.loops(&scope, settings.loop_attempts),
            store.advice_aside(&scope),
            self.targets(&request.scope),
            store.edited_clips(&scope),
        )?;
        let narrowed = Narrowed::to(&request.filter, &sums.names);
        let attempts = AttemptsOf::everything(&sums);
        let whole = Gathered::of(&sums, &standings, &Narrowed::default(), &attempts);
        let counting = of_person.as_ref().unwrap_or(&sums);
        let narrower = if narrowed.is_everything() {
            None
        } else {
            let person = request.filter.person.as_ref();
            let standings = store.standings(&scope, person, &narrowed.filter()).await?;
            Some(Gathered::of(counting, &standings, &narrowed, &attempts))
        };
        let gathered = narrower.as_ref().unwrap_or(&whole);
        let cost_over_attempts = if attempts.all <= over_attempts::MOST_SINGLE_ATTEMPTS {
            let (single, minutes) = store.single_attempts(&scope, request.filter.person.as_ref()).await?;
            over_attempts::by_attempt(&single, &minutes, counting, &narrowed, gathered)
        } else {
            over_attempts::by_day(gathered)
        };
        let benchmark = targets.benchmark.map(circletake_domain::money::Amount::decimal);
        let loops: Vec<LoopRun> = loops.iter().map(advise::loop_run).collect();
        let refine = refine::of_scope(&whole, edited, self.editor_rate().await?);
        let advice = advise::all_advice(&whole, &sums.names, benchmark, &loops, settings.loop_attempts, &refine);
        Ok(DashboardView {
            scope: request.scope.clone(),
            filter: request.filter.clone(),
            choices: choices(&sums),
            report: report::compose(&gathered.counted(), &store.info().currency),
            cost_per_published_interval: gathered
                .all
                .tally()
                .cost_per_published_interval()
                .map(|interval| [Some(report::plain(interval.low)), interval.high.map(report::plain)]),
            spend_against: progress::spend_against(&whole.all, &targets),
            time_left: progress::time_left(&whole, &targets, self.now()),
            costs: charts::cost_parts(&gathered.all),
            model_cost_basis: charts::bases(gathered),
            cost_over_attempts,
            rates: charts::rates(gathered, &sums.names),
            spend: charts::spend(gathered),
            price_shock: charts::price_shock(&gathered.all, benchmark),
            loops: advise::loop_views(&loops, settings.loop_attempts),
            advice: advice.into_iter().map(|one| advise::advice_view(one, &aside)).collect(),
            overhead_is_shared: narrower.is_some() && !sums.overhead.is_empty(),
        })
    }

    /// What a pilot was meant to be; a brief or a library was meant to be nothing.
    async fn targets(&self, scope: &Scope) -> Result<PilotTargets, circletake_store::StoreError> {
        match scope {
            Scope::Pilot(id) => self.store().pilot_targets(id).await,
            Scope::Library | Scope::Brief(_) => Ok(PilotTargets::default()),
        }
    }
}

/// What the page can be narrowed by: only what occurs, most attempts first.
fn choices(sums: &DashboardSums) -> FilterChoices {
    let (mut models, mut prompts) = (HashMap::new(), HashMap::new());
    let (mut first_day, mut last_day) = (None, None);
    for sum in sums.lots.iter().filter(|sum| sum.attempts > 0) {
        if let Some(key) = sum.lot.model {
            *models.entry(key).or_insert(0) += sum.attempts;
        }
        if let Some(key) = sum.lot.prompt {
            *prompts.entry(key).or_insert(0) += sum.attempts;
        }
        let day = sum.lot.day;
        first_day = Some(first_day.map_or(day, |first: circletake_domain::day::Day| first.min(day)));
        last_day = Some(last_day.map_or(day, |last: circletake_domain::day::Day| last.max(day)));
    }
    let mut models: Vec<ModelChoice> = models
        .into_iter()
        .filter_map(|(key, attempts)| {
            Some(ModelChoice {
                model: sums.names.models.get(&key)?.clone(),
                attempts: report::count(attempts),
            })
        })
        .collect();
    models.sort_by(|one, other| (Reverse(one.attempts), &one.model).cmp(&(Reverse(other.attempts), &other.model)));
    let mut prompts: Vec<OccurringPrompt> = prompts
        .into_iter()
        .filter_map(|(key, attempts)| {
            let name = sums.names.prompts.get(&key)?;
            Some(OccurringPrompt {
                prompt: PromptVersion {
                    id: name.id.clone(),
                    version: name.version.clone(),
                },
                attempts: report::count(attempts),
            })
        })
        .collect();
    prompts.sort_by(|one, other| (Reverse(one.attempts), &one.prompt).cmp(&(Reverse(other.attempts), &other.prompt)));
    FilterChoices {
        models,
        prompts,
        people: sums
            .names
            .people
            .iter()
            .map(|(_, person, name)| PersonChoice {
                person: person.clone(),
                name: name.clone(),
            })
            .collect(),
        first_day,
        last_day,
    }
}
