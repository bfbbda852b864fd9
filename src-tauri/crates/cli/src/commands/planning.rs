//! Pilots, briefs and people: listed, shown, added.

use super::{Outcome, passphrase};
use crate::arguments::{BriefCommand, PersonCommand, PilotCommand};
use crate::exit::{Done, Failure};
use crate::library::ChosenLibrary;
use crate::output::Output;
use crate::table::table;
use camino::Utf8Path;
use circletake_app::OpenLibrary;
use circletake_app::view::library::PersonView;
use circletake_app::view::pilot::PilotView;
use circletake_app::view::sign_off::PassphraseRequest;
use circletake_domain::brief::Brief;
use circletake_domain::id::{BriefId, PilotId};
use serde::Serialize;
use std::io::Read;

/// `pilot list` and `pilot show`.
pub async fn pilot(library: &ChosenLibrary, command: PilotCommand, output: Output) -> Outcome {
    let library = library.to_read().await?;
    match command {
        PilotCommand::List => {
            let pilots = library.pilots().await?;
            output.result(&pilots, |pilots| {
                table(
                    &["ID", "NAME", "FORMAT", "CHANNEL", "GENERATIONS", "USABLE", "PER USABLE"],
                    pilots.iter().map(|pilot| {
                        let of = pilot
                            .target_generations
                            .map_or(String::new(), |target| format!("/{target}"));
                        vec![
                            pilot.id.to_string(),
                            pilot.name.clone(),
                            pilot.format.clone(),
                            pilot.channel.clone(),
                            format!("{}{of}", pilot.report.total),
                            pilot.report.usable.to_string(),
                            pilot
                                .report
                                .cost_per_usable
                                .clone()
                                .unwrap_or_else(|| "undefined".to_owned()),
                        ]
                    }),
                )
            });
        }
        PilotCommand::Show { id } => output.result(&library.pilot(&id).await?, pilot_words),
    }
    library.close().await;
    Ok(Done::Fully)
}

fn pilot_words(pilot: &PilotView) -> String {
    let benchmark = pilot.benchmark.as_deref().unwrap_or("none");
    format!(
        "{} {}\n{} on {}; benchmark {benchmark}\n{}",
        pilot.id,
        pilot.name,
        pilot.format,
        pilot.channel,
        super::report::words(&pilot.report)
    )
}

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

/// `brief list`, `brief show` and `brief add`.
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

fn read_text(file: &Utf8Path) -> Result<String, Failure> {
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

/// `person list`, `person add` and `person passphrase`.
pub async fn person(library: &ChosenLibrary, command: PersonCommand, output: Output) -> Outcome {
    match command {
        PersonCommand::List => {
            let library = library.to_read().await?;
            output.result(&library.people().await?, |people| {
                table(&["ID", "NAME", "ROLE", "PER HOUR"], people.iter().map(person_row))
            });
            library.close().await;
        }
        PersonCommand::Add {
            name,
            role,
            hourly_rate,
        } => {
            let library = library.to_write().await?;
            let added = library.add_person(&name, role, hourly_rate).await;
            library.close().await;
            output.result(&added?, |person| format!("{} is {}.", person.name, person.id));
        }
        PersonCommand::Passphrase {
            person,
            by,
            clear,
            passphrase_fd,
            current_fd,
        } => {
            let library = library.to_write().await?;
            let changed = change_passphrase(&library, &person, by.as_deref(), clear, passphrase_fd, current_fd).await;
            library.close().await;
            output.result(&changed?, |person| {
                let now = if person.has_passphrase {
                    "signs with"
                } else {
                    "signs without"
                };
                format!("{} {now} a passphrase.", person.name)
            });
        }
    }
    Ok(Done::Fully)
}

async fn change_passphrase(
    library: &OpenLibrary,
    person: &str,
    by: Option<&str>,
    clear: bool,
    new_descriptor: Option<u32>,
    current_descriptor: Option<u32>,
) -> Result<PersonView, Failure> {
    let person = library.person(person).await?;
    let by = match by {
        Some(by) => library.person(by).await?,
        None => person.clone(),
    };
    let by_passphrase = if by.has_passphrase {
        let question = format!("Passphrase of {}: ", by.name);
        Some(passphrase::read(current_descriptor, &question)?)
    } else {
        None
    };
    let wanted = if clear {
        None
    } else {
        let question = format!("New passphrase of {}: ", person.name);
        Some(passphrase::read_new(new_descriptor, &question)?)
    };
    let request = PassphraseRequest {
        person_id: person.id,
        by_id: by.id,
        by_passphrase,
        passphrase: wanted,
    };
    Ok(library.set_passphrase(&request).await?)
}

fn person_row(person: &PersonView) -> Vec<String> {
    vec![
        person.id.to_string(),
        if person.active {
            person.name.clone()
        } else {
            format!("{} (removed)", person.name)
        },
        person.role.to_string(),
        person
            .hourly_rate
            .map_or_else(|| "unknown".to_owned(), |rate| rate.to_string()),
    ]
}
