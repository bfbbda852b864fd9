//! What a plan says of a run: the worked pilot foreseen, ranges, what is unknown, and what nobody would type.
#![expect(clippy::unwrap_used, reason = "a plan that cannot be worked out must fail the test")]

use circletake_domain::forecast::{
    Forecast, Grouping, Input, Plan, PlanProblem, PlannedMinutes, PlannedModel, PlannedOverhead, PlannedWork, Saving,
    Unknown,
};
use circletake_domain::metrics::Tally;
use circletake_domain::statistics::{PlanningError, RateBelief, Tries};
use proptest::prelude::*;
use rust_decimal::Decimal;
use std::time::{Duration, Instant};

fn seen(usable: u64, total: u64) -> RateBelief {
    RateBelief::from_history(Tries::new(usable, total).unwrap())
}

fn exactly(rate: f64) -> RateBelief {
    RateBelief::exactly(rate).unwrap()
}

fn model(name: &str, generations: u64, cents: i64, rate: RateBelief) -> PlannedModel {
    PlannedModel {
        name: name.to_owned(),
        generations,
        cost_per_generation: Some(Decimal::new(cents, 2)),
        rate,
    }
}

fn minutes(tenths: i64) -> PlannedMinutes {
    PlannedMinutes {
        minutes: Decimal::new(tenths, 1),
        hourly_rate: Some(Decimal::from(60)),
    }
}

/// 50 generations for $30, 3.6 minutes of review each, 15 minutes of editing on each of 8 usable clips, $60 an hour.
fn worked_pilot(rate: RateBelief) -> Plan {
    Plan {
        models: vec![model("kling", 50, 60, rate)],
        work: PlannedWork {
            review: minutes(36),
            editing: minutes(150),
            brand_review: PlannedMinutes::default(),
        },
        overhead: PlannedOverhead::default(),
        benchmark: Some(Decimal::from(60)),
        usable_wanted: Some(10),
    }
}

fn forecast(plan: &Plan) -> Forecast {
    plan.forecast().unwrap()
}

#[test]
fn the_worked_pilot_is_foreseen_as_it_came_out() {
    let forecast = forecast(&worked_pilot(exactly(0.16)));
    assert_eq!(forecast.expected_usable, Decimal::from(8));
    assert_eq!(forecast.model_cost, Some(Decimal::from(30)));
    assert_eq!(forecast.human_cost, Some(Decimal::from(300)));
    assert_eq!(forecast.total, Some(Decimal::from(330)));
    assert_eq!(forecast.known_total, Decimal::from(330));
    assert_eq!(forecast.cost_per_usable, Some(Decimal::new(4125, 2)));
    assert!(forecast.unknown.is_empty());
    let needed: Vec<_> = forecast.needed.iter().map(|one| one.generations.unwrap()).collect();
    assert_eq!(needed, [61, 77, 87, 95], "the vectors of a fixed rate");
}

#[test]
fn history_plans_as_the_vectors_say_and_wider_than_a_rate_taken_as_known() {
    let from_history = forecast(&worked_pilot(seen(8, 50)));
    let needed: Vec<_> = from_history.needed.iter().map(|one| one.generations.unwrap()).collect();
    assert_eq!(needed, [60, 87, 106, 126]);
    let certain = forecast(&worked_pilot(exactly(0.16)));
    for (wide, narrow) in from_history.usable.iter().zip(certain.usable) {
        assert!(wide.low <= narrow.low && wide.high >= narrow.high);
    }
}

#[test]
fn the_ranges_lie_in_each_other_and_the_cost_falls_as_the_usable_rise() {
    let forecast = forecast(&worked_pilot(seen(8, 50)));
    let [half, most, nearly_all] = forecast.cost_ranges.unwrap();
    assert!(nearly_all.low <= most.low && most.low <= half.low);
    assert!(half.high.unwrap() <= most.high.unwrap() && most.high.unwrap() <= nearly_all.high.unwrap());
    let cost = forecast.cost_per_usable.unwrap();
    assert!(half.low.unwrap() < cost && cost < half.high.unwrap());
    assert_eq!(forecast.outcomes.len(), 20);
    assert!(forecast.outcomes.is_sorted());
}

#[test]
fn the_benchmark_is_beaten_as_often_as_there_are_enough_usable_clips() {
    // 210 spent whatever comes out, 15 for each usable clip: below 60 from the fifth on.
    let plan = worked_pilot(exactly(0.16));
    let at_least_five = exactly(0.16).chance_of_at_least(5, 50);
    assert!((forecast(&plan).beats_benchmark.unwrap() - at_least_five).abs() < 1e-12);
    let hopeless = Plan {
        benchmark: Some(Decimal::from(15)),
        ..plan.clone()
    };
    assert_eq!(
        forecast(&hopeless).beats_benchmark,
        Some(0.0),
        "editing alone costs as much"
    );
    let without = Plan {
        benchmark: None,
        ..plan
    };
    assert_eq!(forecast(&without).beats_benchmark, None);
}

#[test]
fn the_model_with_the_cheaper_second_may_be_the_dearer_one() {
    let mut plan = worked_pilot(seen(8, 50));
    plan.models = vec![
        model("cheap and hasty", 25, 20, seen(2, 50)),
        model("dear and sure", 25, 300, seen(30, 50)),
    ];
    let ranking = forecast(&plan).ranking;
    assert_eq!(ranking[0].name, "dear and sure");
    assert!(ranking[0].cost_per_generation > ranking[1].cost_per_generation);
    let needed = |place: usize| ranking[place].needed.unwrap().generations.unwrap();
    assert!(needed(0) < needed(1));
}

#[test]
fn two_models_of_which_the_same_is_believed_rise_and_fall_together() {
    let mut plan = worked_pilot(seen(8, 50));
    plan.models = vec![model("one", 20, 60, seen(8, 50)), model("other", 30, 60, seen(8, 50))];
    assert_eq!(forecast(&plan).usable, forecast(&worked_pilot(seen(8, 50))).usable);
    plan.models[1].rate = seen(9, 56);
    let apart = forecast(&plan).usable[2];
    let together = forecast(&worked_pilot(seen(8, 50))).usable[2];
    assert!(
        apart.high - apart.low < together.high - together.low,
        "two unknown rates seldom fail together"
    );
}

#[test]
fn an_unknown_price_leaves_the_total_unknown_and_never_counts_as_nothing() {
    let mut plan = worked_pilot(exactly(0.16));
    plan.models.push(PlannedModel {
        cost_per_generation: None,
        ..model("unpriced", 10, 0, exactly(0.16))
    });
    let forecast = forecast(&plan);
    assert_eq!(forecast.unknown, [Unknown::ModelPrice("unpriced".to_owned())]);
    assert_eq!((forecast.model_cost, forecast.total), (None, None));
    assert_eq!((forecast.cost_per_usable, forecast.cost_ranges), (None, None));
    assert!(forecast.swings.is_empty() && forecast.outcomes.is_empty());
    assert_eq!(forecast.beats_benchmark, None);
    assert_eq!(
        forecast.known_total,
        Decimal::from(390),
        "30 for models, 216 for review, 144 for editing"
    );
    assert_eq!(
        forecast.ranking[1].cost_per_usable, None,
        "what cannot be said comes last"
    );
}

#[test]
fn a_person_without_a_rate_makes_people_unknown_and_the_rest_stays_said() {
    let mut plan = worked_pilot(exactly(0.16));
    plan.work.editing.hourly_rate = None;
    let without = forecast(&plan);
    assert_eq!(without.unknown, [Unknown::EditingRate]);
    assert_eq!((without.human_cost, without.total), (None, None));
    assert_eq!(without.model_cost, Some(Decimal::from(30)));
    assert_eq!(without.known_total, Decimal::from(210));
    plan.work.editing.minutes = Decimal::ZERO;
    assert_eq!(
        forecast(&plan).total,
        Some(Decimal::from(210)),
        "no minutes need no rate"
    );
}

#[test]
fn nothing_usable_and_nothing_planned_have_no_cost_per_usable() {
    let all_fail = forecast(&worked_pilot(exactly(0.0)));
    assert_eq!(all_fail.total, Some(Decimal::from(210)));
    assert_eq!(all_fail.cost_per_usable, None);
    assert_eq!(all_fail.cost_ranges.unwrap()[2].low, None);
    assert!((all_fail.chance_of_none - 1.0).abs() < 1e-15);
    assert_eq!(all_fail.needed[0].generations, Err(PlanningError::RateOutOfRange(0.0)));
    assert_eq!(all_fail.beats_benchmark, Some(0.0));

    let mut nothing = worked_pilot(seen(8, 50));
    nothing.models[0].generations = 0;
    nothing.models[0].cost_per_generation = None;
    let nothing = forecast(&nothing);
    assert_eq!((nothing.total, nothing.cost_per_usable), (Some(Decimal::ZERO), None));
    assert_eq!(
        nothing.needed[2].generations,
        Ok(106),
        "what a run would need can still be said"
    );
}

#[test]
fn after_nothing_but_failures_a_usable_clip_has_a_lowest_price_and_no_highest() {
    let forecast = forecast(&worked_pilot(seen(0, 40)));
    let range = forecast.cost_ranges.unwrap()[2];
    assert!(range.low.is_some());
    assert_eq!(range.high, None);
    assert!(forecast.chance_of_none > 0.4);
}

#[test]
fn absurd_input_is_refused_with_the_field_and_the_number() {
    let mut plan = worked_pilot(seen(8, 50));
    plan.work.review.minutes = Decimal::from(-3);
    assert_eq!(
        plan.forecast().unwrap_err().to_string(),
        "review minutes cannot be below zero, and -3 is"
    );
    let mut plan = worked_pilot(seen(8, 50));
    plan.models[0].generations = u64::MAX;
    assert_eq!(plan.forecast().unwrap_err(), PlanProblem::TooManyGenerations);
    plan.models.push(plan.models[0].clone());
    assert_eq!(plan.forecast().unwrap_err(), PlanProblem::TooManyGenerations);
    let mut plan = worked_pilot(seen(8, 50));
    plan.models[0].cost_per_generation = Some(Decimal::MAX);
    assert_eq!(plan.forecast().unwrap_err(), PlanProblem::TooLarge);
    plan.models.clear();
    assert_eq!(plan.forecast().unwrap_err(), PlanProblem::NoModel);
}

#[test]
fn a_billion_generations_are_foreseen_at_once() {
    let start = Instant::now();
    let mut plan = worked_pilot(seen(8, 50));
    plan.models = vec![
        model("one", 500_000_000, 60, seen(8, 50)),
        model("other", 500_000_000, 60, seen(16, 50)),
    ];
    plan.usable_wanted = Some(100_000_000);
    let forecast = forecast(&plan);
    assert_eq!(forecast.model_cost, Some(Decimal::from(600_000_000)));
    let needed = forecast.needed[2].generations.unwrap();
    assert!((400_000_000..800_000_000).contains(&needed), "{needed}");
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
}

#[test]
fn the_usable_rate_matters_most_where_little_is_known_of_it() {
    let forecast = forecast(&worked_pilot(seen(1, 6)));
    assert_eq!(forecast.swings[0].input, Input::UsableRate);
    assert!(
        forecast.swings[0].at_low > forecast.swings[0].at_high,
        "a lower rate costs more"
    );
    assert!(
        forecast
            .swings
            .iter()
            .all(|swing| swing.input != Input::BrandReviewMinutes),
        "what is not planned is not moved"
    );
}

#[test]
fn what_patterns_save_is_taken_off_the_overhead_only() {
    let mut plan = worked_pilot(exactly(0.16));
    plan.overhead = PlannedOverhead {
        once: Decimal::from(50),
        per_generation: Decimal::ONE,
        grouping: Some(Grouping {
            prompts_per_request: 8,
            saving: Saving(Decimal::new(3, 1)),
        }),
        template_reuse: None,
    };
    let forecast = forecast(&plan);
    assert_eq!(forecast.overhead_cost, Decimal::from(70));
    assert_eq!(forecast.saved.requests, 7);
    assert_eq!(forecast.total, Some(Decimal::from(400)));
    assert!(forecast.swings.iter().any(|swing| swing.input == Input::Savings));
}

/// A plan that went just as its model says, as the report would count it.
fn tally_of(plan: &Plan, usable: u64) -> Tally {
    let cost = |planned: PlannedMinutes, clips: u64| planned.cost().unwrap() * Decimal::from(clips);
    let generations = plan.generations().unwrap();
    Tally {
        total: generations,
        usable,
        model_cost: plan
            .models
            .iter()
            .map(|model| Decimal::from(model.generations) * model.cost_per_generation.unwrap())
            .sum(),
        human_cost: cost(plan.work.review, generations) + cost(plan.work.editing, usable),
        overhead_cost: plan.overhead.saved(generations).unwrap().after,
        ..Tally::default()
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn splitting_a_plan_and_adding_the_parts_gives_the_whole(parts in proptest::collection::vec((0_u64..400, 0_i64..900), 1..4), rate in 0.0_f64..=1.0) {
        let whole = Plan {
            models: parts.iter().map(|(generations, cents)| model("m", *generations, *cents, exactly(rate))).collect(),
            ..worked_pilot(exactly(rate))
        };
        let mut sums = [Decimal::ZERO; 3];
        for model in &whole.models {
            let part = forecast(&Plan { models: vec![model.clone()], ..whole.clone() });
            for (sum, value) in sums.iter_mut().zip([part.model_cost, part.total, Some(part.expected_usable)]) {
                *sum += value.unwrap();
            }
        }
        let whole = forecast(&whole);
        prop_assert_eq!(whole.model_cost.unwrap(), sums[0]);
        let slack = Decimal::new(1, 9);
        prop_assert!((whole.total.unwrap() - sums[1]).abs() < slack);
        prop_assert!((whole.expected_usable - sums[2]).abs() < slack);
    }

    #[test]
    fn a_higher_usable_rate_never_costs_more_per_usable(usable in 0_u64..40, rest in 0_u64..200, generations in 1_u64..200) {
        let plan = |usable, total| Plan {
            models: vec![model("m", generations, 60, seen(usable, total))],
            ..worked_pilot(exactly(0.5))
        };
        let (less, more) = (forecast(&plan(usable, usable + rest + 1)), forecast(&plan(usable + 1, usable + rest + 1)));
        prop_assert!(more.cost_per_usable.unwrap() <= less.cost_per_usable.unwrap());
        prop_assert!(more.beats_benchmark.unwrap() + 1e-9 >= less.beats_benchmark.unwrap());
    }

    #[test]
    fn a_run_that_goes_as_planned_reads_in_the_report_as_it_was_foreseen(generations in 1_u64..500, cents in 0_i64..2_000, usable in 1_u64..100) {
        prop_assume!(usable <= generations);
        let plan = Plan { models: vec![model("m", generations, cents, exactly(0.5))], ..worked_pilot(exactly(0.5)) };
        let tally = tally_of(&plan, usable);
        let planned = tally.total_cost().unwrap();
        let at = planned.checked_div(Decimal::from(usable)).unwrap();
        prop_assert!((tally.cost_per_usable().unwrap() - at).abs() < Decimal::new(1, 12));
    }
}
