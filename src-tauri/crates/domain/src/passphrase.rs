//! How guessing a passphrase is slowed down. It is attribution on a shared laptop: it keeps honest people apart, not more.

use crate::timestamp::Timestamp;
use std::time::Duration;
use thiserror::Error;

/// The fewest characters of a passphrase.
pub const SHORTEST: usize = 8;
/// The most: more is a file by mistake.
pub const LONGEST: usize = 1_024;
/// So many wrong tries are free.
pub const FREE_TRIES: u32 = 5;
const FIRST_DELAY: Duration = Duration::from_secs(30);
const LONGEST_DELAY: Duration = Duration::from_hours(1);

/// A passphrase that cannot be set.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PassphraseProblem {
    /// Guessed in no time.
    #[error("a passphrase has at least {SHORTEST} characters")]
    TooShort,
    /// Pasted by mistake.
    #[error("a passphrase has at most {LONGEST} characters")]
    TooLong,
}

/// Whether a passphrase can be set.
pub fn check(passphrase: &str) -> Result<(), PassphraseProblem> {
    match passphrase.chars().count() {
        count if count < SHORTEST => Err(PassphraseProblem::TooShort),
        count if count > LONGEST => Err(PassphraseProblem::TooLong),
        _ => Ok(()),
    }
}

/// How long the next try has to wait after so many wrong ones: not at all up to the fourth, half a minute after the fifth, then twice as long
/// each time, up to an hour.
pub fn delay_after(wrong_tries: u32) -> Duration {
    match wrong_tries.checked_sub(FREE_TRIES) {
        None => Duration::ZERO,
        Some(more) => FIRST_DELAY
            .saturating_mul(2_u32.saturating_pow(more))
            .min(LONGEST_DELAY),
    }
}

/// How long a person still has to wait. A clock that was set back makes nobody wait longer than the delay itself.
pub fn still_to_wait(wrong_tries: u32, locked_until: Option<Timestamp>, now: Timestamp) -> Duration {
    let left = locked_until.map_or(time::Duration::ZERO, |until| until.moment() - now.moment());
    Duration::try_from(left)
        .unwrap_or(Duration::ZERO)
        .min(delay_after(wrong_tries))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_wrong_tries_cost_nothing_the_fifth_half_a_minute_and_none_more_than_an_hour() {
        let seconds: Vec<_> = (1..=13).map(|tries| delay_after(tries).as_secs()).collect();
        assert_eq!(seconds, [0, 0, 0, 0, 30, 60, 120, 240, 480, 960, 1_920, 3_600, 3_600]);
        assert_eq!(delay_after(u32::MAX).as_secs(), 3_600);
    }

    #[test]
    fn a_clock_set_back_by_a_year_does_not_lock_anybody_out_for_a_year() {
        let until = Timestamp::parse("2026-11-20T08:00:30Z").unwrap();
        let now = Timestamp::parse("2025-11-20T08:00:00Z").unwrap();
        assert_eq!(still_to_wait(5, Some(until), now).as_secs(), 30);
        let later = Timestamp::parse("2026-11-20T08:00:29Z").unwrap();
        assert_eq!(still_to_wait(5, Some(until), later).as_secs(), 1);
        let after = Timestamp::parse("2026-11-20T09:00:00Z").unwrap();
        assert_eq!(still_to_wait(5, Some(until), after).as_secs(), 0);
        assert_eq!(still_to_wait(4, None, now).as_secs(), 0);
    }

    #[test]
    fn a_passphrase_is_a_phrase_and_not_a_file() {
        assert_eq!(check("short"), Err(PassphraseProblem::TooShort));
        assert_eq!(check(&"x".repeat(2_000)), Err(PassphraseProblem::TooLong));
        assert_eq!(check("caf\u{e9} at dawn"), Ok(()));
    }
}
