//! One pass over the kept sums: everything the cards and charts count, grouped as they group it.

use super::narrowed::Narrowed;
use super::running::{Running, money};
use crate::report::Counted;
use circletake_domain::day::Day;
use circletake_domain::frame::Microseconds;
use circletake_domain::money::{Amount, CostBasis};
use circletake_domain::overhead::OverheadKind;
use circletake_domain::reason::RejectionReason;
use circletake_domain::status::Status;
use circletake_store::{DashboardSums, Lot, LotSum, SharedBy, StandingSum, Standings};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, HashMap};

/// What the attempts that count add up to.
#[derive(Debug, Clone, Default)]
pub(super) struct Gathered {
    pub(super) all: Running,
    pub(super) by_model: BTreeMap<Option<i64>, Running>,
    pub(super) by_prompt: BTreeMap<Option<i64>, Running>,
    pub(super) by_day: BTreeMap<Day, Running>,
    pub(super) statuses: BTreeMap<Status, u64>,
    pub(super) reasons: HashMap<RejectionReason, u64>,
    pub(super) prompt_reasons: BTreeMap<i64, HashMap<RejectionReason, u64>>,
    pub(super) bases: BTreeMap<Option<u8>, (u64, i128)>,
    pub(super) spent_by_day: BTreeMap<Day, SpentOnADay>,
    /// Clips that were kept for an edit and wait for it.
    pub(super) waiting_for_edit: u64,
}

/// What was spent on a day.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct SpentOnADay {
    pub(super) model_nanos: i128,
    pub(super) people: Running,
    pub(super) overhead: Decimal,
}

/// What everybody's overhead comes to for one attempt.
struct PerAttempt {
    by_brief: HashMap<i64, Vec<(OverheadKind, Decimal)>>,
    of_all: Vec<(OverheadKind, Decimal)>,
}

impl Gathered {
    /// Adds up what counts. Overhead entered for all attempts or for a brief's is shared evenly among them, and what counts bears its share.
    pub(super) fn of(sums: &DashboardSums, standings: &Standings, narrowed: &Narrowed, attempts: &AttemptsOf) -> Self {
        let mut gathered = Self::default();
        let shares = PerAttempt::of(sums, attempts);
        for sum in sums.lots.iter().filter(|sum| narrowed.lets(&sum.lot)) {
            gathered.add_lot(sum);
            if !narrowed.is_everything() && sum.attempts > 0 {
                gathered.add_shares(&sum.lot, &shares, sum.attempts);
            }
        }
        for sum in &standings.standings {
            gathered.add_standing(sum);
        }
        for (prompt, reason, attempts) in &standings.prompt_reasons {
            *gathered
                .prompt_reasons
                .entry(*prompt)
                .or_default()
                .entry(*reason)
                .or_default() += attempts;
        }
        for sum in sums.minutes.iter().filter(|sum| narrowed.lets(&sum.lot)) {
            let rate = sum.hourly_rate.map(Amount::nanos);
            let duration = Microseconds(sum.duration_us);
            gathered.each(&sum.lot, |running| running.add_minutes(sum.kind, duration, rate));
            let day = gathered.spent_by_day.entry(sum.spent).or_default();
            day.people.add_minutes(sum.kind, duration, rate);
        }
        for sum in &standings.lengths {
            gathered.all.add_length(sum);
        }
        gathered.add_own_overhead(sums, narrowed, &shares);
        gathered
    }

    fn add_lot(&mut self, sum: &LotSum) {
        self.each(&sum.lot, |running| running.add_attempts(sum));
        if sum.nanos != 0 {
            self.spent_by_day.entry(sum.lot.day).or_default().model_nanos += sum.nanos;
        }
    }

    fn add_standing(&mut self, sum: &StandingSum) {
        if !sum.status.is_attempt() {
            return;
        }
        *self.statuses.entry(sum.status).or_default() += sum.attempts;
        let basis = self.bases.entry(sum.basis.map(rank)).or_default();
        basis.0 += sum.attempts;
        basis.1 += sum.nanos;
        // A log may keep a reason beside what was kept ("approved, needs editing"): that is no rejection.
        if let Some(reason) = sum.reason.filter(|_| sum.status.needs_reason()) {
            *self.reasons.entry(reason).or_default() += sum.attempts;
        }
        if sum.status == Status::ApprovedForEdit && sum.reason == Some(RejectionReason::NeedsEditing) {
            self.waiting_for_edit += sum.attempts;
        }
    }

    /// Everything the lot is part of.
    fn each(&mut self, lot: &Lot, mut add: impl FnMut(&mut Running)) {
        add(&mut self.all);
        add(self.by_model.entry(lot.model).or_default());
        add(self.by_prompt.entry(lot.prompt).or_default());
        add(self.by_day.entry(lot.day).or_default());
    }

    fn add_shares(&mut self, lot: &Lot, shares: &PerAttempt, attempts: u64) {
        for (kind, share) in shares.for_brief(lot.brief) {
            let amount = share * Decimal::from(attempts);
            self.each(lot, |running| running.add_overhead(*kind, amount));
            self.spent_by_day.entry(lot.day).or_default().overhead += amount;
        }
    }

    /// Overhead of single attempts; and, where everything counts, the overhead of all as it was entered, not as it was shared.
    fn add_own_overhead(&mut self, sums: &DashboardSums, narrowed: &Narrowed, shares: &PerAttempt) {
        for sum in &sums.overhead {
            let amount = money(sum.nanos);
            match sum.shared_by {
                SharedBy::Attempt(_, lot) if narrowed.lets(&lot) => {
                    self.each(&lot, |running| running.add_overhead(sum.kind, amount));
                    self.spent_by_day.entry(sum.entered).or_default().overhead += amount;
                }
                SharedBy::All | SharedBy::Brief(_) if narrowed.is_everything() => {
                    self.all.add_overhead(sum.kind, amount);
                    self.spent_by_day.entry(sum.entered).or_default().overhead += amount;
                }
                _ => {}
            }
        }
        if narrowed.is_everything() && !shares.is_empty() {
            for sum in &sums.lots {
                for (kind, share) in shares.for_brief(sum.lot.brief) {
                    let amount = share * Decimal::from(sum.attempts);
                    for running in [
                        self.by_model.entry(sum.lot.model).or_default(),
                        self.by_prompt.entry(sum.lot.prompt).or_default(),
                        self.by_day.entry(sum.lot.day).or_default(),
                    ] {
                        running.add_overhead(*kind, amount);
                    }
                }
            }
        }
    }

    /// For the report.
    pub(super) fn counted(&self) -> Counted {
        let mut reasons: Vec<_> = self.reasons.iter().map(|(reason, count)| (*reason, *count)).collect();
        reasons.sort_by_key(|(reason, count)| (std::cmp::Reverse(*count), *reason));
        Counted {
            tally: self.all.tally(),
            statuses: self.statuses.iter().map(|(status, count)| (*status, *count)).collect(),
            reasons,
            minutes_without_rate: self.all.minutes_without_rate(),
        }
    }
}

fn rank(basis: CostBasis) -> u8 {
    let place = CostBasis::ALL.iter().position(|known| *known == basis);
    place.and_then(|place| u8::try_from(place).ok()).unwrap_or(u8::MAX)
}

/// How many attempts the whole scope has, and each of its briefs: what overhead is shared among.
#[derive(Debug, Clone, Default)]
pub(super) struct AttemptsOf {
    pub(super) all: u64,
    pub(super) by_brief: HashMap<i64, u64>,
}

impl AttemptsOf {
    /// Counted over everything, whatever the page is narrowed to.
    pub(super) fn everything(sums: &DashboardSums) -> Self {
        let mut attempts = Self::default();
        for sum in &sums.lots {
            attempts.all += sum.attempts;
            *attempts.by_brief.entry(sum.lot.brief).or_default() += sum.attempts;
        }
        attempts
    }
}

impl PerAttempt {
    fn of(sums: &DashboardSums, attempts: &AttemptsOf) -> Self {
        let mut of_all: HashMap<OverheadKind, i128> = HashMap::new();
        let mut of_brief: HashMap<(i64, OverheadKind), i128> = HashMap::new();
        for sum in &sums.overhead {
            match sum.shared_by {
                SharedBy::All => *of_all.entry(sum.kind).or_default() += sum.nanos,
                SharedBy::Brief(brief) => *of_brief.entry((brief, sum.kind)).or_default() += sum.nanos,
                SharedBy::Attempt(..) => {}
            }
        }
        let share = |nanos: i128, among: u64| money(nanos).checked_div(Decimal::from(among));
        let of_all: Vec<_> = of_all
            .into_iter()
            .filter_map(|(kind, nanos)| Some((kind, share(nanos, attempts.all)?)))
            .collect();
        let mut by_brief: HashMap<i64, Vec<_>> = HashMap::new();
        for ((brief, kind), nanos) in of_brief {
            let among = attempts.by_brief.get(&brief).copied().unwrap_or_default();
            if let Some(share) = share(nanos, among) {
                by_brief.entry(brief).or_default().push((kind, share));
            }
        }
        Self { by_brief, of_all }
    }
    fn is_empty(&self) -> bool {
        self.of_all.is_empty() && self.by_brief.is_empty()
    }
    fn for_brief(&self, brief: i64) -> impl Iterator<Item = &(OverheadKind, Decimal)> {
        self.of_all
            .iter()
            .chain(self.by_brief.get(&brief).into_iter().flatten())
    }
}
