//! What was counted and paid so far, in whole numbers: sums are exact however they are split, and the one division comes at the end.

use circletake_domain::cost_parts::CostParts;
use circletake_domain::frame::Microseconds;
use circletake_domain::frame_range::seconds_of_frames;
use circletake_domain::metrics::Tally;
use circletake_domain::overhead::OverheadKind;
use circletake_domain::status::Status;
use circletake_store::{LengthSum, LotSum, TimeKind};
use rust_decimal::Decimal;

/// Microseconds in an hour: a minute's price is microseconds times nano-units an hour, over this.
const MICROSECONDS_AN_HOUR: i128 = 3_600_000_000;

/// Sums of attempts, minutes and money. Two add to the sums of both.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Running {
    pub(super) total: u64,
    pub(super) failed: u64,
    pub(super) usable: u64,
    pub(super) published: u64,
    pub(super) unknown_costs: u64,
    pub(super) model_nanos: i128,
    /// By kind of work: review, editing, brand review.
    minutes_us: [i128; 3],
    /// By kind of work, microseconds times nano-units an hour.
    priced: [i128; 3],
    without_rate_us: i128,
    compliance: Decimal,
    overhead: Decimal,
    usable_seconds: Decimal,
    usable_of_unknown_length: u64,
}

fn place(kind: TimeKind) -> usize {
    match kind {
        TimeKind::Review => 0,
        TimeKind::Editing => 1,
        TimeKind::BrandReview => 2,
    }
}

impl Running {
    /// Adds what a lot's attempts come to.
    pub(super) fn add_attempts(&mut self, sum: &LotSum) {
        self.model_nanos += sum.nanos;
        self.total += sum.attempts;
        self.failed += sum.failed;
        self.usable += sum.usable;
        self.published += sum.published;
        self.unknown_costs += sum.unknown_costs;
    }

    /// Adds attempts at a status with what models charged for them; planned ones are none.
    pub(super) fn add_standing(&mut self, status: Status, attempts: u64, nanos: Option<i128>) {
        self.model_nanos += nanos.unwrap_or(0);
        if !status.is_attempt() {
            return;
        }
        self.total += attempts;
        self.failed += if status.is_failed() { attempts } else { 0 };
        self.usable += if status.is_usable() { attempts } else { 0 };
        self.published += if status.is_published() { attempts } else { 0 };
        self.unknown_costs += if nanos.is_none() { attempts } else { 0 };
    }

    /// Adds time of one kind at a rate.
    pub(super) fn add_minutes(&mut self, kind: TimeKind, duration: Microseconds, nanos_an_hour: Option<i64>) {
        let duration = i128::from(duration.0);
        self.minutes_us[place(kind)] += duration;
        match nanos_an_hour {
            Some(rate) => self.priced[place(kind)] += duration * i128::from(rate),
            None => self.without_rate_us += duration,
        }
    }

    /// Adds the length of usable clips.
    pub(super) fn add_length(&mut self, sum: &LengthSum) {
        self.usable_of_unknown_length += sum.unknown;
        self.usable_seconds += Decimal::from_i128_with_scale(i128::from(sum.duration_us), 6);
        if let Some(rate) = sum.frame_rate {
            self.usable_seconds += seconds_of_frames(sum.frames, rate).unwrap_or_default();
        }
    }

    /// Adds overhead or compliance.
    pub(super) fn add_overhead(&mut self, kind: OverheadKind, amount: Decimal) {
        match kind {
            OverheadKind::Compliance => self.compliance += amount,
            _ => self.overhead += amount,
        }
    }

    /// Both together.
    pub(super) fn and(mut self, other: &Self) -> Self {
        self.total += other.total;
        self.failed += other.failed;
        self.usable += other.usable;
        self.published += other.published;
        self.unknown_costs += other.unknown_costs;
        self.model_nanos += other.model_nanos;
        for kind in 0..3 {
            self.minutes_us[kind] += other.minutes_us[kind];
            self.priced[kind] += other.priced[kind];
        }
        self.without_rate_us += other.without_rate_us;
        self.compliance += other.compliance;
        self.overhead += other.overhead;
        self.usable_seconds += other.usable_seconds;
        self.usable_of_unknown_length += other.usable_of_unknown_length;
        self
    }

    pub(super) fn minutes(&self, kind: TimeKind) -> Decimal {
        minutes(self.minutes_us[place(kind)])
    }
    pub(super) fn minutes_without_rate(&self) -> Decimal {
        minutes(self.without_rate_us)
    }
    /// What people cost, in all.
    pub(super) fn human_cost(&self) -> Decimal {
        priced(self.priced.iter().sum())
    }
    /// What an hour of a kind of work cost on average, of the time whose rate is known.
    pub(super) fn average_rate(&self, kind: TimeKind) -> Option<Decimal> {
        let hours = minutes(self.minutes_us[place(kind)]).checked_div(Decimal::from(60))?;
        let cost = priced(self.priced[place(kind)]);
        if cost.is_zero() {
            return None;
        }
        cost.checked_div(hours)
    }
    pub(super) fn parts(&self) -> CostParts {
        CostParts {
            model: money(self.model_nanos),
            review: priced(self.priced[0]),
            edit: priced(self.priced[1]),
            brand: priced(self.priced[2]),
            compliance: self.compliance,
            overhead: self.overhead,
        }
    }
    pub(super) fn tally(&self) -> Tally {
        Tally {
            total: self.total,
            failed: self.failed,
            usable: self.usable,
            published: self.published,
            usable_of_unknown_length: self.usable_of_unknown_length,
            usable_seconds: self.usable_seconds,
            unknown_costs: self.unknown_costs,
            model_cost: money(self.model_nanos),
            review_minutes: self.minutes(TimeKind::Review),
            editing_minutes: self.minutes(TimeKind::Editing),
            brand_minutes: self.minutes(TimeKind::BrandReview),
            human_cost: self.human_cost(),
            overhead_cost: self.compliance + self.overhead,
        }
    }
}

/// Nano-units as an amount.
pub(super) fn money(nanos: i128) -> Decimal {
    Decimal::try_from_i128_with_scale(nanos, 9)
        .unwrap_or_default()
        .normalize()
}

/// Microseconds times nano-units an hour, as an amount. The whole nano-units are split off first, so that no sum is too large.
fn priced(microsecond_nanos: i128) -> Decimal {
    let rest = Decimal::from_i128_with_scale(microsecond_nanos % MICROSECONDS_AN_HOUR, 9);
    money(microsecond_nanos / MICROSECONDS_AN_HOUR) + rest / Decimal::from(3_600_000_000_u64)
}

fn minutes(microseconds: i128) -> Decimal {
    Decimal::from_i128_with_scale(microseconds, 0) / Decimal::from(60_000_000)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_hour_at_a_rate_that_no_minute_divides_costs_exactly_the_rate() {
        let mut running = Running::default();
        for _ in 0..7 {
            running.add_minutes(TimeKind::Review, Microseconds(3_600_000_000 / 7), Some(99_999_999_999));
        }
        running.add_minutes(TimeKind::Review, Microseconds(3_600_000_000 % 7), Some(99_999_999_999));
        assert_eq!(running.human_cost(), "99.999999999".parse().unwrap());
    }

    #[test]
    fn minutes_without_a_rate_cost_nothing_known_and_are_told() {
        let mut running = Running::default();
        running.add_minutes(TimeKind::Editing, Microseconds(60_000_000), None);
        assert_eq!(
            (running.human_cost(), running.minutes_without_rate()),
            (Decimal::ZERO, Decimal::ONE)
        );
        assert_eq!(running.average_rate(TimeKind::Editing), None);
    }

    proptest! {
        #[test]
        fn time_costs_the_same_however_it_is_split(pieces in proptest::collection::vec(1_i64..10_000_000_000, 1..20), rate in 0_i64..1_000_000_000_000) {
            let mut split = Running::default();
            for piece in &pieces {
                split.add_minutes(TimeKind::Review, Microseconds(*piece), Some(rate));
            }
            let mut whole = Running::default();
            whole.add_minutes(TimeKind::Review, Microseconds(pieces.iter().sum()), Some(rate));
            prop_assert_eq!(split.human_cost(), whole.human_cost());
        }
    }
}
