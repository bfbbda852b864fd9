//! Two takes side by side: what a person says of them, and what many such answers add up to.

use crate::id::{GenerationId, PersonId};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};
use thiserror::Error;
use ts_rs::TS;

/// What a person says of two takes. It never moves either of them: a decision about a take is made of that take alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PairAnswer {
    /// The first is better.
    A,
    /// The second is better.
    B,
    /// Neither is better.
    Tie,
    /// Neither is worth keeping.
    BothBad,
}

impl PairAnswer {
    /// Every answer.
    pub const ALL: [Self; 4] = [Self::A, Self::B, Self::Tie, Self::BothBad];

    /// The word stored.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::A => "a",
            Self::B => "b",
            Self::Tie => "tie",
            Self::BothBad => "both_bad",
        }
    }
}

/// A word that answers nothing.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("`{0}` is not an answer about a pair: a, b, tie or both_bad")]
pub struct UnknownAnswer(pub String);

impl std::str::FromStr for PairAnswer {
    type Err = UnknownAnswer;
    fn from_str(text: &str) -> Result<Self, UnknownAnswer> {
        let found = Self::ALL.into_iter().find(|answer| answer.as_str() == text);
        found.ok_or_else(|| UnknownAnswer(text.to_owned()))
    }
}

/// One answer of one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PairJudgement {
    /// The take that stood first.
    pub a: GenerationId,
    /// The other one.
    pub b: GenerationId,
    /// Who said it.
    pub person: PersonId,
    /// What they said.
    pub answer: PairAnswer,
}

/// How a take fared against others.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Standing {
    /// Said to be the better one.
    pub won: u32,
    /// The other one was said to be better.
    pub lost: u32,
    /// Neither was better.
    pub tied: u32,
    /// Neither was worth keeping.
    pub both_bad: u32,
}

impl Standing {
    /// The sum of two.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            won: self.won + other.won,
            lost: self.lost + other.lost,
            tied: self.tied + other.tied,
            both_bad: self.both_bad + other.both_bad,
        }
    }

    fn count(&mut self, answer: PairAnswer, better: PairAnswer) {
        match answer {
            PairAnswer::Tie => self.tied += 1,
            PairAnswer::BothBad => self.both_bad += 1,
            one if one == better => self.won += 1,
            _ => self.lost += 1,
        }
    }
}

/// The answers that count, oldest first: of each person about each two takes the latest, whichever of them stood first.
pub fn latest(judgements: Vec<PairJudgement>) -> Vec<PairJudgement> {
    let place = |one: &PairJudgement| {
        let pair = if one.a < one.b {
            (&one.a, &one.b)
        } else {
            (&one.b, &one.a)
        };
        (pair.0.clone(), pair.1.clone(), one.person.clone())
    };
    let last: HashMap<_, _> = judgements
        .iter()
        .enumerate()
        .map(|(index, one)| (place(one), index))
        .collect();
    let mut counting = judgements.into_iter().enumerate().collect::<Vec<_>>();
    counting.retain(|(index, one)| last.get(&place(one)) == Some(index));
    counting.into_iter().map(|(_, one)| one).collect()
}

/// How every take fared that was judged at all.
pub fn standings(counting: &[PairJudgement]) -> BTreeMap<GenerationId, Standing> {
    let mut standings = BTreeMap::<GenerationId, Standing>::new();
    for one in counting {
        standings
            .entry(one.a.clone())
            .or_default()
            .count(one.answer, PairAnswer::A);
        standings
            .entry(one.b.clone())
            .or_default()
            .count(one.answer, PairAnswer::B);
    }
    standings
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(a: u64, b: u64, person: &str, answer: PairAnswer) -> PairJudgement {
        PairJudgement {
            a: GenerationId::numbered(a),
            b: GenerationId::numbered(b),
            person: PersonId::new(person).unwrap(),
            answer,
        }
    }

    #[test]
    fn of_one_persons_answers_about_a_pair_the_latest_counts_whichever_take_stood_first() {
        let counting = latest(vec![
            said(1, 2, "pe_1", PairAnswer::A),
            said(1, 2, "pe_2", PairAnswer::Tie),
            said(2, 1, "pe_1", PairAnswer::A),
        ]);
        assert_eq!(
            counting,
            [said(1, 2, "pe_2", PairAnswer::Tie), said(2, 1, "pe_1", PairAnswer::A)]
        );
    }

    #[test]
    fn a_tie_and_both_bad_are_nobodys_win() {
        let standings = standings(&[
            said(1, 2, "pe_1", PairAnswer::B),
            said(1, 3, "pe_1", PairAnswer::Tie),
            said(2, 3, "pe_1", PairAnswer::BothBad),
        ]);
        let of = |number| standings[&GenerationId::numbered(number)];
        assert_eq!(
            of(1),
            Standing {
                lost: 1,
                tied: 1,
                ..Standing::default()
            }
        );
        assert_eq!(
            of(2),
            Standing {
                won: 1,
                both_bad: 1,
                ..Standing::default()
            }
        );
        assert_eq!(
            of(3),
            Standing {
                tied: 1,
                both_bad: 1,
                ..Standing::default()
            }
        );
    }
}
