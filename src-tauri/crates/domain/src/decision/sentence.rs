//! The decision sentence.

use super::facts::PilotFacts;
use super::verdict::DecisionVerdict;
use crate::spelling::{counted, money, word};
use rust_decimal::Decimal;

/// "For this format, on this channel, with this review process, AI video costs $X per usable clip (interval), against a benchmark of $Y, and
/// meets / does not meet / cannot yet be judged against our quality bar."
pub(super) fn sentence(facts: &PilotFacts, quality: DecisionVerdict) -> String {
    let named = |stored: &str, otherwise: &str| {
        let word = word(stored);
        if word.is_empty() { otherwise.to_owned() } else { word }
    };
    let benchmark = match &facts.benchmark {
        None => "against no benchmark".to_owned(),
        Some(benchmark) => {
            let today = money(benchmark.amount.decimal(), &facts.currency);
            match benchmark.what.as_deref().map(str::trim).filter(|what| !what.is_empty()) {
                Some(what) => format!("against a benchmark of {today} ({what})"),
                None => format!("against a benchmark of {today}"),
            }
        }
    };
    let bar = if facts.bar.is_empty() {
        "cannot yet be judged: no quality bar is set".to_owned()
    } else {
        format!("{} our quality bar", quality.words())
    };
    format!(
        "For {}, on {}, with this review process, AI video {}, {benchmark}, and {bar}.",
        named(&facts.format, "this format"),
        named(&facts.channel, "this channel"),
        cost(facts)
    )
}

fn cost(facts: &PilotFacts) -> String {
    let tally = &facts.tally;
    let shown = |amount: Decimal| money(amount, &facts.currency);
    let least = if facts.costs_are_incomplete() { "at least " } else { "" };
    if tally.total == 0 {
        return "has not been tried yet".to_owned();
    }
    let (Some(spent), Some(interval)) = (tally.total_cost(), tally.cost_per_usable_interval()) else {
        return "costs more than can be kept exactly".to_owned();
    };
    match (tally.cost_per_usable(), interval.high) {
        (Some(cost), Some(high)) => format!(
            "costs {least}{} per usable clip (95 %: {} to {})",
            shown(cost),
            shown(interval.low),
            shown(high)
        ),
        _ if tally.failed == tally.total => format!(
            "made no clip at all: {} failed, for {least}{}",
            match tally.total {
                1 => "the one request".to_owned(),
                total => format!("all {}", counted(total, "request")),
            },
            shown(spent)
        ),
        _ => format!(
            "made no usable clip in {} that cost {least}{} (95 %: {} or more per usable clip)",
            counted(tally.total, "attempt"),
            shown(spent),
            shown(interval.low)
        ),
    }
}
