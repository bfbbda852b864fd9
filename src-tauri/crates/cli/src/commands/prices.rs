//! `prices list`, `prices add`, `prices import`, `prices check`.

use super::Outcome;
use super::estimate::today;
use crate::arguments::{PricesAddArguments, PricesCommand, PricesListArguments};
use crate::exit::{Done, Failure};
use crate::library::{ChosenLibrary, absolute};
use crate::output::Output;
use crate::table::table;
use camino::Utf8Path;
use circletake_app::view::import::BadRow;
use circletake_app::view::prices::{PriceImport, PriceLine};
use circletake_app::{PriceImportOptions, check_of, checked_price_file, price_line};
use circletake_domain::id::RecordUid;
use circletake_domain::prices::{Catalogue, CatalogueFinding, EntryStatus, FindingKind, Origin};
use serde::Serialize;
use std::collections::BTreeMap;

/// Findings of one kind that people are shown one by one; scripts get all.
const MOST_SHOWN: usize = 10;

/// Runs the command.
pub async fn prices(library: &ChosenLibrary, command: PricesCommand, output: Output) -> Outcome {
    match command {
        PricesCommand::List(arguments) => list(library, &arguments, output).await,
        PricesCommand::Add(arguments) => add(library, *arguments, output).await,
        PricesCommand::Import {
            file,
            dry_run,
            skip_bad,
        } => import(library, &file, PriceImportOptions { skip_bad, dry_run }, output).await,
        PricesCommand::Check { file } => check(library, file.as_deref(), output).await,
    }
}

/// The library's catalogue, or the shipped one where there is no library.
async fn catalogue(library: &ChosenLibrary) -> Result<Catalogue, Failure> {
    match library.to_read_if_any().await? {
        None => Ok(Catalogue::shipped()),
        Some(library) => {
            let catalogue = library.catalogue().await;
            library.close().await;
            Ok(catalogue?)
        }
    }
}

async fn list(library: &ChosenLibrary, arguments: &PricesListArguments, output: Output) -> Outcome {
    let catalogue = catalogue(library).await?;
    let today = today();
    let words: Vec<String> = arguments
        .search
        .iter()
        .flat_map(|words| words.split_whitespace())
        .map(str::to_lowercase)
        .collect();
    let lines: Vec<PriceLine> = catalogue
        .entries
        .iter()
        .filter(|listed| {
            arguments
                .model
                .as_ref()
                .is_none_or(|model| listed.entry.is_of_model(model))
        })
        .filter(|listed| {
            let provider = arguments.provider.as_deref();
            provider.is_none_or(|provider| listed.entry.provider.eq_ignore_ascii_case(provider.trim()))
        })
        .filter(|listed| !arguments.own || listed.origin != Origin::Shipped)
        .map(|listed| price_line(listed, today))
        .filter(|line| !arguments.plannable || line.plannable)
        .filter(|line| {
            let text = format!("{} {}", line.words, line.entry.name.as_deref().unwrap_or_default()).to_lowercase();
            words.iter().all(|word| text.contains(word))
        })
        .collect();
    if let Some(age) = catalogue.age_on(today) {
        output.note(&format!(
            "The shipped prices are of {}, {age} days ago.",
            catalogue.as_of.map(|day| day.to_string()).unwrap_or_default()
        ));
    }
    output.result(&lines, |lines| {
        table(
            &[
                "PROVIDER",
                "MODEL",
                "RESOLUTION",
                "AUDIO",
                "A SECOND",
                "BILLED",
                "STATUS",
                "AS OF",
                "BY",
            ],
            lines.iter().map(|line| {
                let entry = &line.entry;
                let resolutions: Vec<&str> = entry
                    .resolutions
                    .iter()
                    .map(circletake_domain::prices::Resolution::as_str)
                    .collect();
                vec![
                    entry.provider.clone(),
                    match &entry.mode {
                        Some(mode) => format!("{} ({mode})", entry.model),
                        None => entry.model.to_string(),
                    },
                    if resolutions.is_empty() {
                        "any".to_owned()
                    } else {
                        resolutions.join(",")
                    },
                    entry.audio.to_string(),
                    format!("{} {}", line.per_second.as_deref().unwrap_or("unknown"), entry.currency),
                    line.billing.clone(),
                    entry.status.to_string(),
                    entry.as_of.to_string(),
                    line.origin.to_string(),
                ]
            }),
        )
    });
    Ok(Done::Fully)
}

async fn add(library: &ChosenLibrary, arguments: PricesAddArguments, output: Output) -> Outcome {
    let replaces: Option<RecordUid> = arguments
        .replaces
        .map(|uid| {
            uid.parse().map(RecordUid).map_err(|_| {
                Failure::usage(
                    format!("`{uid}` is not the uid of an entry."),
                    "`prices list --json` tells the uid of every entry.",
                )
            })
        })
        .transpose()?;
    let said = [
        ("provider", Some(arguments.provider)),
        ("model", Some(arguments.model)),
        ("resolution", arguments.resolution),
        ("audio", arguments.audio),
        ("mode", arguments.mode),
        ("price_per_second", arguments.price_per_second),
        ("credits_per_second", arguments.credits_per_second),
        ("price_per_credit", arguments.price_per_credit),
        ("minimum_charge", arguments.minimum_charge),
        ("currency", arguments.currency),
        ("status", arguments.status),
        ("source", arguments.source),
        ("as_of", arguments.as_of),
    ];
    let mut columns: BTreeMap<String, String> = arguments.fields.into_iter().collect();
    columns.extend(
        said.into_iter()
            .filter_map(|(column, value)| Some((column.to_owned(), value?))),
    );
    let library = library.to_write().await?;
    let added = library.add_price(&columns, replaces).await;
    library.close().await;
    let added = added?;
    let Some(line) = added.added else {
        let problems: Vec<String> = added.problems.iter().map(ToString::to_string).collect();
        return Err(Failure::usage(
            format!("The entry was not added: {}.", problems.join("; ")),
            "Correct the fields named here and try again.",
        ));
    };
    output.result(&line, |line| {
        format!("{} costs {}. It is {}.", line.words, line.billing, line.uid)
    });
    Ok(Done::Fully)
}

async fn import(library: &ChosenLibrary, file: &Utf8Path, options: PriceImportOptions, output: Output) -> Outcome {
    let file = absolute(file)?;
    let library = library.to_write().await?;
    let report = library.import_prices(&file, options).await;
    library.close().await;
    let report = report?;
    output.result(&report, |report| import_words(report, options));
    Ok(Done::unless(!report.bad.is_empty()))
}

fn import_words(report: &PriceImport, options: PriceImportOptions) -> String {
    let mut lines = bad_lines(&report.bad);
    let would = if options.dry_run { "would be added" } else { "added" };
    lines.push(format!(
        "{} of {} rows {would}, {} of them in the place of a shipped price; {} say what is known already.",
        report.added, report.rows, report.replacing, report.unchanged
    ));
    if !report.bad.is_empty() && !options.skip_bad {
        lines.push("Nothing was imported because of the rows above; --skip-bad imports the others.".to_owned());
    }
    if !report.ignored_columns.is_empty() {
        lines.push(format!(
            "Not read, because no price has such columns: {}.",
            report.ignored_columns.join(", ")
        ));
    }
    lines.join("\n")
}

fn bad_lines(bad: &[BadRow]) -> Vec<String> {
    bad.iter()
        .map(|row| format!("line {}: {} `{}`: {}", row.line, row.field, row.value, row.message))
        .collect()
}

/// What a check found, as scripts read it.
#[derive(Serialize)]
struct PrintedCheck {
    as_of: Option<String>,
    age_days: Option<i64>,
    entries: usize,
    active: usize,
    retired: usize,
    unknown: usize,
    findings: Vec<CatalogueFinding>,
    bad: Vec<BadRow>,
}

async fn check(library: &ChosenLibrary, file: Option<&Utf8Path>, output: Output) -> Outcome {
    let (catalogue, bad) = match file {
        Some(file) => checked_price_file(&absolute(file)?).await?,
        None => (catalogue(library).await?, Vec::new()),
    };
    let today = today();
    let count = |status| {
        catalogue
            .entries
            .iter()
            .filter(|listed| listed.entry.status == status)
            .count()
    };
    let printed = PrintedCheck {
        as_of: catalogue.as_of.map(|day| day.to_string()),
        age_days: catalogue.age_on(today),
        entries: catalogue.entries.len(),
        active: count(EntryStatus::Active),
        retired: count(EntryStatus::Retired),
        unknown: count(EntryStatus::Unknown),
        findings: check_of(&catalogue, today),
        bad,
    };
    output.result(&printed, check_words);
    Ok(Done::unless(!printed.bad.is_empty()))
}

fn check_words(check: &PrintedCheck) -> String {
    let mut lines = bad_lines(&check.bad);
    let age = match (&check.as_of, check.age_days) {
        (Some(as_of), Some(age)) => format!(", put together on {as_of}, {age} days ago"),
        _ => String::new(),
    };
    lines.push(format!(
        "{} prices: {} active, {} retired, {} of unknown status{age}.",
        check.entries, check.active, check.retired, check.unknown
    ));
    let mut kinds: Vec<FindingKind> = check.findings.iter().map(|finding| finding.kind).collect();
    kinds.dedup();
    for kind in kinds {
        let of_kind: Vec<_> = check.findings.iter().filter(|finding| finding.kind == kind).collect();
        lines.push(format!("{} ({}):", kind_words(kind), of_kind.len()));
        lines.extend(
            of_kind
                .iter()
                .take(MOST_SHOWN)
                .map(|finding| format!("  {}: {}", finding.entry, finding.message)),
        );
        if of_kind.len() > MOST_SHOWN {
            lines.push(format!("  and {} more; --json tells all", of_kind.len() - MOST_SHOWN));
        }
    }
    lines.join("\n")
}

fn kind_words(kind: FindingKind) -> &'static str {
    match kind {
        FindingKind::Ambiguous => "Ambiguous",
        FindingKind::Expired => "Over, but not said to be retired",
        FindingKind::Retired => "Retired",
        FindingKind::StatusUnknown => "Of unknown status",
        FindingKind::Stale => "Seen long ago",
        FindingKind::AgeUnknown => "Of unknown age",
        FindingKind::LowConfidence => "Not confirmed",
        FindingKind::ConvertedBySource => "Converted by the source",
        FindingKind::Free => "Free",
    }
}
