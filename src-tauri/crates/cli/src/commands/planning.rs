//! Pilots and people: listed, shown, added.

use super::{Outcome, passphrase};
use crate::arguments::{PersonCommand, PilotCommand};
use crate::exit::{Done, Failure};
use crate::library::ChosenLibrary;
use crate::output::Output;
use crate::table::table;
use circletake_app::OpenLibrary;
use circletake_app::view::library::PersonView;
use circletake_app::view::pilot::PilotView;
use circletake_app::view::sign_off::PassphraseRequest;

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
