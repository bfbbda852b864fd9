//! The charts of a report from its figures.

use super::figures::of;
use super::{PilotReport, ReportedRate};
use crate::charts::{Bar, Chart, Course, Part, Point, Range, bars, course, intervals, parts};
use circletake_domain::cost_parts::CostPartName;
use circletake_domain::spelling::{count, counted, heading, money, percent, percent_of};
use circletake_domain::statistics::wilson_95;
use circletake_domain::status::Status;
use rust_decimal::{Decimal, prelude::FromPrimitive, prelude::ToPrimitive};

fn float(value: Decimal) -> f64 {
    value.to_f64().unwrap_or(0.0)
}

fn number(value: u64) -> f64 {
    float(Decimal::from(value))
}

fn share(part: Decimal, whole: Decimal) -> Option<String> {
    part.checked_div(whole).map(percent)
}

fn kept(status: Status) -> bool {
    use Status::{ApprovedForEdit, BrandReview, Edited, NeedsRevision, RejectedBrandFit};
    status.is_usable()
        || matches!(
            status,
            ApprovedForEdit | Edited | BrandReview | RejectedBrandFit | NeedsRevision
        )
}

fn reviewed(status: Status) -> bool {
    kept(status) || status.is_rejected()
}

fn delivered(status: Status) -> bool {
    reviewed(status) || matches!(status, Status::Generated | Status::ReviewPending)
}

/// How far the attempts came; each step counts those that reached it, whatever became of them later.
pub(super) fn funnel(report: &PilotReport) -> Chart {
    type Reached = fn(Status) -> bool;
    let steps: [(&str, Reached); 6] = [
        ("Attempted", Status::is_attempt),
        ("Gave a clip", delivered),
        ("Reviewed", reviewed),
        ("Kept by creative", kept),
        ("Usable", Status::is_usable),
        ("Published", Status::is_published),
    ];
    let rows: Vec<Bar> = steps
        .iter()
        .map(|(label, reached)| {
            let standing = report.statuses.iter().filter(|(status, _)| reached(*status));
            let there: u64 = standing.map(|(_, times)| times).sum();
            let share = share(there.into(), report.tally.total.into());
            Bar {
                label: (*label).to_owned(),
                value: number(there),
                note: share.map_or_else(|| count(there), |share| format!("{} ({share})", count(there))),
            }
        })
        .collect();
    bars("funnel", "How far the attempts came", &rows)
}

/// Why takes were thrown away, most frequent first, with the share of all rejects so far.
pub(super) fn rejections(report: &PilotReport) -> Chart {
    let all: u64 = report.reasons.iter().map(|(_, times)| times).sum();
    let mut so_far = 0;
    let rows: Vec<Bar> = report
        .reasons
        .iter()
        .map(|(reason, times)| {
            so_far += times;
            let with_those_above = share(so_far.into(), all.into()).unwrap_or_default();
            Bar {
                label: heading(&reason.to_string()),
                value: number(*times),
                note: format!("{}, {with_those_above} with those above", count(*times)),
            }
        })
        .collect();
    bars("rejections", "Why takes were thrown away", &rows)
}

/// What the money was spent on.
pub(super) fn cost_stack(report: &PilotReport) -> Chart {
    let all: Decimal = report.costs.iter().map(|(_, amount)| *amount).sum();
    let rows: Vec<Part> = report
        .costs
        .iter()
        .map(|(name, amount)| Part {
            label: part_words(*name).to_owned(),
            value: float(*amount),
            note: match share(*amount, all) {
                Some(share) => format!("{} ({share})", money(*amount, &report.currency)),
                None => money(*amount, &report.currency),
            },
        })
        .collect();
    parts("costs", "What the money was spent on", &rows)
}

fn part_words(name: CostPartName) -> &'static str {
    match name {
        CostPartName::Model => "Models",
        CostPartName::Review => "Creative review",
        CostPartName::Edit => "Editing",
        CostPartName::Brand => "Brand review",
        CostPartName::Compliance => "Compliance",
        CostPartName::Overhead => "Overhead",
    }
}

/// How the cost of a usable clip went, against the benchmark.
pub(super) fn cost_course(report: &PilotReport) -> Option<Chart> {
    let points: Vec<Point> = report
        .course
        .iter()
        .map(|point| Point {
            x: number(point.attempts),
            y: point.cost.map(float),
            low: point.low.map(float),
            high: point.high.map(float),
        })
        .collect();
    let first = report.course.first()?;
    let last = report
        .course
        .iter()
        .rev()
        .find_map(|point| Some((point.attempts, point.cost?)))?;
    let shown = |amount: Decimal| money(amount, &report.currency);
    let benchmark = report.settings.benchmark;
    let against = benchmark.map_or_else(String::new, |today| {
        format!(", against a benchmark of {}", shown(today))
    });
    let way = Course {
        id: "course",
        title: "Cost per usable clip over attempts",
        points: &points,
        limit: benchmark.map(|today| (float(today), format!("benchmark {}", shown(today)))),
        ends: (
            format!("attempt {}", count(first.attempts)),
            format!("attempt {}", count(last.0)),
        ),
        says: format!(
            "After {} a usable clip costs {}{against}. The band is the 95 % interval that follows from the usable rate.",
            counted(last.0, "attempt"),
            shown(last.1)
        ),
    };
    Some(course(&way, |value| axis(value, report)))
}

/// What was spent, day by day, against the budget. Days lie as far apart as they are, not one step each.
pub(super) fn spend_course(report: &PilotReport) -> Option<Chart> {
    let (first, last) = (report.spend.first()?, report.spend.last()?);
    let points: Vec<Point> = report
        .spend
        .iter()
        .map(|(day, total)| Point {
            x: f64::from(i32::try_from(day.days_since(first.0)).unwrap_or(i32::MAX)),
            y: Some(float(*total)),
            low: None,
            high: None,
        })
        .collect();
    let shown = |amount: Decimal| money(amount, &report.currency);
    let budget = report.settings.budget;
    let of_budget = budget.map_or_else(String::new, |budget| format!(" of a budget of {}", shown(budget)));
    let way = Course {
        id: "spend",
        title: "Spent until the end of each day",
        points: &points,
        limit: budget.map(|budget| (float(budget), format!("budget {}", shown(budget)))),
        ends: (first.0.to_string(), last.0.to_string()),
        says: format!("{} were spent until {}{of_budget}.", shown(last.1), last.0),
    };
    Some(course(&way, |value| axis(value, report)))
}

fn axis(value: f64, report: &PilotReport) -> String {
    let shown = money(Decimal::from_f64(value).unwrap_or_default(), &report.currency);
    shown.strip_suffix(".00").map_or_else(|| shown.clone(), str::to_owned)
}

/// Usable rates, each with its interval.
pub(super) fn rates(id: &str, title: &str, rows: &[ReportedRate]) -> Option<Chart> {
    let ranges: Vec<Range> = rows
        .iter()
        .filter_map(|row| {
            let interval = wilson_95(row.tries)?;
            let rate = number(row.tries.usable()) / number(row.tries.total());
            Some(Range {
                label: row.name.clone().unwrap_or_else(|| "not known".to_owned()),
                rate,
                low: interval.low,
                high: interval.high,
                note: format!("{} ({})", percent_of(rate), of(row.tries.usable(), row.tries.total())),
            })
        })
        .collect();
    (!ranges.is_empty()).then(|| intervals(id, title, &ranges))
}
