//! What the figures of a whole pilot suggest, what is pressing first, and what somebody put aside marked as such.

use super::charts::prompt_name;
use super::gathered::Gathered;
use super::running::{Running, money};
use crate::report::{count, plain};
use crate::view::dashboard::{AdviceView, AsideView, LoopView};
use circletake_domain::advice::{
    Advice, AdviceTone, Contender, Kind, LoopRun, PromptRejects, RefineOrRegenerate, Rejections, advice_on_rejections,
    advice_to_stop, changed_materially, loop_alarm, refine_advice, standing,
};
use circletake_domain::money::Amount;
use circletake_domain::statistics::Tries;
use circletake_store::{AsideAdvice, DashboardNames, StoredLoop, TimeKind};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// Everything that may be said of a whole scope.
pub(super) fn all_advice(
    gathered: &Gathered,
    names: &DashboardNames,
    benchmark: Option<Decimal>,
    loops: &[LoopRun],
    loop_attempts: u32,
    refine: &RefineOrRegenerate,
) -> Vec<Advice> {
    let (tally, parts) = (gathered.all.tally(), gathered.all.parts());
    let reasons = gathered.counted().reasons;
    let prompts: Vec<PromptRejects> = gathered
        .prompt_reasons
        .iter()
        .filter_map(|(key, reasons)| {
            Some(PromptRejects {
                name: prompt_name(names.prompts.get(key)?),
                reasons: reasons.iter().map(|(reason, count)| (*reason, *count)).collect(),
            })
        })
        .collect();
    let rejections = Rejections {
        reasons: &reasons,
        prompts: &prompts,
        costs: parts,
    };
    let models = contenders(&gathered.by_model, |key| {
        names.models.get(&key).map(ToString::to_string)
    });
    let versions = contenders(&gathered.by_prompt, |key| names.prompts.get(&key).map(prompt_name));
    let mut advice: Vec<Advice> = advice_to_stop(&tally, &parts, benchmark).into_iter().collect();
    advice.extend(loops.iter().filter_map(|run| loop_alarm(run, loop_attempts)));
    advice.extend(advice_on_rejections(&rejections));
    advice.extend(refine_advice(gathered.waiting_for_edit, refine));
    advice.extend(standing(&models).map(|standing| standing.advice(Kind::Model)));
    advice.extend(standing(&versions).map(|standing| standing.advice(Kind::Prompt)));
    advice.sort_by_key(|one| match one.tone {
        AdviceTone::Act => 0,
        AdviceTone::Know => 1,
        AdviceTone::TooEarly => 2,
    });
    advice
}

fn contenders(groups: &BTreeMap<Option<i64>, Running>, name: impl Fn(i64) -> Option<String>) -> Vec<Contender> {
    let named = groups.iter().filter_map(|(key, running)| {
        let tally = running.tally();
        Some(Contender {
            name: name((*key)?)?,
            tries: Tries::new(tally.usable, tally.total).ok()?,
            cost_per_usable: tally.cost_per_usable(),
        })
    });
    named.collect()
}

/// A row of attempts with what it cost.
pub(super) fn loop_run(stored: &StoredLoop) -> LoopRun {
    let mut people = Running::default();
    for (duration, rate) in &stored.minutes {
        people.add_minutes(TimeKind::Review, *duration, rate.map(Amount::nanos));
    }
    LoopRun {
        brief: stored.brief.clone(),
        attempts: stored.attempts,
        cost: money(stored.nanos) + people.human_cost(),
        unknown_costs: stored.unknown_costs,
        main_reason: stored.reasons.first().map(|(reason, _)| *reason),
    }
}

/// The alarms, for the rows of briefs.
pub(super) fn loop_views(loops: &[LoopRun], loop_attempts: u32) -> Vec<LoopView> {
    let sounding = loops
        .iter()
        .filter_map(|run| Some((run, loop_alarm(run, loop_attempts)?)));
    sounding
        .map(|(run, alarm)| LoopView {
            brief_id: run.brief.clone(),
            attempts: count(run.attempts),
            cost: plain(run.cost),
            unknown_costs: count(run.unknown_costs),
            main_reason: run.main_reason,
            what_to_do: alarm.what_to_do,
        })
        .collect()
}

/// Advice as it is shown: what was put aside stays aside until a figure has moved.
pub(super) fn advice_view(advice: Advice, aside: &[AsideAdvice]) -> AdviceView {
    let id = advice.id();
    let put_aside = aside
        .iter()
        .find(|one| one.advice == id && !changed_materially(&one.figures, &advice.figures))
        .map(|one| AsideView {
            person: one.person.clone(),
            at: one.at,
        });
    AdviceView {
        id,
        kind: advice.kind,
        subject: advice.subject,
        tone: advice.tone,
        headline: advice.headline,
        what_to_do: advice.what_to_do,
        figures: advice.figures,
        aside: put_aside,
    }
}
