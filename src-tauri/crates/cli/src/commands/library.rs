//! The library itself: `init`, `sample`, `doctor`, `backup`.

use super::Outcome;
use crate::exit::Done;
use crate::library::{ChosenLibrary, absolute, surroundings};
use crate::output::Output;
use crate::progress::ProgressLine;
use camino::Utf8Path;
use circletake_app::OpenLibrary;
use circletake_app::view::library::{DoctorView, LibrarySummary};
use circletake_domain::money::Currency;
use serde::Serialize;
use tokio_util::sync::CancellationToken;

/// Makes a library.
pub async fn init(dir: &Utf8Path, name: Option<&str>, currency: Currency, output: Output) -> Outcome {
    let dir = absolute(dir)?;
    let name = name.or_else(|| dir.file_name()).unwrap_or("Library");
    let library = OpenLibrary::create(&dir, name, currency, surroundings()?).await?;
    let summary = library.summary().await;
    library.close().await;
    output.result(&summary?, made);
    Ok(Done::Fully)
}

/// Makes a library with the sample pilot.
pub async fn sample(dir: &Utf8Path, output: Output, cancel: &CancellationToken) -> Outcome {
    let dir = absolute(dir)?;
    let progress = ProgressLine::new(output, "Making sample clips");
    let made_sample = OpenLibrary::create_sample(&dir, surroundings()?, &|now| progress.show(&now), cancel).await;
    progress.finish();
    let library = made_sample?;
    let summary = library.summary().await;
    library.close().await;
    output.result(&summary?, made);
    Ok(Done::Fully)
}

fn made(summary: &LibrarySummary) -> String {
    format!(
        "{} is ready in {} ({}, {} generations)",
        summary.name,
        summary.folder,
        summary.currency.as_str(),
        summary.generations
    )
}

/// Checks the library, and mends it where asked to.
pub async fn doctor(library: &ChosenLibrary, fix: bool, output: Output, cancel: &CancellationToken) -> Outcome {
    let library = if fix {
        library.to_write().await?
    } else {
        library.to_write_if_free().await?
    };
    let progress = ProgressLine::new(output, "Checking files");
    let checked = library.doctor(fix, &|now| progress.show(&now), cancel).await;
    progress.finish();
    library.close().await;
    let checked = checked?;
    output.result(&checked, findings);
    Ok(Done::unless(!checked.healthy))
}

fn findings(checked: &DoctorView) -> String {
    let mut lines: Vec<String> = checked
        .findings
        .iter()
        .map(|finding| {
            let mended = if finding.fixed { " (mended)" } else { "" };
            format!("{}: {} {}{mended}", finding.code, finding.subject, finding.message)
        })
        .collect();
    lines.push(
        if checked.healthy {
            "The library is in order."
        } else {
            "Not all of it could be mended; see above."
        }
        .to_owned(),
    );
    if !checked.healthy && checked.findings.iter().all(|finding| !finding.fixed) {
        lines.push("`circletake doctor --fix` mends what can be mended.".to_owned());
    }
    lines.join("\n")
}

#[derive(Serialize)]
struct Backup<'a> {
    path: &'a Utf8Path,
}

/// Writes a copy of the records.
pub async fn backup(library: &ChosenLibrary, file: &Utf8Path, output: Output) -> Outcome {
    let file = absolute(file)?;
    let library = library.to_write_if_free().await?;
    let written = library.backup(&file).await;
    library.close().await;
    written?;
    output.result(&Backup { path: &file }, |backup| {
        format!("The records are in {}; clips lie in the library's folder.", backup.path)
    });
    Ok(Done::Fully)
}
