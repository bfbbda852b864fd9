//! `decide`.

use super::Outcome;
use crate::arguments::DecideArguments;
use crate::exit::{Done, Failure};
use crate::library::ChosenLibrary;
use crate::output::Output;
use circletake_app::OpenLibrary;
use circletake_app::view::Problem;
use circletake_app::view::library::PersonView;
use circletake_app::view::review::{Decision, DecisionRequest, DecisionResult};
use circletake_domain::id::PersonId;
use circletake_domain::person::Role;

/// Records a decision.
pub async fn decide(library: &ChosenLibrary, arguments: DecideArguments, output: Output) -> Outcome {
    let library = library.to_write().await?;
    let decided = decide_in(&library, arguments, output).await;
    library.close().await;
    output.result(&decided?, words);
    Ok(Done::Fully)
}

async fn decide_in(
    library: &OpenLibrary,
    arguments: DecideArguments,
    output: Output,
) -> Result<DecisionResult, Failure> {
    let decision = decision(&arguments)?;
    let person = decider(library, &arguments.person, output).await?;
    let request = DecisionRequest {
        generation_id: arguments.generation,
        person_id: person.id,
        decision,
        note: arguments.note,
        expected_status: None,
        minutes: arguments.minutes.map(|minutes| minutes.to_string()),
    };
    Ok(library.decide(&request).await?)
}

fn decision(arguments: &DecideArguments) -> Result<Decision, Failure> {
    if let Some(status) = arguments.to {
        let reason = arguments.reason;
        Ok(Decision::MoveTo { status, reason })
    } else if let Some(reason) = arguments.reject {
        Ok(Decision::Reject { reason })
    } else if arguments.keep_for_edit {
        Ok(Decision::KeepForEdit)
    } else if arguments.keep {
        Ok(Decision::Keep)
    } else {
        Err(Failure::usage(
            "No decision was given.",
            "Give one of --keep, --keep-for-edit, --reject REASON, --to STATUS.",
        ))
    }
}

/// Who decides. In a library without anybody the first name becomes its owner; later a name that is not there is a slip of the
/// finger, since a decision under a wrong name cannot be taken back.
pub(super) async fn decider(library: &OpenLibrary, id_or_name: &str, output: Output) -> Result<PersonView, Failure> {
    let people = library.people().await?;
    let is_id = PersonId::new(id_or_name).is_ok_and(|id| id.as_str().starts_with("pe_"));
    if people.is_empty() && !is_id {
        let first = library.add_person(id_or_name, Role::Owner, None).await?;
        output.note(&format!(
            "{} is the first person of this library and now its owner, as {}.",
            first.name, first.id
        ));
        return Ok(first);
    }
    match library.person(id_or_name).await {
        Ok(person) => Ok(person),
        Err(error) => {
            let problem = error.problem();
            if problem.code != "not_found" {
                return Err(problem.into());
            }
            let known: Vec<String> = people
                .iter()
                .map(|person| format!("{} ({})", person.name, person.id))
                .collect();
            let known = if known.is_empty() {
                "nobody yet".to_owned()
            } else {
                known.join(", ")
            };
            Err(Failure::from(Problem {
                code: "not_found".to_owned(),
                message: format!("There is no person `{id_or_name}` in this library; it has: {known}."),
                hint: format!("Name one of them, or add this one with `circletake person add \"{id_or_name}\"`."),
            }))
        }
    }
}

fn words(decided: &DecisionResult) -> String {
    let reason = decided.reason.map(|reason| format!(" ({reason})")).unwrap_or_default();
    format!("{}: {} -> {}{reason}", decided.generation_id, decided.from, decided.to)
}
