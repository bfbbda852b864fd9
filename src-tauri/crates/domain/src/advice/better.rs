//! Which model or prompt version is really better, and when it is too early to tell.

use super::{Advice, AdviceKind, AdviceTone, Figure};
use crate::statistics::{Comparison, Tries, Verdict};
use rust_decimal::Decimal;

/// Who has fewer tries is not compared.
pub const FROM_TRIES: u64 = 5;

/// What is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Models.
    Model,
    /// Versions of prompts.
    Prompt,
}

/// One of those compared.
#[derive(Debug, Clone, PartialEq)]
pub struct Contender {
    /// As it is listed.
    pub name: String,
    /// Usable of all attempts.
    pub tries: Tries,
    /// What a usable clip of it costs.
    pub cost_per_usable: Option<Decimal>,
}

/// The one with the highest usable rate, against the one that is hardest to tell from it.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing<'a> {
    /// The highest rate.
    pub leader: &'a Contender,
    /// Whom it is least surely better than.
    pub nearest: &'a Contender,
    /// How likely the leader's rate is above the other's.
    pub probability: f64,
    /// Whether that is enough to call it better than everyone.
    pub sure: bool,
}

/// Who leads, and whether that may be said; `None` where fewer than two were tried often enough.
pub fn standing(contenders: &[Contender]) -> Option<Standing<'_>> {
    let tried: Vec<&Contender> = contenders
        .iter()
        .filter(|one| one.tries.total() >= FROM_TRIES)
        .collect();
    let leader = *tried.iter().max_by(|one, other| {
        rate(one)
            .cmp(&rate(other))
            .then(one.tries.total().cmp(&other.tries.total()))
    })?;
    let compared = tried.iter().filter(|one| one.name != leader.name).map(|other| {
        let comparison = Comparison::of(other.tries, leader.tries);
        (*other, comparison)
    });
    let (nearest, comparison) = compared.min_by(|one, other| one.1.b_beats_a.total_cmp(&other.1.b_beats_a))?;
    Some(Standing {
        leader,
        nearest,
        probability: comparison.b_beats_a,
        sure: comparison.verdict() == Verdict::BIsBetter,
    })
}

fn rate(contender: &Contender) -> Decimal {
    let tries = contender.tries;
    Decimal::from(tries.usable())
        .checked_div(Decimal::from(tries.total()))
        .unwrap_or_default()
}

impl Standing<'_> {
    /// What that suggests.
    pub fn advice(&self, kind: Kind) -> Advice {
        let (word, about) = match kind {
            Kind::Model => ("model", AdviceKind::BetterModel),
            Kind::Prompt => ("prompt version", AdviceKind::BetterPrompt),
        };
        let (leader, nearest) = (&self.leader.name, &self.nearest.name);
        let costs = self.leader.cost_per_usable.zip(self.nearest.cost_per_usable);
        let dearer = costs.is_some_and(|(leader, nearest)| leader > nearest);
        let mut figures = vec![
            Figure::share(&format!("usable with {leader}"), rate(self.leader)),
            Figure::share(&format!("usable with {nearest}"), rate(self.nearest)),
            Figure::probability("probability that the first is better", self.probability),
        ];
        if let Some((one, other)) = costs {
            figures.push(Figure::money(&format!("cost per usable clip with {leader}"), one));
            figures.push(Figure::money(&format!("cost per usable clip with {nearest}"), other));
        }
        let (tone, headline, what_to_do) = if !self.sure {
            (
                AdviceTone::TooEarly,
                format!("It is too early to tell which {word} is better."),
                "Give both some more attempts before one is dropped.".to_owned(),
            )
        } else if dearer {
            (
                AdviceTone::Know,
                format!("{leader} really gives more usable clips, but each costs more than with {nearest}."),
                "Take it where time or attempts are short, and the other where money is.".to_owned(),
            )
        } else {
            (
                AdviceTone::Know,
                format!("{leader} really gives more usable clips than any other {word} here."),
                format!("Give it the next attempts, and {nearest} none until something about it has changed."),
            )
        };
        Advice {
            kind: about,
            subject: Some(leader.clone()),
            tone,
            headline,
            what_to_do,
            figures,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contender(name: &str, usable: u64, total: u64, cost: i64) -> Contender {
        Contender {
            name: name.to_owned(),
            tries: Tries::new(usable, total).unwrap(),
            cost_per_usable: (usable > 0).then(|| Decimal::from(cost)),
        }
    }

    #[test]
    fn a_small_lead_is_too_early_to_tell_and_a_large_one_is_called_better() {
        let close = [contender("a", 4, 25, 40), contender("b", 5, 25, 30)];
        let standing_ = standing(&close).unwrap();
        assert_eq!((standing_.leader.name.as_str(), standing_.sure), ("b", false));
        assert_eq!(standing_.advice(Kind::Model).tone, AdviceTone::TooEarly);
        let clear = [
            contender("a", 2, 40, 40),
            contender("b", 20, 40, 30),
            contender("c", 0, 4, 0),
        ];
        let standing_ = standing(&clear).unwrap();
        assert!(standing_.sure && standing_.probability > 0.99);
        let advice = standing_.advice(Kind::Prompt);
        assert!(
            advice.headline.starts_with("b really gives more"),
            "{}",
            advice.headline
        );
        assert_eq!(advice.id(), "better_prompt:b");
    }

    #[test]
    fn the_leader_must_beat_everyone_not_only_the_weakest() {
        let three = [
            contender("a", 1, 40, 40),
            contender("b", 19, 40, 30),
            contender("c", 20, 40, 30),
        ];
        let standing = standing(&three).unwrap();
        assert_eq!(
            (standing.leader.name.as_str(), standing.nearest.name.as_str()),
            ("c", "b")
        );
        assert!(!standing.sure);
    }

    #[test]
    fn better_but_dearer_is_said_as_it_is() {
        let two = [contender("cheap", 2, 40, 10), contender("dear", 20, 40, 30)];
        let advice = standing(&two).unwrap().advice(Kind::Model);
        assert!(advice.headline.contains("each costs more"), "{}", advice.headline);
    }

    #[test]
    fn one_alone_or_hardly_tried_is_not_compared() {
        assert_eq!(standing(&[]), None);
        assert_eq!(standing(&[contender("a", 5, 50, 1)]), None);
        assert_eq!(standing(&[contender("a", 5, 50, 1), contender("b", 4, 4, 1)]), None);
    }
}
