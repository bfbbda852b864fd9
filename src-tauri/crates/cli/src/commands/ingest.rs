//! `ingest`: clips come in.

use super::Outcome;
use crate::arguments::IngestArguments;
use crate::exit::Done;
use crate::library::ChosenLibrary;
use crate::output::Output;
use crate::progress::ProgressLine;
use circletake_app::view::import::{ClipCost, IngestOptions, IngestReport};
use tokio_util::sync::CancellationToken;

/// Brings files and folders in.
pub async fn ingest(
    library: &ChosenLibrary,
    arguments: IngestArguments,
    output: Output,
    cancel: &CancellationToken,
) -> Outcome {
    let library = library.to_write().await?;
    let made_by = match &arguments.made_by {
        Some(person) => Some(library.person(person).await?.id),
        None => None,
    };
    let prompt = match &arguments.prompt {
        Some(typed) => Some(library.prompt_version_named(typed).await?),
        None => None,
    };
    let options = IngestOptions {
        brief_id: arguments.brief,
        model: arguments.model,
        reference: arguments.reference,
        made_by,
        prompt,
        cost: arguments.cost.map(|amount| ClipCost {
            amount,
            basis: arguments.cost_basis,
        }),
    };
    let progress = ProgressLine::new(output, "Reading clips");
    let ingested = library
        .ingest(&arguments.paths, &options, &|now| progress.show(&now), cancel)
        .await;
    progress.finish();
    library.close().await;
    let report = ingested?;
    output.result(&report, words);
    Ok(Done::unless(!report.failed.is_empty() || report.cancelled))
}

fn words(report: &IngestReport) -> String {
    let mut lines: Vec<String> = report
        .clips
        .iter()
        .map(|clip| format!("{} {}", clip.generation_id, clip.path))
        .collect();
    lines.extend(
        report
            .failed
            .iter()
            .map(|failed| format!("{}: {} {}", failed.path, failed.error.message, failed.error.hint)),
    );
    lines.push(format!(
        "{} added{}, {} already there{}, {} failed{}",
        report.added,
        if report.awaited > 0 {
            format!(" ({} to attempts that were logged before)", report.awaited)
        } else {
            String::new()
        },
        report.duplicates,
        if report.back > 0 {
            format!(" ({} of them lost until now)", report.back)
        } else {
            String::new()
        },
        report.failed.len(),
        if report.cancelled { "; stopped, as asked" } else { "" }
    ));
    lines.join("\n")
}
