//! `report`: the numbers, and the report of a pilot as a file.

use super::{Outcome, pilot_report};
use crate::arguments::ReportArguments;
use crate::exit::{Done, Failure};
use crate::library::ChosenLibrary;
use crate::output::Output;
use circletake_app::view::pilot::{ReportView, Scope};
use circletake_domain::money::{exact_decimal, two_places};
use rust_decimal::Decimal;

/// Prints the numbers of a brief or a pilot.
pub async fn report(library: &ChosenLibrary, arguments: ReportArguments, output: Output) -> Outcome {
    if let (Some(pilot), Some(file)) = (&arguments.pilot, &arguments.output) {
        return pilot_report::write(library, pilot, file, &arguments, output).await;
    }
    let scope = match (arguments.brief, arguments.pilot) {
        (Some(brief), _) => Scope::Brief(brief),
        (None, Some(pilot)) => Scope::Pilot(pilot),
        (None, None) => {
            return Err(Failure::usage(
                "Nothing to report on was named.",
                "Give --brief ID or --pilot ID.",
            ));
        }
    };
    let library = library.to_write_if_free().await?;
    let report = library.report(&scope, arguments.hourly_rate).await;
    library.close().await;
    output.result(&report?, words);
    Ok(Done::Fully)
}

/// The numbers in words; what is undefined says so.
pub fn words(report: &ReportView) -> String {
    let currency = report.currency.as_str();
    let money = |amount: &str| format!("{} {currency}", shown(amount));
    let maybe = |amount: Option<&String>| amount.map_or_else(|| "undefined".to_owned(), |amount| money(amount));
    let mut lines = vec![
        format!("attempts              {} ({} failed)", report.total, report.failed),
        format!(
            "usable                {} ({} published)",
            report.usable, report.published
        ),
    ];
    if let (Some(rate), Some([low, high])) = (&report.usable_rate, &report.usable_rate_interval) {
        lines.push(format!(
            "usable rate           {} % (95 %: {} to {} %)",
            percent(rate),
            percent(low),
            percent(high)
        ));
    }
    if let Some(attempts) = &report.attempts_per_usable {
        lines.push(format!("attempts per usable   {}", shown(attempts)));
    }
    let unknown = match report.unknown_costs {
        0 => String::new(),
        count => format!(" (unknown for {count} attempts)"),
    };
    lines.push(format!("model cost            {}{unknown}", money(&report.model_cost)));
    lines.push(format!(
        "human cost            {} (review {}, editing {}, brand {} minutes)",
        money(&report.human_cost),
        shown(&report.review_minutes),
        shown(&report.editing_minutes),
        shown(&report.brand_minutes)
    ));
    if report.minutes_without_rate != "0" {
        lines.push(format!(
            "                      {} minutes have no hourly rate and cost nothing here; --hourly-rate prices them",
            shown(&report.minutes_without_rate)
        ));
    }
    lines.push(format!("overhead              {}", money(&report.overhead_cost)));
    lines.push(format!("total                 {}", money(&report.total_cost)));
    let interval = report
        .cost_per_usable_interval
        .as_ref()
        .map_or(String::new(), |[low, high]| {
            format!(
                " (95 %: {} to {})",
                maybe(low.as_ref()),
                high.as_ref().map_or_else(|| "no limit".to_owned(), |high| money(high))
            )
        });
    lines.push(format!(
        "per usable clip       {}{interval}",
        maybe(report.cost_per_usable.as_ref())
    ));
    lines.push(format!(
        "per usable second     {} ({} usable seconds{})",
        maybe(report.cost_per_usable_second.as_ref()),
        shown(&report.usable_seconds),
        match report.usable_of_unknown_length {
            0 => String::new(),
            count => format!(", the length of {count} clips is not known"),
        }
    ));
    lines.push(format!(
        "per published clip    {}",
        maybe(report.cost_per_published.as_ref())
    ));
    if let Some(minutes) = &report.human_minutes_per_usable {
        lines.push(format!("minutes per usable    {}", shown(minutes)));
    }
    if let (Some(rate), true) = (&report.other_rate, report.other_too_high) {
        lines.push(format!(
            "{} % of the rejects say only `other`, which is too many to learn from",
            percent(rate)
        ));
    }
    for reason in &report.rejection_reasons {
        lines.push(format!("  {:>6}  {}", reason.count, reason.reason));
    }
    lines.join("\n")
}

/// Two places, for people; scripts get every digit.
pub(super) fn shown(decimal: &str) -> String {
    exact_decimal(decimal).map_or_else(|_| decimal.to_owned(), |decimal| two_places(decimal).to_string())
}

pub(super) fn percent(share: &str) -> String {
    exact_decimal(share).map_or_else(
        |_| share.to_owned(),
        |share| {
            let percent = share * Decimal::from(100);
            percent
                .round_dp_with_strategy(1, rust_decimal::RoundingStrategy::MidpointAwayFromZero)
                .normalize()
                .to_string()
        },
    )
}
