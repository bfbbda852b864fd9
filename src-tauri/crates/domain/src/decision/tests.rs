//! What the decision says, case by case.

use super::*;
use crate::brief::Level;
use crate::metrics::Tally;
use crate::money::{Amount, Currency};
use crate::statistics::Tries;
use proptest::prelude::*;
use rust_decimal::Decimal;

fn stretch(name: &str, usable: u64, total: u64) -> Stretch {
    Stretch {
        name: name.to_owned(),
        decided: Tries::new(usable, total).unwrap(),
    }
}

fn dollars(amount: &str) -> Benchmark {
    Benchmark {
        amount: amount.parse().unwrap(),
        what: None,
    }
}

/// The worked pilot of product.md: 50 attempts, 8 usable, $330.
fn worked() -> PilotFacts {
    PilotFacts {
        format: "social_broll".to_owned(),
        channel: "instagram_reel".to_owned(),
        currency: Currency::new("USD").unwrap(),
        benchmark: Some(dollars("120")),
        bar: QualityBar::new(vec![
            Requirement::UsableRateAtLeast {
                rate: Decimal::new(8, 2),
            },
            Requirement::NoOpenRightsRejections,
        ])
        .unwrap(),
        risk: Some(Level::Low),
        tally: Tally {
            total: 50,
            failed: 3,
            usable: 8,
            published: 5,
            model_cost: Decimal::from(30),
            review_minutes: Decimal::from(180),
            editing_minutes: Decimal::from(120),
            human_cost: Decimal::from(300),
            ..Tally::default()
        },
        minutes_without_rate: Decimal::ZERO,
        undecided: 11,
        open_rights_rejections: 0,
        rights_rejections: 2,
        wrong_product: 3,
        unsigned_usable: 0,
        weeks: vec![
            stretch("week of 2 November", 3, 20),
            stretch("week of 9 November", 5, 19),
        ],
        briefs: vec![stretch("bf_1", 4, 20), stretch("bf_2", 4, 19)],
        longest_loop: Some(Loop {
            brief: "bf_1".to_owned(),
            attempts: 8,
        }),
        largest_share: Some(LargestShare {
            name: "Maya".to_owned(),
            share: Decimal::new(6, 1),
        }),
        minutes_by_usable: vec![Decimal::from(12); 8],
    }
}

fn verdict(facts: &PilotFacts, kind: ConditionKind) -> DecisionVerdict {
    PilotDecision::of(facts).condition(kind).unwrap().verdict
}

#[test]
fn the_worked_pilot_is_one_sentence() {
    let decision = PilotDecision::of(&worked());
    assert_eq!(
        decision.sentence,
        "For social b-roll, on Instagram reel, with this review process, AI video costs $41.25 per usable clip (95 %: $23.15 to $79.16), \
         against a benchmark of $120.00, and meets our quality bar."
    );
    assert_eq!(decision.verdict, DecisionVerdict::Meets);
    assert_eq!(
        decision.readiness,
        "Ready for production: cost, quality and workflow all hold."
    );
    assert!(decision.next_steps.is_empty(), "{:?}", decision.next_steps);
}

#[test]
fn a_benchmark_inside_the_interval_is_open_and_says_how_many_more_attempts_would_settle_it() {
    let facts = PilotFacts {
        benchmark: Some(dollars("55")),
        ..worked()
    };
    let decision = PilotDecision::of(&facts);
    assert_eq!(verdict(&facts, ConditionKind::Cost), DecisionVerdict::CannotBeJudged);
    assert_eq!(decision.readiness, "Cannot be judged yet: the cost is open.");
    // Break-even at 6.60 / 55 = 12 % usable: z² 0.12 x 0.88 / 0.04² = 253.5.
    assert_eq!(decision.more_attempts(), Some(204));
    assert_eq!(
        decision.next_steps,
        ["If they go as those so far, about 204 more attempts would settle it. This is an estimate."]
    );
}

#[test]
fn above_the_benchmark_even_at_the_low_end_does_not_meet_it() {
    let facts = PilotFacts {
        benchmark: Some(dollars("20")),
        ..worked()
    };
    let decision = PilotDecision::of(&facts);
    assert_eq!(decision.verdict, DecisionVerdict::DoesNotMeet);
    assert_eq!(decision.readiness, "Not ready for production: the cost does not hold.");
}

#[test]
fn without_a_benchmark_or_a_bar_that_is_what_is_said() {
    let facts = PilotFacts {
        benchmark: None,
        bar: QualityBar::default(),
        ..worked()
    };
    let decision = PilotDecision::of(&facts);
    assert!(
        decision
            .sentence
            .contains("against no benchmark, and cannot yet be judged: no quality bar is set.")
    );
    assert_eq!(
        decision.readiness,
        "Cannot be judged yet: the cost and the quality are open."
    );
    assert_eq!(decision.more_attempts(), None);
    assert_eq!(
        decision.next_steps,
        [
            "Say in the pilot's settings what a clip costs today.",
            "Set the quality bar in the pilot's settings."
        ]
    );
}

#[test]
fn before_the_first_attempt_everything_is_open_and_nothing_is_zero() {
    let facts = PilotFacts {
        tally: Tally::default(),
        undecided: 0,
        weeks: Vec::new(),
        briefs: Vec::new(),
        longest_loop: None,
        largest_share: None,
        minutes_by_usable: Vec::new(),
        ..worked()
    };
    let decision = PilotDecision::of(&facts);
    assert!(
        decision
            .sentence
            .contains("AI video has not been tried yet, against a benchmark of $120.00, and cannot yet be judged")
    );
    assert!(!decision.sentence.contains("$0"), "{}", decision.sentence);
    for condition in &decision.conditions {
        assert_eq!(condition.verdict, DecisionVerdict::CannotBeJudged, "{condition:?}");
    }
    assert_eq!(decision.next_steps, ["Make the first attempts."]);
}

#[test]
fn nothing_usable_has_a_least_cost_and_may_already_be_too_dear() {
    let mut facts = worked();
    facts.tally.usable = 0;
    facts.tally.published = 0;
    facts.weeks = vec![stretch("week of 2 November", 0, 39)];
    facts.briefs = vec![stretch("bf_1", 0, 39)];
    facts.minutes_by_usable = Vec::new();
    let decision = PilotDecision::of(&facts);
    assert!(
        decision.sentence.contains(
            "AI video made no usable clip in 50 attempts that cost $330.00 (95 %: $92.50 or more per usable clip)"
        ),
        "{}",
        decision.sentence
    );
    assert_eq!(verdict(&facts, ConditionKind::Cost), DecisionVerdict::CannotBeJudged);
    facts.benchmark = Some(dollars("90"));
    assert_eq!(verdict(&facts, ConditionKind::Cost), DecisionVerdict::DoesNotMeet);
}

#[test]
fn when_every_request_failed_that_is_the_sentence() {
    let mut facts = worked();
    facts.tally = Tally {
        total: 20,
        failed: 20,
        model_cost: Decimal::from(3),
        ..Tally::default()
    };
    let decision = PilotDecision::of(&facts);
    assert!(
        decision
            .sentence
            .contains("AI video made no clip at all: all 20 requests failed, for $3.00"),
        "{}",
        decision.sentence
    );
    assert_ne!(decision.verdict, DecisionVerdict::Meets);
}

#[test]
fn what_is_not_known_of_the_costs_stands_in_the_way_of_a_yes_and_never_of_a_no() {
    let mut facts = worked();
    facts.tally.unknown_costs = 4;
    assert_eq!(verdict(&facts, ConditionKind::Cost), DecisionVerdict::CannotBeJudged);
    let decision = PilotDecision::of(&facts);
    assert!(decision.sentence.contains("costs at least $41.25 per usable clip"));
    assert_eq!(
        decision.next_steps,
        ["Enter what is missing of the costs and the rates."]
    );
    facts.benchmark = Some(dollars("20"));
    assert_eq!(verdict(&facts, ConditionKind::Cost), DecisionVerdict::DoesNotMeet);

    let no_rate = PilotFacts {
        minutes_without_rate: Decimal::from(30),
        ..worked()
    };
    assert_eq!(verdict(&no_rate, ConditionKind::Cost), DecisionVerdict::CannotBeJudged);
    let said = &PilotDecision::of(&no_rate).conditions[0].evidence[1].says;
    assert!(
        said.starts_with("30 minutes were spent by people whose hourly rate is not known"),
        "{said}"
    );
}

#[test]
fn a_high_risk_is_not_cleared_by_a_bar_that_is_silent_about_it() {
    let mut facts = worked();
    facts.risk = Some(Level::High);
    assert_eq!(verdict(&facts, ConditionKind::Quality), DecisionVerdict::Meets);
    facts.bar = QualityBar::new(vec![Requirement::UsableRateAtLeast {
        rate: Decimal::new(8, 2),
    }])
    .unwrap();
    assert_eq!(verdict(&facts, ConditionKind::Quality), DecisionVerdict::CannotBeJudged);
}

#[test]
fn an_open_rejection_for_rights_or_a_missing_signature_is_a_no() {
    let mut facts = worked();
    facts.open_rights_rejections = 1;
    assert_eq!(verdict(&facts, ConditionKind::Quality), DecisionVerdict::DoesNotMeet);
    facts.open_rights_rejections = 0;
    facts.bar = QualityBar::new(vec![Requirement::EveryUsableClipSigned]).unwrap();
    assert_eq!(verdict(&facts, ConditionKind::Quality), DecisionVerdict::Meets);
    facts.unsigned_usable = 2;
    assert_eq!(verdict(&facts, ConditionKind::Quality), DecisionVerdict::DoesNotMeet);
}

#[test]
fn a_week_that_fell_behind_does_not_repeat_and_one_that_got_better_does() {
    let mut facts = worked();
    facts.weeks = vec![
        stretch("week of 2 November", 12, 20),
        stretch("week of 9 November", 1, 30),
    ];
    assert_eq!(verdict(&facts, ConditionKind::Workflow), DecisionVerdict::DoesNotMeet);
    facts.weeks.reverse();
    assert_eq!(verdict(&facts, ConditionKind::Workflow), DecisionVerdict::Meets);
    facts.weeks.truncate(1);
    assert_eq!(
        verdict(&facts, ConditionKind::Workflow),
        DecisionVerdict::CannotBeJudged
    );
}

#[test]
fn heroics_are_a_stuck_brief_a_rescue_and_one_pair_of_shoulders() {
    let stuck = PilotFacts {
        longest_loop: Some(Loop {
            brief: "bf_1".to_owned(),
            attempts: 40,
        }),
        ..worked()
    };
    assert_eq!(verdict(&stuck, ConditionKind::Workflow), DecisionVerdict::DoesNotMeet);
    let rescue = PilotFacts {
        minutes_by_usable: vec![Decimal::from(5), Decimal::from(5), Decimal::from(90)],
        ..worked()
    };
    assert_eq!(verdict(&rescue, ConditionKind::Workflow), DecisionVerdict::DoesNotMeet);
    let alone = PilotFacts {
        largest_share: Some(LargestShare {
            name: "Maya".to_owned(),
            share: Decimal::ONE,
        }),
        ..worked()
    };
    assert_eq!(
        verdict(&alone, ConditionKind::Workflow),
        DecisionVerdict::CannotBeJudged
    );
}

#[test]
fn minutes_that_the_bar_limits_are_judged_by_the_interval() {
    let limited = |minutes: i64| PilotFacts {
        bar: QualityBar::new(vec![
            Requirement::NoOpenRightsRejections,
            Requirement::HumanMinutesPerUsableAtMost {
                minutes: minutes.into(),
            },
        ])
        .unwrap(),
        ..worked()
    };
    // 37.5 minutes; 6 minutes an attempt over 8.3 to 28.5 %: 21 to 72.
    assert_eq!(verdict(&limited(100), ConditionKind::Workflow), DecisionVerdict::Meets);
    assert_eq!(
        verdict(&limited(40), ConditionKind::Workflow),
        DecisionVerdict::CannotBeJudged
    );
    assert_eq!(
        verdict(&limited(20), ConditionKind::Workflow),
        DecisionVerdict::DoesNotMeet
    );
}

#[test]
fn a_billion_generations_are_decided_at_once() {
    let mut facts = worked();
    facts.tally.total = 1_000_000_000;
    facts.tally.usable = 160_000_000;
    facts.tally.model_cost = Decimal::from(600_000_000_u64);
    let decision = PilotDecision::of(&facts);
    assert!(
        decision
            .sentence
            .contains("costs $3.75 per usable clip (95 %: $3.75 to $3.75)"),
        "{}",
        decision.sentence
    );
}

proptest! {
    #[test]
    fn a_dearer_benchmark_never_makes_the_verdict_on_the_cost_worse(
        usable in 0_u64..60, rest in 1_u64..60, cents in 0_i64..2_000_000, today in 0_i64..50_000, more in 0_i64..50_000, unknown in 0_u64..3,
    ) {
        let mut facts = worked();
        facts.tally = Tally { total: usable + rest, usable, model_cost: Decimal::new(cents, 2), unknown_costs: unknown, ..Tally::default() };
        let at = |today: i64| PilotFacts {
            benchmark: Some(Benchmark { amount: Amount::from_nanos(today * 10_000_000), what: None }),
            ..facts.clone()
        };
        prop_assert!(verdict(&at(today + more), ConditionKind::Cost) <= verdict(&at(today), ConditionKind::Cost));
    }

    #[test]
    fn more_usable_of_the_same_attempts_never_makes_the_verdict_on_the_cost_worse(
        usable in 0_u64..60, rest in 1_u64..60, cents in 0_i64..2_000_000, today in 0_i64..50_000,
    ) {
        let mut facts = worked();
        facts.benchmark = Some(Benchmark { amount: Amount::from_nanos(today * 10_000_000), what: None });
        facts.tally = Tally { total: usable + rest, usable, model_cost: Decimal::new(cents, 2), ..Tally::default() };
        let before = verdict(&facts, ConditionKind::Cost);
        facts.tally.usable += 1;
        prop_assert!(verdict(&facts, ConditionKind::Cost) <= before);
    }

    #[test]
    fn an_open_cost_with_complete_sums_says_how_many_attempts_would_settle_it_or_that_none_would(
        usable in 0_u64..40, rest in 1_u64..60, cents in 1_i64..200_000, today in 1_i64..50_000,
    ) {
        let mut facts = worked();
        facts.benchmark = Some(Benchmark { amount: Amount::from_nanos(today * 10_000_000), what: None });
        facts.tally = Tally { total: usable + rest, usable, model_cost: Decimal::new(cents, 2), ..Tally::default() };
        let decision = PilotDecision::of(&facts);
        let cost = decision.condition(ConditionKind::Cost).unwrap();
        if cost.verdict == DecisionVerdict::CannotBeJudged {
            prop_assert!(cost.evidence[0].next_step.is_some(), "{:?}", cost);
        }
    }
}
