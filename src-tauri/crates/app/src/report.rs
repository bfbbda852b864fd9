//! The numbers of a brief, a pilot or the library: sums from the store, formulas from the domain, decimals as text.

use crate::error::AppError;
use crate::open_library::OpenLibrary;
use crate::view::pilot::{ReasonCount, ReportView, Scope, StatusCount};
use circletake_domain::frame::Microseconds;
use circletake_domain::metrics::Tally;
use circletake_domain::money::{Amount, Currency};
use circletake_domain::reason::{OtherShare, RejectionReason};
use circletake_domain::status::Status;
use circletake_store::{Sums, TimeKind, TimeSum};
use rust_decimal::{Decimal, RoundingStrategy, prelude::FromPrimitive};

/// Decimals of a quotient that would never end; far below anything that is shown.
const PLACES: u32 = 12;

impl OpenLibrary {
    /// The numbers of a scope; a clip whose signed bytes were changed is not counted as usable. With an hourly rate, every minute is priced at it instead of at each person's own.
    pub async fn report(&self, scope: &Scope, hourly_rate: Option<Amount>) -> Result<ReportView, AppError> {
        self.recheck_signed_files().await?;
        let sums = self.store().sums(&scope.into()).await?;
        Ok(view(&sums, hourly_rate, &self.store().info().currency))
    }
}

/// What a report says, before it is put into words.
#[derive(Debug, Clone)]
pub(crate) struct Counted {
    /// What was counted and paid.
    pub(crate) tally: Tally,
    /// Attempts in each status that occurs, in workflow order.
    pub(crate) statuses: Vec<(Status, u64)>,
    /// Generations that stand thrown away or sent back, by primary reason, most frequent first.
    pub(crate) reasons: Vec<(RejectionReason, u64)>,
    /// Minutes by people whose hourly rate is not known.
    pub(crate) minutes_without_rate: Decimal,
}

pub(crate) fn view(sums: &Sums, hourly_rate: Option<Amount>, currency: &Currency) -> ReportView {
    compose(&counted(sums, hourly_rate), currency)
}

/// What was counted and paid. With an hourly rate, every minute is priced at it instead of at each person's own.
pub(crate) fn counted(sums: &Sums, hourly_rate: Option<Amount>) -> Counted {
    let time = PricedTime::of(&sums.time, hourly_rate);
    Counted {
        tally: tally(sums, &time),
        statuses: attempts(sums).collect(),
        reasons: sums.reasons.clone(),
        minutes_without_rate: time.minutes_without_rate,
    }
}

/// The formulas of product.md over what was counted.
pub(crate) fn compose(counted: &Counted, currency: &Currency) -> ReportView {
    let tally = counted.tally;
    let other = other_share(&counted.reasons);
    ReportView {
        total: count(tally.total),
        failed: count(tally.failed),
        usable: count(tally.usable),
        published: count(tally.published),
        usable_rate: tally.usable_rate().map(plain),
        usable_rate_interval: rate_interval(&tally),
        attempts_per_usable: tally.attempts_per_usable().map(plain),
        model_cost: plain(tally.model_cost),
        review_minutes: plain(tally.review_minutes),
        editing_minutes: plain(tally.editing_minutes),
        brand_minutes: plain(tally.brand_minutes),
        human_cost: plain(tally.human_cost),
        overhead_cost: plain(tally.overhead_cost),
        total_cost: plain(tally.total_cost().unwrap_or_default()),
        cost_per_usable: tally.cost_per_usable().map(plain),
        cost_per_usable_interval: tally
            .cost_per_usable_interval()
            .map(|interval| [Some(plain(interval.low)), interval.high.map(plain)]),
        cost_per_published: tally.cost_per_published().map(plain),
        human_minutes_per_usable: tally.human_minutes_per_usable().map(plain),
        unknown_costs: count(tally.unknown_costs),
        rejection_reasons: counted
            .reasons
            .iter()
            .map(|(reason, times)| ReasonCount {
                reason: *reason,
                count: count(*times),
            })
            .collect(),
        statuses: counted
            .statuses
            .iter()
            .map(|(status, times)| StatusCount {
                status: *status,
                count: count(*times),
            })
            .collect(),
        usable_seconds: plain(tally.usable_seconds),
        cost_per_usable_second: tally.cost_per_usable_second().map(plain),
        usable_of_unknown_length: count(tally.usable_of_unknown_length),
        other_rate: other.rate().map(plain),
        other_too_high: other.is_too_high(),
        currency: currency.clone(),
        minutes_without_rate: plain(counted.minutes_without_rate),
    }
}

/// The Wilson interval of the usable rate, as decimals.
pub(crate) fn rate_interval(tally: &Tally) -> Option<[String; 2]> {
    let interval = tally.usable_rate_interval()?;
    Some([share(interval.low)?, share(interval.high)?])
}

fn other_share(reasons: &[(RejectionReason, u64)]) -> OtherShare {
    let said_other = |reason: RejectionReason| reason == RejectionReason::Other;
    OtherShare {
        rejected: reasons.iter().map(|(_, times)| times).sum(),
        other: reasons
            .iter()
            .filter(|(reason, _)| said_other(*reason))
            .map(|(_, times)| times)
            .sum(),
    }
}

/// Planned generations are no attempts yet.
fn attempts(sums: &Sums) -> impl Iterator<Item = (Status, u64)> {
    sums.statuses.iter().copied().filter(|(status, _)| status.is_attempt())
}

fn tally(sums: &Sums, time: &PricedTime) -> Tally {
    let counted = |which: fn(Status) -> bool| {
        attempts(sums)
            .filter(|(status, _)| which(*status))
            .map(|(_, count)| count)
            .sum()
    };
    Tally {
        total: counted(Status::is_attempt),
        failed: counted(Status::is_failed),
        usable: counted(Status::is_usable),
        published: counted(Status::is_published),
        usable_of_unknown_length: sums.usable_of_unknown_length,
        usable_seconds: sums.usable_seconds,
        unknown_costs: sums.unknown_costs,
        model_cost: sums.model_costs.iter().map(|(_, cost)| *cost).sum(),
        review_minutes: time.minutes(TimeKind::Review),
        editing_minutes: time.minutes(TimeKind::Editing),
        brand_minutes: time.minutes(TimeKind::BrandReview),
        human_cost: time.cost,
        overhead_cost: sums.overhead.iter().map(|(_, cost)| *cost).sum(),
    }
}

/// People's time with what it cost.
struct PricedTime {
    by_kind: Vec<(TimeKind, Decimal)>,
    cost: Decimal,
    minutes_without_rate: Decimal,
}

impl PricedTime {
    fn of(time: &[TimeSum], hourly_rate: Option<Amount>) -> Self {
        let mut priced = Self {
            by_kind: Vec::new(),
            cost: Decimal::ZERO,
            minutes_without_rate: Decimal::ZERO,
        };
        for spent in time {
            let minutes = minutes(spent.duration);
            priced.by_kind.push((spent.kind, minutes));
            let cost = hourly_rate
                .or(spent.hourly_rate)
                .and_then(|rate| cost(spent.duration, rate));
            match cost {
                Some(cost) => priced.cost += cost,
                None => priced.minutes_without_rate += minutes,
            }
        }
        priced
    }
    fn minutes(&self, kind: TimeKind) -> Decimal {
        self.by_kind
            .iter()
            .filter(|(of, _)| *of == kind)
            .map(|(_, minutes)| *minutes)
            .sum()
    }
}

/// Microseconds times the rate first, the division last: minutes may not be finite decimals. `None` beyond the range of a decimal.
fn cost(duration: Microseconds, hourly_rate: Amount) -> Option<Decimal> {
    let scaled = Decimal::from(duration.0).checked_mul(hourly_rate.decimal())?;
    scaled.checked_div(Decimal::from(3_600_000_000_u64))
}

pub(crate) fn minutes(duration: Microseconds) -> Decimal {
    Decimal::from(duration.0) / Decimal::from(60_000_000)
}

pub(crate) fn count(number: u64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

pub(crate) fn plain(value: Decimal) -> String {
    value
        .round_dp_with_strategy(PLACES, RoundingStrategy::MidpointAwayFromZero)
        .normalize()
        .to_string()
}

pub(crate) fn share(value: f64) -> Option<String> {
    Decimal::from_f64(value).map(plain)
}

#[cfg(test)]
mod tests {
    use super::*;
    use circletake_domain::money::CostBasis;

    fn spent(kind: TimeKind, minutes: i64, hourly_rate: Option<i64>) -> TimeSum {
        TimeSum {
            person: None,
            kind,
            duration: Microseconds(minutes * 60_000_000),
            hourly_rate: hourly_rate.map(|rate| Amount::from_nanos(rate * 1_000_000_000)),
        }
    }

    fn worked_pilot() -> Sums {
        Sums {
            statuses: vec![
                (Status::PromptReady, 3),
                (Status::GenerationFailed, 4),
                (Status::RejectedQuality, 38),
                (Status::ApprovedToPublish, 3),
                (Status::Published, 5),
            ],
            reasons: vec![(RejectionReason::TooGeneric, 38)],
            model_costs: vec![(CostBasis::Reported, Decimal::from(30))],
            time: vec![
                spent(TimeKind::Review, 180, None),
                spent(TimeKind::Editing, 120, Some(60)),
            ],
            ..Sums::default()
        }
    }

    #[test]
    fn the_worked_pilot_reads_as_on_the_product_page() {
        let usd = Currency::new("USD").unwrap();
        let report = view(&worked_pilot(), Some(Amount::from_nanos(60_000_000_000)), &usd);
        assert_eq!(
            (report.total, report.failed, report.usable, report.published),
            (50, 4, 8, 5)
        );
        assert_eq!(report.usable_rate.as_deref(), Some("0.16"));
        assert_eq!(report.attempts_per_usable.as_deref(), Some("6.25"));
        assert_eq!(report.human_cost, "300");
        assert_eq!(report.total_cost, "330");
        assert_eq!(report.cost_per_usable.as_deref(), Some("41.25"));
        assert_eq!(report.cost_per_published.as_deref(), Some("66"));
        assert_eq!(report.human_minutes_per_usable.as_deref(), Some("37.5"));
        let [low, high] = report.usable_rate_interval.unwrap();
        assert!(
            low.starts_with("0.08337420678") && high.starts_with("0.28514216063"),
            "{low} {high}"
        );
        let [low, high] = report.cost_per_usable_interval.unwrap();
        assert!(low.unwrap().starts_with("23.14634") && high.unwrap().starts_with("79.16117"));
    }

    #[test]
    fn minutes_without_a_rate_are_told_and_cost_nothing_known() {
        let usd = Currency::new("USD").unwrap();
        let report = view(&worked_pilot(), None, &usd);
        assert_eq!(report.human_cost, "120");
        assert_eq!(report.minutes_without_rate, "180");
    }

    #[test]
    fn before_the_first_attempt_every_rate_is_undefined() {
        let usd = Currency::new("USD").unwrap();
        let report = view(&Sums::default(), None, &usd);
        assert_eq!(report.total, 0);
        assert_eq!(report.usable_rate, None);
        assert_eq!(report.cost_per_usable_interval, None);
        assert_eq!(report.total_cost, "0");
    }
}
