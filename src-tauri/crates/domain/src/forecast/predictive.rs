//! How many of a run's generations may turn out usable: the whole distribution, not only its middle.

use crate::statistics::{RateBelief, count};

/// Up to this many generations every count has its own probability, summed exactly.
const EACH_COUNT: u64 = 4_096;
/// Beyond it several models' counts are added in so many steps each.
const STEPS: u64 = 1_024;
/// Beyond so many deviations from the middle nothing is left.
const MOST_DEVIATIONS: f64 = 12.0;
/// A rate that lies within so many steps is known too well for their middles to stand for them.
const NARROW: f64 = 100.0;
/// Sums that miss a probability by less reach it.
const SLACK: f64 = 1e-12;

/// So many generations of which the same rate is believed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Group {
    pub(super) generations: u64,
    pub(super) rate: RateBelief,
}

/// How many generations will be usable. Groups that share a belief share the rate, so they were put together before; the others'
/// rates are independent.
#[derive(Debug, Clone)]
pub(super) enum Predictive {
    /// One rate: exact at any size.
    One(Group),
    /// Several rates: the probability of each step of the sum, `width` counts wide, the lowest of which counts `first`.
    Several {
        masses: Vec<f64>,
        width: u64,
        first: u64,
        generations: u64,
    },
}

impl Predictive {
    pub(super) fn of(groups: &[Group]) -> Self {
        let groups: Vec<Group> = groups.iter().copied().filter(|group| group.generations > 0).collect();
        let generations = groups.iter().map(|group| group.generations).sum();
        match groups.as_slice() {
            [] => Self::Several {
                masses: vec![1.0],
                width: 1,
                first: 0,
                generations: 0,
            },
            [only] if only.generations > EACH_COUNT => Self::One(*only),
            _ if generations <= EACH_COUNT => Self::Several {
                masses: sum(groups.iter().map(|group| each_count(*group))),
                width: 1,
                first: 0,
                generations,
            },
            _ => {
                let width = generations.div_ceil(STEPS);
                Self::Several {
                    masses: sum(groups.iter().map(|group| steps(*group, width))),
                    width,
                    // Each group's step stands for the counts around its middle.
                    first: width / 2 * count_of(&groups),
                    generations,
                }
            }
        }
    }

    /// How likely at least so many are usable.
    pub(super) fn at_least(&self, wanted: u64) -> f64 {
        match self {
            Self::One(group) => group.rate.chance_of_at_least(wanted, group.generations),
            Self::Several {
                masses, width, first, ..
            } => {
                let from = wanted.saturating_sub(*first).div_ceil(*width);
                let from = usize::try_from(from).unwrap_or(usize::MAX);
                masses.iter().skip(from).sum::<f64>().clamp(0.0, 1.0)
            }
        }
    }

    /// The smallest count that is not exceeded with this probability.
    pub(super) fn quantile(&self, probability: f64) -> u64 {
        match self {
            Self::One(group) => search(*group, probability),
            Self::Several {
                masses,
                width,
                first,
                generations,
            } => {
                let mut below = 0.0;
                let mut step = 0_u64;
                for mass in masses {
                    below += mass;
                    if below + SLACK >= probability {
                        break;
                    }
                    step += 1;
                }
                (first + step * width).min(*generations)
            }
        }
    }
}

fn count_of<T>(items: &[T]) -> u64 {
    u64::try_from(items.len()).unwrap_or(u64::MAX)
}

/// The chance falls as the count grows: halving finds where it passes, in some thirty looks for a billion.
fn search(group: Group, probability: f64) -> u64 {
    let not_exceeded = |usable: u64| {
        let exceeded = group.rate.chance_of_at_least(usable + 1, group.generations);
        exceeded <= 1.0 - probability + SLACK
    };
    let (mut low, mut high) = (0, group.generations);
    while low < high {
        let middle = u64::midpoint(low, high);
        if not_exceeded(middle) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    low
}

/// The probability of each count from 0 on. Weights grow from the likeliest count outwards by their exact ratios, so that none
/// is lost, and are made a whole at the end.
fn each_count(group: Group) -> Vec<f64> {
    let Group { generations, rate } = group;
    if rate.is_exact() && (rate.mean() <= 0.0 || rate.mean() >= 1.0) {
        return certain(group);
    }
    let start = likeliest(generations, rate);
    let mut up = vec![1.0];
    let mut weight = 1.0;
    for usable in start..generations {
        weight *= rate.step_up(usable, generations);
        up.push(weight);
    }
    let mut down = Vec::new();
    weight = 1.0;
    for usable in (0..start).rev() {
        weight /= rate.step_up(usable, generations);
        down.push(weight);
    }
    let mut weights: Vec<f64> = down.into_iter().rev().chain(up).collect();
    let whole: f64 = weights.iter().sum();
    for weight in &mut weights {
        *weight /= whole;
    }
    weights
}

/// All or nothing.
fn certain(group: Group) -> Vec<f64> {
    let usable = if group.rate.mean() > 0.0 { group.generations } else { 0 };
    (0..=group.generations)
        .map(|each| if each == usable { 1.0 } else { 0.0 })
        .collect()
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a share of a small count is a count"
)]
fn likeliest(generations: u64, rate: RateBelief) -> u64 {
    ((count(generations) * rate.mean()) as u64).min(generations)
}

/// The probability of each step of counts, `width` wide. Where the rate is so well known that a few steps hold all of it, from the
/// exact chances at their edges; else each step is as likely as its middle, and only the two ends, where a rate that was never
/// or always seen has its peak, are exact.
fn steps(group: Group, width: u64) -> Vec<f64> {
    let Group { generations, rate } = group;
    let last = generations / width;
    let from = |step: u64| {
        if step == 0 {
            1.0
        } else {
            rate.chance_of_at_least(step * width, generations)
        }
    };
    let exactly = |step: u64| (from(step) - from(step + 1)).max(0.0);
    let expected = count(generations) * rate.mean();
    let reach = MOST_DEVIATIONS * rate.deviation_of_count(generations);
    let holds_much = |step: u64| {
        let (low, high) = (count(step * width), count((step + 1) * width));
        high >= expected - reach && low <= expected + reach
    };
    if reach < NARROW * count(width) {
        return (0..=last)
            .map(|step| if holds_much(step) { exactly(step) } else { 0.0 })
            .collect();
    }
    (0..=last)
        .map(|step| {
            if step == 0 || step == last {
                exactly(step)
            } else {
                rate.chance_of(step * width + width / 2, generations) * count(width)
            }
        })
        .collect()
}

/// The distribution of the sum of independent counts.
fn sum(parts: impl Iterator<Item = Vec<f64>>) -> Vec<f64> {
    parts.fold(vec![1.0], |so_far, next| {
        let mut both = vec![0.0; so_far.len() + next.len() - 1];
        for (first, one) in so_far.iter().enumerate() {
            if *one > 0.0 {
                for (sum, other) in both[first..].iter_mut().zip(&next) {
                    *sum += one * other;
                }
            }
        }
        both
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistics::Tries;
    use std::time::{Duration, Instant};

    fn seen(usable: u64, total: u64) -> RateBelief {
        RateBelief::from_history(Tries::new(usable, total).unwrap())
    }

    #[test]
    fn counting_and_the_integral_agree() {
        for rate in [
            seen(8, 50),
            seen(0, 20),
            seen(20, 20),
            seen(0, 0),
            RateBelief::exactly(0.16).unwrap(),
        ] {
            let group = Group { generations: 87, rate };
            let counted = Predictive::of(&[group]);
            for wanted in [0, 1, 5, 10, 40, 87, 88] {
                let gap = counted.at_least(wanted) - Predictive::One(group).at_least(wanted);
                assert!(gap.abs() < 1e-10, "{rate:?} {wanted}: {gap:e}");
            }
            for probability in [0.025, 0.25, 0.5, 0.9, 0.975] {
                assert_eq!(
                    counted.quantile(probability),
                    Predictive::One(group).quantile(probability)
                );
            }
        }
    }

    #[test]
    fn halves_of_a_run_with_a_known_rate_add_up_to_the_run() {
        let rate = RateBelief::exactly(0.3).unwrap();
        let whole = Predictive::of(&[Group { generations: 60, rate }]);
        let almost = RateBelief::exactly(0.3 + 1e-15).unwrap();
        let halves = Predictive::of(&[
            Group { generations: 25, rate },
            Group {
                generations: 35,
                rate: almost,
            },
        ]);
        for wanted in 0..=60 {
            assert!((whole.at_least(wanted) - halves.at_least(wanted)).abs() < 1e-9);
        }
    }

    #[test]
    fn a_billion_generations_of_two_models_are_foreseen_at_once_and_about_rightly() {
        let start = Instant::now();
        let two = Predictive::of(&[
            Group {
                generations: 500_000_000,
                rate: seen(8, 50),
            },
            Group {
                generations: 500_000_000,
                rate: seen(16, 50),
            },
        ]);
        let middle = two.quantile(0.5);
        assert!((235_000_000..255_000_000).contains(&middle), "{middle}");
        assert!((two.at_least(middle) - 0.5).abs() < 0.02);
        assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
    }

    #[test]
    fn nothing_planned_gives_nothing_usable() {
        let none = Predictive::of(&[]);
        assert_eq!((none.quantile(0.975), none.at_least(1)), (0, 0.0));
    }
}
