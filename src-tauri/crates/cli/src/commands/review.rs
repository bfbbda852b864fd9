//! `review-queue` and `decide`.

use super::Outcome;
use crate::arguments::{DecideArguments, ListChoice, ReviewQueueArguments};
use crate::exit::{Done, Failure};
use crate::library::ChosenLibrary;
use crate::output::Output;
use crate::table::table;
use circletake_app::OpenLibrary;
use circletake_app::view::Problem;
use circletake_app::view::library::PersonView;
use circletake_app::view::pilot::Scope;
use circletake_app::view::review::{
    Decision, DecisionRequest, DecisionResult, QueueList, QueueOrder, QueueRequest, ReviewItem, ReviewQueue,
};
use circletake_domain::frame::FrameIndex;
use circletake_domain::frame_range::FrameRange;
use circletake_domain::id::PersonId;
use circletake_domain::person::Role;

/// Prints a list of the review room.
pub async fn queue(library: &ChosenLibrary, arguments: ReviewQueueArguments, output: Output) -> Outcome {
    let library = library.to_read().await?;
    let queue = queue_in(&library, arguments).await;
    library.close().await;
    output.result(&queue?, queue_words);
    Ok(Done::Fully)
}

async fn queue_in(library: &OpenLibrary, arguments: ReviewQueueArguments) -> Result<ReviewQueue, Failure> {
    let mine = match &arguments.mine {
        Some(person) => Some(library.person(person).await?.id),
        None => None,
    };
    let request = QueueRequest {
        scope: match (arguments.brief, arguments.pilot) {
            (Some(brief), _) => Scope::Brief(brief),
            (None, Some(pilot)) => Scope::Pilot(pilot),
            (None, None) => Scope::Library,
        },
        mine,
        list: match arguments.list {
            ListChoice::Pending => QueueList::Pending,
            ListChoice::Held => QueueList::Held,
            ListChoice::Judged => QueueList::Judged,
        },
        order: if arguments.flagged_first {
            QueueOrder::FlaggedFirst
        } else {
            QueueOrder::OldestFirst
        },
        after: arguments.after,
        limit: arguments.limit,
    };
    Ok(library.review_queue(&request).await?)
}

fn queue_words(queue: &ReviewQueue) -> String {
    let row = |take: &ReviewItem| {
        let flags: Vec<&str> = take.flags.iter().map(|flag| flag.as_str()).collect();
        vec![
            take.generation_id.to_string(),
            take.brief_id.to_string(),
            take.status.to_string(),
            flags.join(", "),
            take.held_by.clone().unwrap_or_default(),
        ]
    };
    let counts = format!(
        "{} waiting, {} held, {} judged; {} of {} rejects say only `other`{}",
        queue.pending,
        queue.held,
        queue.judged,
        queue.rejected_other,
        queue.rejected,
        if queue.other_too_high {
            ", which is too many to learn from"
        } else {
            ""
        }
    );
    if queue.takes.is_empty() {
        return counts;
    }
    let more = match queue.takes.last() {
        Some(last) if queue.more => format!("\nmore: --after {}", last.generation_id),
        _ => String::new(),
    };
    let head = ["GENERATION", "BRIEF", "STATUS", "FLAGS", "HELD BY"];
    format!("{}\n{counts}{more}", table(&head, queue.takes.iter().map(row)))
}

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
    let good_part = good_part(&arguments)?;
    let person = decider(library, &arguments.person, output).await?;
    let request = DecisionRequest {
        generation_id: arguments.generation,
        person_id: person.id,
        decision,
        note: arguments.note,
        expected_status: None,
        good_part,
        minutes: arguments.minutes.map(|minutes| minutes.to_string()),
    };
    Ok(library.decide(&request).await?)
}

fn decision(arguments: &DecideArguments) -> Result<Decision, Failure> {
    let reasons = arguments.reasons.clone();
    if let Some(status) = arguments.to {
        Ok(Decision::MoveTo { status, reasons })
    } else if let Some(reason) = arguments.reject {
        Ok(Decision::Reject { reasons: vec![reason] })
    } else if !reasons.is_empty() {
        Ok(Decision::Reject { reasons })
    } else if arguments.keep_for_edit {
        Ok(Decision::KeepForEdit)
    } else if arguments.keep {
        Ok(Decision::Keep)
    } else {
        Err(Failure::usage(
            "No decision was given.",
            "Give one of --keep, --keep-for-edit, --reject REASON, --reasons A,B, --to STATUS.",
        ))
    }
}

/// The frames around the usable seconds, where both ends were given.
fn good_part(arguments: &DecideArguments) -> Result<Option<FrameRange>, Failure> {
    let (Some(first), Some(last)) = (arguments.first_good, arguments.last_good) else {
        return Ok(None);
    };
    let range = FrameRange::new(FrameIndex(first), FrameIndex(last));
    range.map(Some).map_err(|error| {
        Failure::usage(
            format!("--in and --out: {error}."),
            "Give the first frame with --in and the last with --out.",
        )
    })
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

pub(super) fn words(decided: &DecisionResult) -> String {
    let reason = decided.reason.map(|reason| format!(" ({reason})")).unwrap_or_default();
    format!("{}: {} -> {}{reason}", decided.generation_id, decided.from, decided.to)
}
