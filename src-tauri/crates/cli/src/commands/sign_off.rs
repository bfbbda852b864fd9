//! `gate`, `sign` and `sign-off-sheet`.

use super::review::{decider, words};
use super::{Outcome, passphrase};
use crate::arguments::{GateArguments, SheetArguments, SheetKind, SignArguments};
use crate::exit::{Done, Failure};
use crate::library::{ChosenLibrary, absolute};
use crate::output::Output;
use crate::table::table;
use circletake_app::OpenLibrary;
use circletake_app::view::pilot::Scope;
use circletake_app::view::review::DecisionResult;
use circletake_app::view::sign_off::{AnswerRequest, DeskView, GateView, SheetFormat, SheetSubject, SignRequest};
use circletake_domain::gate::{GateAnswer, GateKey};
use circletake_domain::id::ContentHash;
use serde::Serialize;

/// Answers a gate, or prints what is asked.
pub async fn gate(library: &ChosenLibrary, arguments: GateArguments, output: Output) -> Outcome {
    let Some(gate) = arguments.gate else {
        let library = library.to_write_if_free().await?;
        let desk = library.desk(&arguments.generation).await;
        library.close().await;
        output.result(&desk?, desk_words);
        return Ok(Done::Fully);
    };
    let library = library.to_write().await?;
    let answered = answer(&library, gate, arguments, output).await;
    library.close().await;
    output.result(&answered?, |gate| gate_words(gate).join("  "));
    Ok(Done::Fully)
}

async fn answer(
    library: &OpenLibrary,
    gate: GateKey,
    arguments: GateArguments,
    output: Output,
) -> Result<GateView, Failure> {
    let answer = match (arguments.fail, arguments.not_applicable) {
        (Some(reason), _) => GateAnswer::Failed { reason },
        (None, Some(why)) => GateAnswer::NotApplicable { why },
        (None, None) => GateAnswer::Passed,
    };
    let person = decider(library, &arguments.person.unwrap_or_default(), output).await?;
    let request = AnswerRequest {
        generation_id: arguments.generation,
        gate,
        person_id: person.id,
        answer,
        frame: arguments.frame,
    };
    let desk = library.answer_gate(&request).await?;
    let answered = desk.gates.into_iter().find(|asked| asked.key == gate);
    answered.ok_or_else(|| Failure::usage(format!("`{gate}` is not asked any more."), "Look at what is asked now."))
}

fn desk_words(desk: &DeskView) -> String {
    let hash = desk.content_hash.as_ref().map_or("no clip", ContentHash::as_str);
    let rows = table(&["GATE", "ANSWER", "BY", "WHY"], desk.gates.iter().map(gate_words));
    let changed = if desk.file_changed {
        "\nIts file holds other bytes than these: nothing can be signed."
    } else {
        ""
    };
    let sign_offs: Vec<String> = desk
        .sign_offs
        .iter()
        .map(|sign_off| {
            let void = sign_off
                .void_reason
                .map(|why| format!(", void: {why}"))
                .unwrap_or_default();
            format!(
                "\nv{} signed by {} at {}{void}",
                sign_off.version, sign_off.person_name, sign_off.at
            )
        })
        .collect();
    format!(
        "{} {} {hash}{changed}\n{rows}{}",
        desk.generation_id,
        desk.status,
        sign_offs.concat()
    )
}

fn gate_words(gate: &GateView) -> Vec<String> {
    let name = match &gate.item {
        Some(item) => format!("{} ({item})", gate.key),
        None => gate.key.to_string(),
    };
    let Some(answer) = &gate.answer else {
        return vec![name, "open".to_owned()];
    };
    let frame = answer
        .frame
        .map(|frame| format!(" at frame {frame}"))
        .unwrap_or_default();
    vec![
        name,
        format!("{}{frame}", answer.verdict),
        answer.person_name.clone(),
        answer.words.clone().unwrap_or_default(),
    ]
}

/// Signs.
pub async fn sign(library: &ChosenLibrary, arguments: SignArguments, output: Output) -> Outcome {
    let library = library.to_write().await?;
    let signed = sign_in(&library, arguments, output).await;
    library.close().await;
    output.result(&signed?, words);
    Ok(Done::Fully)
}

async fn sign_in(library: &OpenLibrary, arguments: SignArguments, output: Output) -> Result<DecisionResult, Failure> {
    let person = decider(library, &arguments.person, output).await?;
    let given = if person.has_passphrase {
        let question = format!("Passphrase of {}: ", person.name);
        Some(passphrase::read(arguments.passphrase_fd, &question)?)
    } else {
        None
    };
    let request = SignRequest {
        generation_id: arguments.generation,
        person_id: person.id,
        passphrase: given,
        note: arguments.note,
        content_hash: None,
    };
    Ok(library.sign(&request).await?)
}

#[derive(Serialize)]
struct WrittenSheet {
    path: String,
    generations: u32,
}

/// Writes a sign-off sheet.
pub async fn sheet(library: &ChosenLibrary, arguments: SheetArguments, output: Output) -> Outcome {
    let path = absolute(&arguments.output)?;
    let format = match arguments.format {
        Some(SheetKind::Csv) => SheetFormat::Csv,
        None if path
            .extension()
            .is_some_and(|ending| ending.eq_ignore_ascii_case("csv")) =>
        {
            SheetFormat::Csv
        }
        Some(SheetKind::Html) | None => SheetFormat::Html,
    };
    let subject = match (arguments.brief, arguments.pilot) {
        (Some(id), _) => SheetSubject::Scope {
            scope: Scope::Brief(id),
        },
        (None, Some(id)) => SheetSubject::Scope {
            scope: Scope::Pilot(id),
        },
        (None, None) => SheetSubject::Generations {
            generations: arguments.generations,
        },
    };
    let library = library.to_write_if_free().await?;
    let written = library.write_sign_off_sheet(&subject, format, &path).await;
    library.close().await;
    let written = WrittenSheet {
        generations: written?,
        path: path.into_string(),
    };
    output.result(&written, |written| {
        format!("{}: {} on it", written.path, written.generations)
    });
    Ok(Done::Fully)
}
