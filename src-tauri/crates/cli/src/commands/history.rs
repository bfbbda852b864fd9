//! `history`: moves as lines, as JSON, or as a table in a file.

use super::Outcome;
use super::log::log_format;
use crate::arguments::HistoryArguments;
use crate::exit::{Done, Failure};
use crate::library::ChosenLibrary;
use crate::output::Output;
use camino::Utf8Path;
use circletake_app::OpenLibrary;
use circletake_app::view::history::{HistoryQuery, HistoryRow};
use circletake_app::view::pilot::Scope;
use serde::Serialize;

#[derive(Serialize)]
struct Exported<'a> {
    path: &'a Utf8Path,
    exported: u32,
}

/// Prints or writes the moves that are asked for, latest first.
pub async fn history(library: &ChosenLibrary, arguments: HistoryArguments, output: Output) -> Outcome {
    let library = library.to_read().await?;
    let told = tell(&library, &arguments, output).await;
    library.close().await;
    told?;
    Ok(Done::Fully)
}

async fn tell(library: &OpenLibrary, arguments: &HistoryArguments, output: Output) -> Result<(), Failure> {
    let query = query(library, arguments).await?;
    if let Some(file) = arguments.output.as_deref().filter(|file| *file != "-") {
        let format = log_format(arguments.format, file);
        let exported = library.export_history(&query, format, file).await?;
        output.result(&Exported { path: file, exported }, |done| {
            format!("{} moves are in {}", done.exported, done.path)
        });
        return Ok(());
    }
    if arguments.format.is_some() || arguments.output.is_some() {
        let format = log_format(arguments.format, Utf8Path::new("-"));
        let mut table = Vec::new();
        library.write_history(&query, format, &mut table).await?;
        output.bytes(&table);
        return Ok(());
    }
    if output.is_json()
        && let Some(generation) = only_generation(&query)
    {
        output.json_line(&library.history(generation).await?);
        return Ok(());
    }
    if let Some(generation) = &query.generation_id {
        // Says that there is none of that name.
        library.history(generation).await?;
    }
    let mut rows: Vec<HistoryRow> = Vec::new();
    for start in library.history_outline(&query).await?.starts {
        rows.extend(library.history_page(&query, Some(&start)).await?);
    }
    output.result(&rows, |rows| rows.iter().map(line).collect::<Vec<_>>().join("\n"));
    Ok(())
}

/// The generation, where nothing else is asked for: scripts have read that shape from the beginning.
fn only_generation(query: &HistoryQuery) -> Option<&circletake_domain::id::GenerationId> {
    let generation = query.generation_id.as_ref()?;
    (query.person_id.is_none() && query.scope == Scope::Library).then_some(generation)
}

async fn query(library: &OpenLibrary, arguments: &HistoryArguments) -> Result<HistoryQuery, Failure> {
    let scope = match (&arguments.brief, &arguments.pilot) {
        (Some(brief), _) => Scope::Brief(brief.clone()),
        (None, Some(pilot)) => Scope::Pilot(pilot.clone()),
        (None, None) => Scope::Library,
    };
    let person_id = match &arguments.person {
        Some(person) => Some(library.person(person).await?.id),
        None => None,
    };
    Ok(HistoryQuery {
        generation_id: arguments.generation.clone(),
        scope,
        person_id,
        ..HistoryQuery::default()
    })
}

fn line(row: &HistoryRow) -> String {
    let set_back = row.clock_was_at.map_or_else(String::new, |before| {
        format!(" [the clock was set back: it had been {before} before]")
    });
    format!("{} {}{set_back}", row.at, row.line)
}
