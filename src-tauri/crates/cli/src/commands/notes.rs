//! `note` and `notes`.

use super::Outcome;
use super::review::decider;
use crate::arguments::{NoteArguments, NotesCommand};
use crate::exit::{Done, Failure};
use crate::library::{ChosenLibrary, absolute};
use crate::output::Output;
use crate::progress::ProgressLine;
use crate::table::table;
use circletake_app::OpenLibrary;
use circletake_app::view::notes::{NoteExport, NoteRequest, NoteText, NoteView};
use circletake_app::view::pilot::Scope;
use circletake_domain::frame::FrameIndex;
use circletake_domain::frame_range::FrameRange;
use circletake_domain::id::{BriefId, PilotId};
use tokio_util::sync::CancellationToken;

/// Writes a note.
pub async fn note(library: &ChosenLibrary, arguments: NoteArguments, output: Output) -> Outcome {
    let first = FrameIndex(arguments.at);
    let range = FrameRange::new(first, FrameIndex(arguments.to.unwrap_or(arguments.at)));
    let range = range.map_err(|error| {
        Failure::usage(
            format!("--at and --to: {error}."),
            "Give the first frame with --at and the last with --to.",
        )
    })?;
    let library = library.to_write().await?;
    let note = note_in(&library, arguments, range, output).await;
    library.close().await;
    output.result(&note?, one_line);
    Ok(Done::Fully)
}

async fn note_in(
    library: &OpenLibrary,
    arguments: NoteArguments,
    range: FrameRange,
    output: Output,
) -> Result<NoteView, Failure> {
    let person = decider(library, &arguments.person, output).await?;
    let request = NoteRequest {
        generation_id: arguments.generation,
        clip_key: None,
        person_id: person.id,
        text: NoteText {
            range,
            category: arguments.category,
            body: arguments.text,
            strokes: Vec::new(),
        },
    };
    Ok(library.add_note(&request).await?)
}

/// Lists notes, or hands them over.
pub async fn notes(
    library: &ChosenLibrary,
    command: NotesCommand,
    output: Output,
    cancel: &CancellationToken,
) -> Outcome {
    match command {
        NotesCommand::List {
            generation,
            brief,
            pilot,
            search,
        } => {
            let library = library.to_read().await?;
            let found = match generation {
                Some(generation) => library.notes_on(&generation).await,
                None => {
                    library
                        .find_notes(&scope(brief, pilot), &search.unwrap_or_default())
                        .await
                }
            };
            library.close().await;
            output.result(&found?, |found| listed(found));
            Ok(Done::Fully)
        }
        NotesCommand::Export {
            brief,
            pilot,
            output: folder,
        } => {
            let library = library.to_read().await?;
            let folder = absolute(&folder)?;
            let progress = ProgressLine::new(output, "Writing stills");
            let export = library
                .export_notes(&scope(brief, pilot), &folder, &|now| progress.show(&now), cancel)
                .await;
            progress.finish();
            library.close().await;
            let export = export?;
            let complete = export.without_still.is_empty();
            output.result(&export, exported);
            Ok(if complete { Done::Fully } else { Done::SomeInputsFailed })
        }
    }
}

fn scope(brief: Option<BriefId>, pilot: Option<PilotId>) -> Scope {
    match (brief, pilot) {
        (Some(brief), _) => Scope::Brief(brief),
        (None, Some(pilot)) => Scope::Pilot(pilot),
        (None, None) => Scope::Library,
    }
}

fn one_line(note: &NoteView) -> String {
    let NoteText {
        range, category, body, ..
    } = &note.text;
    let category = category.map(|category| format!(" [{category}]")).unwrap_or_default();
    format!(
        "{} v{} frame {range}{category} {}: {body}",
        note.generation_id, note.version, note.person_name
    )
}

fn listed(notes: &[NoteView]) -> String {
    let row = |note: &NoteView| {
        vec![
            note.generation_id.to_string(),
            format!("v{}", note.version),
            note.text.range.to_string(),
            note.text
                .category
                .map(|category| category.to_string())
                .unwrap_or_default(),
            note.person_name.clone(),
            note.text.body.clone(),
        ]
    };
    let head = ["GENERATION", "CLIP", "FRAMES", "CATEGORY", "BY", "NOTE"];
    table(&head, notes.iter().map(row))
}

fn exported(export: &NoteExport) -> String {
    let mut lines = vec![format!(
        "{} notes with {} stills lie in {}",
        export.notes, export.stills, export.folder
    )];
    for missing in &export.without_still {
        lines.push(format!(
            "no still of {} at {}: {} {}",
            missing.generation_id, missing.range, missing.problem.message, missing.problem.hint
        ));
    }
    lines.join("\n")
}
