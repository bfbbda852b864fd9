//! The library itself: `init`, `sample`, `doctor`, `backup`.

use super::Outcome;
use crate::exit::{Done, Failure};
use crate::library::{ChosenLibrary, surroundings};
use crate::output::Output;
use camino::{Utf8Path, Utf8PathBuf};
use circletake_app::OpenLibrary;
use circletake_app::view::library::LibrarySummary;
use circletake_domain::money::Currency;
use serde::Serialize;

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

fn made(summary: &LibrarySummary) -> String {
    format!(
        "{} is ready in {} ({}, {} generations)",
        summary.name,
        summary.folder,
        summary.currency.as_str(),
        summary.generations
    )
}

fn absolute(dir: &Utf8Path) -> Result<Utf8PathBuf, Failure> {
    let plain = std::path::absolute(dir).map_err(|error| Failure::system("find the folder", &error))?;
    Utf8PathBuf::from_path_buf(plain)
        .map_err(|_| Failure::usage("The folder's name cannot be written down.", "Choose another folder."))
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
