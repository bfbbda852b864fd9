//! Spend against plan and budget, and how long the pilot still takes.

use super::gathered::Gathered;
use super::running::Running;
use crate::report::{count, plain};
use crate::view::dashboard::{SpendAgainst, TimeLeft};
use circletake_domain::day::Day;
use circletake_domain::money::Amount;
use circletake_domain::timestamp::Timestamp;
use circletake_store::PilotTargets;
use rust_decimal::{Decimal, prelude::ToPrimitive};

/// The preset that says how long a pilot takes, and for how many days.
const TWO_WEEKS: (&str, i64) = ("two_week", 14);

pub(super) fn spend_against(all: &Running, targets: &PilotTargets) -> SpendAgainst {
    let spent = all.parts().total();
    let share = |of: Option<Amount>| of.and_then(|of| spent.checked_div(of.decimal())).map(plain);
    let planned = targets.plan.as_ref().and_then(|(_, amount)| *amount);
    SpendAgainst {
        spent: plain(spent),
        benchmark: targets.benchmark.map(|amount| amount.to_string()),
        benchmark_what: targets.benchmark_what.clone(),
        budget: targets.budget.map(|amount| amount.to_string()),
        budget_share: share(targets.budget),
        planned: planned.map(|amount| amount.to_string()),
        planned_share: share(planned),
        plan: targets.plan.as_ref().map(|(name, _)| name.clone()),
    }
}

/// The pace is attempts over the days since the first, today included; a pilot that was closed has no days left and no pace to go on.
pub(super) fn time_left(whole: &Gathered, targets: &PilotTargets, now: Timestamp) -> TimeLeft {
    let attempts = whole.all.total;
    let today = Day::of(now);
    let days = || whole.by_day.iter().filter(|(_, running)| running.total > 0);
    let first = days().next().map(|(day, _)| *day);
    let started_on = targets.started_at.map(Day::of).or(first);
    let is_preset = targets
        .preset
        .as_deref()
        .is_some_and(|preset| preset.starts_with(TWO_WEEKS.0));
    let ends_on = started_on.filter(|_| is_preset).map(|day| day.later(TWO_WEEKS.1 - 1));
    let left = targets
        .generations
        .map(|target| u64::from(target).saturating_sub(attempts));
    let closed = targets.closed_at.is_some();
    let per_day = first.filter(|_| !closed).and_then(|first| {
        let days = today.days_since(first).max(0) + 1;
        Decimal::from(attempts).checked_div(Decimal::from(days))
    });
    let done_on = per_day.zip(left.filter(|left| *left > 0)).and_then(|(pace, left)| {
        let days = Decimal::from(left).checked_div(pace)?.ceil().to_i64()?;
        Some(today.later(days))
    });
    TimeLeft {
        attempts: count(attempts),
        target: targets.generations,
        attempts_left: left.map(count),
        started_on,
        ends_on,
        days_left: ends_on
            .filter(|_| !closed)
            .map(|end| i32::try_from(end.days_since(today) + i64::from(end >= today)).unwrap_or(i32::MAX)),
        attempts_per_day: per_day.map(plain),
        done_on,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use circletake_domain::status::Status;

    fn gathered(attempts: u64) -> Gathered {
        let mut whole = Gathered::default();
        let mut running = Running::default();
        running.add_standing(Status::RejectedQuality, attempts, Some(0));
        whole.all = running;
        whole.by_day.insert(Day::parse("2026-11-02").unwrap(), running);
        whole
    }

    fn targets() -> PilotTargets {
        PilotTargets {
            generations: Some(50),
            preset: Some("two_week".into()),
            ..PilotTargets::default()
        }
    }

    #[test]
    fn a_two_week_pilot_counts_its_days_and_foresees_its_end() {
        let on = |day: &str| Timestamp::parse(&format!("{day}T12:00:00Z")).unwrap();
        let left = time_left(&gathered(30), &targets(), on("2026-11-11"));
        assert_eq!(left.attempts_left, Some(20));
        assert_eq!(left.ends_on, Some(Day::parse("2026-11-15").unwrap()));
        assert_eq!((left.days_left, left.attempts_per_day.as_deref()), (Some(5), Some("3")));
        assert_eq!(left.done_on, Some(Day::parse("2026-11-18").unwrap()));
        let last_day = time_left(&gathered(30), &targets(), on("2026-11-15"));
        assert_eq!(last_day.days_left, Some(1));
        let over = time_left(&gathered(60), &targets(), on("2026-11-17"));
        assert_eq!(
            (over.days_left, over.attempts_left, over.done_on),
            (Some(-2), Some(0), None)
        );
    }

    #[test]
    fn before_the_first_attempt_and_without_a_target_nothing_is_foreseen() {
        let now = Timestamp::parse("2026-11-11T12:00:00Z").unwrap();
        let none = time_left(&Gathered::default(), &PilotTargets::default(), now);
        assert_eq!(none, TimeLeft::default());
        let planned = time_left(&Gathered::default(), &targets(), now);
        assert_eq!(
            (planned.attempts_left, planned.done_on, planned.days_left),
            (Some(50), None, None)
        );
    }

    #[test]
    fn spend_stands_against_a_budget_only_where_there_is_one() {
        let none = spend_against(&Running::default(), &PilotTargets::default());
        assert_eq!((none.spent.as_str(), none.budget_share), ("0", None));
        let free = PilotTargets {
            budget: Some(Amount::ZERO),
            ..targets()
        };
        assert_eq!(
            spend_against(&Running::default(), &free).budget_share,
            None,
            "nothing is no share of nothing"
        );
    }
}
