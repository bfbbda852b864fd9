//! What stands on the report, in order: the decision, the figures, the charts, what was tried, the clips, and how it was all made.

use super::figures::{figures, of};
use super::section::{Block, Item, Mark, Section, Still, Table};
use super::{MOST_STILLS, PilotReport, ReportedRate, method, pictures};
use circletake_domain::decision::Requirement;
use circletake_domain::money::CostBasis;
use circletake_domain::spelling::{count, counted, decimal, heading, money, percent_of};
use circletake_domain::statistics::wilson_95;
use rust_decimal::Decimal;

/// Every section of the report.
pub fn sections(report: &PilotReport) -> Vec<Section> {
    let all = [
        decision(report),
        numbers(report),
        attempts(report),
        costs(report),
        rates(report),
        tried(report),
        advice(report),
        clips(report),
    ];
    let mut sections: Vec<Section> = all.into_iter().filter(|section| !section.blocks.is_empty()).collect();
    sections.push(method::method());
    sections
}

fn told(text: impl Into<String>) -> Item {
    Item {
        mark: Mark::Told,
        text: text.into(),
    }
}

/// The three conditions with their evidence, and what would settle what is open.
fn decision(report: &PilotReport) -> Section {
    let mut blocks = Vec::new();
    for condition in &report.decision.conditions {
        blocks.push(Block::Heading(format!(
            "{}: {}",
            condition.title,
            Mark::of(Some(condition.verdict)).words().to_lowercase()
        )));
        let evidence = condition.evidence.iter().map(|one| Item {
            mark: Mark::of(one.verdict),
            text: one.says.clone(),
        });
        blocks.push(Block::List(evidence.collect()));
    }
    if !report.decision.next_steps.is_empty() {
        blocks.push(Block::Heading("What would settle it".to_owned()));
        blocks.push(Block::List(report.decision.next_steps.iter().map(told).collect()));
    }
    Section {
        heading: "Three conditions".to_owned(),
        blocks,
    }
}

fn numbers(report: &PilotReport) -> Section {
    let rows = figures(report)
        .into_iter()
        .map(|figure| vec![figure.label.to_owned(), figure.shown, figure.interval])
        .collect();
    let mut blocks = vec![Block::Table(Table::of_figures(
        "The figures of the pilot",
        &["Figure", "Value", "95 % interval"],
        rows,
    ))];
    if report.tally.unknown_costs > 0 || report.minutes_without_rate > Decimal::ZERO {
        blocks.push(Block::Text(
            "Not every cost is known. What is not known is missing from every sum, not 0: each sum is the least it can be.".to_owned(),
        ));
    }
    Section {
        heading: "The figures".to_owned(),
        blocks,
    }
}

fn attempts(report: &PilotReport) -> Section {
    let mut blocks = Vec::new();
    if report.tally.total == 0 {
        blocks.push(Block::Text("Nothing has been tried yet.".to_owned()));
    } else {
        blocks.push(Block::Chart(pictures::funnel(report)));
        if report.reasons.is_empty() {
            blocks.push(Block::Text("Nothing was thrown away or sent back.".to_owned()));
        } else {
            blocks.push(Block::Chart(pictures::rejections(report)));
        }
    }
    Section {
        heading: "What became of the attempts".to_owned(),
        blocks,
    }
}

fn costs(report: &PilotReport) -> Section {
    let mut blocks = Vec::new();
    if report.costs.iter().any(|(_, amount)| *amount > Decimal::ZERO) {
        blocks.push(Block::Chart(pictures::cost_stack(report)));
    }
    blocks.extend(pictures::cost_course(report).map(Block::Chart));
    blocks.extend(pictures::spend_course(report).map(Block::Chart));
    let rows: Vec<Vec<String>> = report
        .cost_basis
        .iter()
        .map(|(basis, attempts, amount)| {
            vec![
                basis_words(*basis).to_owned(),
                count(*attempts),
                amount.map_or_else(|| "unknown".to_owned(), |amount| money(amount, &report.currency)),
            ]
        })
        .collect();
    if !rows.is_empty() {
        let head = ["Model costs", "Attempts", "Sum"];
        blocks.push(Block::Table(Table::of_figures(
            "Where model costs come from",
            &head,
            rows,
        )));
    }
    Section {
        heading: "What it cost".to_owned(),
        blocks,
    }
}

fn basis_words(basis: Option<CostBasis>) -> &'static str {
    match basis {
        Some(CostBasis::Billed) => "Billed",
        Some(CostBasis::Reported) => "Reported by the provider or by a log",
        Some(CostBasis::Assumed) => "Assumed from the price list",
        Some(CostBasis::Estimated) => "Estimated",
        None => "Not known",
    }
}

fn rates(report: &PilotReport) -> Section {
    let mut blocks = Vec::new();
    for (id, title, rows) in [
        ("by-model", "Usable rate by model", &report.by_model),
        ("by-prompt", "Usable rate by prompt version", &report.by_prompt),
        ("by-week", "Usable rate by week", &report.by_week),
    ] {
        if let Some(chart) = pictures::rates(id, title, rows) {
            blocks.push(Block::Chart(chart));
            blocks.push(Block::Table(rate_table(report, title, rows)));
        }
    }
    Section {
        heading: "Usable rates".to_owned(),
        blocks,
    }
}

fn rate_table(report: &PilotReport, title: &str, rows: &[ReportedRate]) -> Table {
    let cells = rows.iter().map(|row| {
        let interval = wilson_95(row.tries).map_or_else(String::new, |interval| {
            format!("{} to {}", percent_of(interval.low), percent_of(interval.high))
        });
        vec![
            row.name.clone().unwrap_or_else(|| "not known".to_owned()),
            of(row.tries.usable(), row.tries.total()),
            interval,
            row.cost_per_usable
                .map_or_else(|| "undefined".to_owned(), |cost| money(cost, &report.currency)),
        ]
    });
    let head = ["", "Usable", "95 % interval", "Per usable clip"];
    Table::of_figures(title, &head, cells.collect())
}

fn tried(report: &PilotReport) -> Section {
    let settings = &report.settings;
    let seconds = |length: Decimal| decimal(length, 3);
    let length = match (settings.shortest, settings.longest) {
        (Some(shortest), Some(longest)) => format!("{} to {} s", seconds(shortest), seconds(longest)),
        (Some(length), None) => format!("{} s", seconds(length)),
        _ => "not said".to_owned(),
    };
    let amount = |amount: Option<Decimal>| {
        amount.map_or_else(|| "not said".to_owned(), |amount| money(amount, &report.currency))
    };
    let names = |names: &[String]| {
        if names.is_empty() {
            "not said".to_owned()
        } else {
            names.join(", ")
        }
    };
    let words = |words: &Option<String>| words.clone().unwrap_or_else(|| "not said".to_owned());
    let planned = settings
        .target
        .map_or_else(|| "not said".to_owned(), |target| count(target.into()));
    let rows = [
        ("Format", heading(&settings.format)),
        ("Channel", heading(&settings.channel)),
        ("Length", length),
        ("Models", names(&settings.models)),
        ("Prompt templates", names(&settings.templates)),
        ("Generations planned", planned),
        ("Budget", amount(settings.budget)),
        ("Benchmark for one clip", amount(settings.benchmark)),
        ("What that clip is", words(&settings.benchmark_what)),
        ("Where the figure comes from", words(&settings.benchmark_source)),
    ];
    let rows = rows
        .into_iter()
        .map(|(name, value)| vec![name.to_owned(), value])
        .collect();
    let mut blocks = vec![Block::Table(Table::of_words(
        "What was tried",
        &["What", "As said"],
        rows,
    ))];
    blocks.push(Block::Heading("The quality bar".to_owned()));
    if settings.bar.is_empty() {
        blocks.push(Block::Text("Nobody said what must be true of the clips.".to_owned()));
    } else {
        let asked = settings.bar.requirements().iter().map(Requirement::words);
        blocks.push(Block::List(asked.map(|words| told(format!("{words}."))).collect()));
    }
    Section {
        heading: "What was tried, and what it was held against".to_owned(),
        blocks,
    }
}

fn advice(report: &PilotReport) -> Section {
    let mut blocks = Vec::new();
    if !report.advice.is_empty() {
        let said = report
            .advice
            .iter()
            .map(|(headline, what_to_do)| told(format!("{headline} {what_to_do}")));
        blocks.push(Block::List(said.collect()));
    }
    Section {
        heading: "What the figures suggest".to_owned(),
        blocks,
    }
}

fn clips(report: &PilotReport) -> Section {
    let stills: Vec<Still> = report
        .stills
        .iter()
        .take(MOST_STILLS)
        .map(|still| {
            let model = still
                .model
                .as_deref()
                .map_or_else(String::new, |model| format!(", {model}"));
            Still {
                jpeg: still.jpeg.clone(),
                caption: format!(
                    "{}: {}{model}",
                    still.generation,
                    heading(still.status.as_str()).to_lowercase()
                ),
            }
        })
        .collect();
    let mut blocks = Vec::new();
    if !stills.is_empty() {
        let shown = u64::try_from(stills.len()).unwrap_or(0);
        if shown < report.tally.usable {
            blocks.push(Block::Text(format!(
                "{} of {} are shown, the published ones first.",
                count(shown),
                counted(report.tally.usable, "usable clip")
            )));
        }
        blocks.push(Block::Stills(stills));
    }
    Section {
        heading: "Usable clips".to_owned(),
        blocks,
    }
}
