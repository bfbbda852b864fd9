//! What became of the mutants.

use crate::mutant::Kind;
use circletake_domain::media_failure::MediaFailure;
use std::collections::BTreeMap;
use std::time::Duration;

/// What one mutant was answered with.
#[derive(Debug, Clone, Copy)]
pub struct Answer {
    pub index: u64,
    pub kind: Kind,
    pub outcome: Result<(), MediaFailure>,
    pub took: Duration,
    /// It came later than its limit allows.
    pub is_late: bool,
}

#[derive(Debug, Default)]
pub struct Tally {
    outcomes: BTreeMap<&'static str, u64>,
    by_kind: BTreeMap<Kind, BTreeMap<&'static str, u64>>,
    slowest: Option<(Duration, u64, Kind, &'static str)>,
    /// Mutants that killed a worker or ran out of time, and those for which a sound disk is blamed: to be looked at.
    worst: Vec<(u64, Kind, &'static str)>,
    late: u64,
    total: u64,
}

impl Tally {
    pub fn count(&mut self, answer: Answer) {
        let Answer {
            index,
            kind,
            outcome,
            took,
            is_late,
        } = answer;
        let word = outcome.map_or_else(MediaFailure::code, |()| "read");
        self.total += 1;
        *self.outcomes.entry(word).or_default() += 1;
        *self.by_kind.entry(kind).or_default().entry(word).or_default() += 1;
        if self.slowest.is_none_or(|(slowest, ..)| took > slowest) {
            self.slowest = Some((took, index, kind, word));
        }
        self.late += u64::from(is_late);
        let is_doubtful = matches!(
            outcome,
            Err(MediaFailure::WorkerDied | MediaFailure::TimedOut | MediaFailure::DiskError)
        );
        if is_late || is_doubtful {
            self.worst.push((index, kind, word));
        }
        if self.total.is_multiple_of(1000) {
            eprintln!("{} mutants ...", self.total);
        }
    }
    pub fn was_late(&self) -> bool {
        self.late > 0
    }
    pub fn saw(&self, failure: MediaFailure) -> bool {
        self.outcomes.contains_key(failure.code())
    }
    pub fn print(&self, took: Duration) {
        println!("{} mutants in {:.1} s", self.total, took.as_secs_f64());
        for (word, count) in &self.outcomes {
            println!("{count:8}  {word}");
        }
        for (kind, outcomes) in &self.by_kind {
            let words: Vec<String> = outcomes.iter().map(|(word, count)| format!("{word} {count}")).collect();
            println!("{:>16}: {}", format!("{kind:?}"), words.join(", "));
        }
        if let Some((took, index, kind, word)) = self.slowest {
            println!(
                "slowest: {:.0} ms (--only {index}: {kind:?}, {word})",
                took.as_secs_f64() * 1e3
            );
        }
        for (index, kind, word) in self.worst.iter().take(20) {
            println!("worst: --only {index}: {kind:?}, {word}");
        }
    }
}
