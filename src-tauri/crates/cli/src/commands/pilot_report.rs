//! The report of a pilot as a file.

use super::Outcome;
use crate::arguments::{ReportArguments, ReportKind};
use crate::exit::{Done, Failure};
use crate::library::{ChosenLibrary, absolute};
use crate::output::Output;
use crate::progress::ProgressLine;
use camino::Utf8Path;
use circletake_domain::id::PilotId;
use serde::Serialize;

#[derive(Serialize)]
struct WrittenReport {
    path: String,
    format: String,
}

/// Writes it; a file that is there is never replaced.
pub async fn write(
    library: &ChosenLibrary,
    pilot: &PilotId,
    file: &Utf8Path,
    arguments: &ReportArguments,
    output: Output,
) -> Outcome {
    let path = absolute(file)?;
    let ending = path.extension().unwrap_or_default().to_lowercase();
    let Some(kind) = arguments.format.or_else(|| ReportKind::of_ending(&ending)) else {
        return Err(Failure::usage(
            format!("`{file}` does not say what it is to be."),
            "Name it .html, .pdf, .json or .csv, or give --format.",
        ));
    };
    if path.exists() {
        return Err(Failure::usage(
            format!("`{file}` is there already."),
            "Name a file that is not, or move this one away.",
        ));
    }
    let library = library.to_write_if_free().await?;
    let progress = ProgressLine::new(output, "Writing the report");
    let tell = |now| progress.show(&now);
    let written = library
        .write_pilot_report(pilot, kind.into(), arguments.paper.into(), &path, &tell)
        .await;
    progress.finish();
    library.close().await;
    written?;
    let written = WrittenReport {
        path: path.into_string(),
        format: format!("{kind:?}").to_lowercase(),
    };
    output.result(&written, |written| format!("The report is in {}", written.path));
    Ok(Done::Fully)
}
