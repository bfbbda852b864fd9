//! Briefs: listed, shown, brought in and handed out.

use super::Outcome;
use crate::arguments::BriefCommand;
use crate::exit::{Done, Failure};
use crate::library::ChosenLibrary;
use crate::output::Output;
use crate::table::table;
use camino::Utf8Path;
use circletake_app::OpenLibrary;
use circletake_domain::brief::Brief;
use circletake_domain::id::{BriefId, PilotId};
use serde::Serialize;
use std::io::Read;

/// A brief as `brief show` prints it: what it wants, under the names of its JSON, and where it stands.
#[derive(Serialize)]
struct WholeBrief {
    id: BriefId,
    pilot_id: Option<PilotId>,
    generations: u32,
    pending: u32,
    usable: u32,
    #[serde(flatten)]
    brief: Brief,
}

/// `brief list`, `brief show`, `brief export` and `brief add`.
pub async fn brief(library: &ChosenLibrary, command: BriefCommand, output: Output) -> Outcome {
    match command {
        BriefCommand::List => {
            let library = library.to_read().await?;
            output.result(&library.briefs().await?, |briefs| {
                table(
                    &[
                        "ID",
                        "PILOT",
                        "FORMAT",
                        "CHANNEL",
                        "GENERATIONS",
                        "PENDING",
                        "USABLE",
                        "GOAL",
                    ],
                    briefs.iter().map(|brief| {
                        vec![
                            brief.id.to_string(),
                            brief.pilot_id.as_ref().map(ToString::to_string).unwrap_or_default(),
                            brief.format.clone(),
                            brief.channel.clone(),
                            brief.generations.to_string(),
                            brief.pending.to_string(),
                            brief.usable.to_string(),
                            brief.goal.clone(),
                        ]
                    }),
                )
            });
            library.close().await;
        }
        BriefCommand::Show { id } => {
            let library = library.to_read().await?;
            print_brief(&library, &id, output).await?;
            library.close().await;
        }
        BriefCommand::Export {
            id,
            output: file,
            revision,
        } => {
            let library = library.to_read().await?;
            let exported = export(&library, &id, file.as_deref(), revision, output).await;
            library.close().await;
            exported?;
        }
        BriefCommand::Add { file } => {
            let json = serde_json::from_str(&read_text(&file)?).map_err(|error| {
                Failure::usage(
                    format!("`{file}` is not JSON: {error}."),
                    "Write one JSON object with a brief_id.",
                )
            })?;
            let library = library.to_write().await?;
            let added = library.add_brief(&json).await;
            let added = match added {
                Ok(added) => {
                    let whole = library.brief_body(&added.id).await;
                    library.close().await;
                    note_extra(&whole?, output);
                    added
                }
                Err(error) => {
                    library.close().await;
                    return Err(error.into());
                }
            };
            output.result(&added, |brief| format!("{} is in the library.", brief.id));
        }
    }
    Ok(Done::Fully)
}

/// A field that a brief does not have is kept; a misspelt one should be noticed all the same.
fn note_extra(brief: &Brief, output: Output) {
    if !brief.extra.is_empty() {
        let names: Vec<&str> = brief.extra.keys().map(String::as_str).collect();
        output.note(&format!(
            "Kept as they are, though a brief has no such fields: {}.",
            names.join(", ")
        ));
    }
}

async fn print_brief(library: &OpenLibrary, id: &BriefId, output: Output) -> Result<(), Failure> {
    let line = library.brief(id).await?;
    let whole = WholeBrief {
        id: line.id,
        pilot_id: line.pilot_id,
        generations: line.generations,
        pending: line.pending,
        usable: line.usable,
        brief: library.brief_body(id).await?,
    };
    output.result(&whole, |whole| {
        let body = serde_json::to_string_pretty(&whole.brief).unwrap_or_default();
        format!(
            "{}: {} generations, {} to review, {} usable\nUse: {}\n{body}",
            whole.id,
            whole.generations,
            whole.pending,
            whole.usable,
            whole.brief.advice().words()
        )
    });
    Ok(())
}

#[derive(Serialize)]
struct Exported<'a> {
    brief_id: &'a BriefId,
    file: &'a Utf8Path,
}

async fn export(
    library: &OpenLibrary,
    id: &BriefId,
    file: Option<&Utf8Path>,
    revision: Option<u32>,
    output: Output,
) -> Result<(), Failure> {
    if let Some(file) = file {
        library.write_brief(id, revision, file).await?;
        output.result(&Exported { brief_id: id, file }, |done| {
            format!("{} is written to {}.", done.brief_id, done.file)
        });
    } else {
        let brief = library.brief_json(id, revision).await?;
        output.result(&brief, |brief| serde_json::to_string_pretty(brief).unwrap_or_default());
    }
    Ok(())
}

pub(super) fn read_text(file: &Utf8Path) -> Result<String, Failure> {
    let read = if file == "-" {
        let mut text = String::new();
        std::io::stdin().read_to_string(&mut text).map(|_| text)
    } else {
        std::fs::read_to_string(file)
    };
    read.map_err(|error| {
        Failure::usage(
            format!("`{file}` could not be read: {error}."),
            "Name a file that is there and may be read.",
        )
    })
}
