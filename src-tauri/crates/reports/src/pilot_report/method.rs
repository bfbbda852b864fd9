//! How every figure was made: formulas, definitions, intervals, and how often they keep their word.

use super::section::{Block, Formula, Section, Table};
use circletake_domain::spelling::{count, percent};
use circletake_domain::statistics::calibration::{BANDS, Band, CONFIDENCE, PILOTS, USABLE_WANTED, whole};
use rust_decimal::Decimal;

/// Name, formula, and what it means.
type Row = (&'static str, &'static str, &'static str);

const FIGURES: [Row; 10] = [
    (
        "Attempt",
        "one request to one model",
        "Failed requests count. A clip that was planned and never asked for does not.",
    ),
    (
        "Usable",
        "approved to publish, scheduled or published",
        "Published clips are counted apart as well.",
    ),
    (
        "Usable rate",
        "usable ÷ attempts",
        "Undefined before the first attempt.",
    ),
    (
        "Attempts per usable clip",
        "attempts ÷ usable",
        "Undefined while nothing is usable.",
    ),
    (
        "Cost of people",
        "minutes of review, editing and brand review ÷ 60 × hourly rate of who spent them",
        "Minutes of people without a rate are told and are missing, never free.",
    ),
    (
        "Total",
        "models + people + compliance + overhead",
        "What is not known is missing and told; the total is then a least total.",
    ),
    (
        "Cost per usable clip",
        "total ÷ usable",
        "Undefined while nothing is usable.",
    ),
    (
        "Cost per published clip",
        "total ÷ published",
        "Undefined while nothing is published.",
    ),
    (
        "Cost per usable second",
        "total ÷ seconds of usable clips",
        "The part marked as good where one is marked, else the whole clip, as measured in the file.",
    ),
    (
        "Minutes per usable clip",
        "minutes of people ÷ usable",
        "Undefined while nothing is usable.",
    ),
];

const INTERVALS: [Row; 5] = [
    (
        "Interval of a rate",
        "(p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) ÷ (1 + z²/n), z = 1.96",
        "Wilson's score interval, 95 %. p is what was seen, n how often was tried.",
    ),
    (
        "Interval of a cost per usable clip",
        "(total ÷ attempts) ÷ either end of the interval of the usable rate",
        "An attempt costs what it cost so far; the rate is what is uncertain. Where the rate may be 0 there is no upper end.",
    ),
    (
        "More attempts that would settle it",
        "smallest n with n > z² L(1 − L) ÷ (p − L)², less the attempts made",
        "L is the rate at which the line is met: for the cost, the cost of an attempt over the benchmark. An estimate: it takes the next attempts to go as those so far.",
    ),
    (
        "One is better than the other",
        "probability that Beta(u₁ + ½, n₁ − u₁ + ½) lies above Beta(u₂ + ½, n₂ − u₂ + ½)",
        "Jeffreys' posteriors. From 95 % on one is called better; below it is too early to tell.",
    ),
    (
        "Rounding",
        "half away from zero, to two places, where a figure is shown",
        "Every sum is exact; nothing is rounded before it is shown.",
    ),
];

const DECISION: [Row; 9] = [
    (
        "The cost beats the benchmark",
        "upper end of the interval of the cost per usable clip < benchmark",
        "It does not where the lower end is at or above the benchmark. Costs that are not known stand in the way of a yes, never of a no.",
    ),
    (
        "Quality clears the bar",
        "every requirement of the bar holds",
        "A share must lie on its side of the line with its whole 95 % interval. What must not occur is counted. Where a brief is of high risk, a bar that is silent about rights and about the product is not enough.",
    ),
    (
        "Open rejection for rights",
        "sent back for rights, likeness or safety, or failed at such a gate, and still in use",
        "What was thrown away for it is settled, and counted as rejected for rights.",
    ),
    (
        "The workflow repeats: weeks",
        "usable clips in at least two calendar weeks, and no week surely below the weeks before it",
        "Surely: with a probability of 95 %, made stricter by the number of comparisons. Only decided attempts are compared, so that a week that waits for review is not a bad week.",
    ),
    (
        "The workflow repeats: briefs",
        "no brief surely below the other briefs",
        "Compared in the same way.",
    ),
    (
        "No loop",
        "1 − (1 − (1 − p)^L)^r ≥ 5 %",
        "L attempts in a row on one brief without a usable clip must be likely at the pilot's own usable rate p, among r runs.",
    ),
    (
        "No rescue",
        "no usable clip took more than half of the minutes of all usable clips",
        "Judged from three usable clips with recorded minutes on.",
    ),
    (
        "Not one person's work",
        "nobody spent more than 80 % of the minutes",
        "More than that shows nothing against the workflow; it only does not show that it works without them.",
    ),
    (
        "The verdict",
        "meets: all three hold; does not meet: one does not; else it cannot be judged yet",
        "One condition that does not hold decides; one that is open leaves the whole open.",
    ),
];

fn formulas(rows: &[Row]) -> Block {
    let formulas = rows.iter().map(|(name, formula, note)| Formula {
        name: (*name).to_owned(),
        formula: (*formula).to_owned(),
        note: (*note).to_owned(),
    });
    Block::Formulas(formulas.collect())
}

/// How often the intervals and the plans keep their word, in simulated pilots whose true rate is known.
fn calibration() -> Table {
    let share = |kept: u32, of: u32| {
        let share = Decimal::from(kept).checked_div(Decimal::from(of));
        share.map_or_else(|| "undefined".to_owned(), percent)
    };
    let row = |name: String, band: &Band| {
        vec![
            name,
            count(band.pilots.into()),
            share(band.covered, band.pilots),
            share(band.kept_from_history, band.pilots),
            share(band.kept_at_known_rate, band.pilots),
        ]
    };
    let mut rows: Vec<Vec<String>> = BANDS
        .iter()
        .map(|band| row(format!("{} to {} %", band.from_percent, band.to_percent), band))
        .collect();
    rows.push(row("all".to_owned(), &whole()));
    let head = [
        "True usable rate",
        "Pilots",
        "In the interval",
        "Plan kept, from history",
        "Plan kept, rate known",
    ];
    Table::of_figures("How often the intervals and the plans kept their word", &head, rows)
}

pub(super) fn method() -> Section {
    let confidence = Decimal::try_from(CONFIDENCE).map(percent).unwrap_or_default();
    Section {
        heading: "How it was made".to_owned(),
        blocks: vec![
            Block::Heading("Figures".to_owned()),
            formulas(&FIGURES),
            Block::Heading("Intervals".to_owned()),
            formulas(&INTERVALS),
            Block::Heading("The decision".to_owned()),
            formulas(&DECISION),
            Block::Heading("Whether the intervals keep their word".to_owned()),
            Block::Text(format!(
                "{} pilots were simulated, each with a usable rate that is known, between 5 and 60 %. How often the 95 % interval held the true rate, \
                 and how often a plan for {USABLE_WANTED} usable clips at {confidence} gave them:",
                count(PILOTS.into())
            )),
            Block::Table(calibration()),
        ],
    }
}
