//! Each command: asks a use case and prints what came of it.

mod briefs;
mod clip;
mod edit;
mod estimate;
mod history;
mod ingest;
mod library;
mod log;
mod notes;
mod passphrase;
mod pilot_report;
mod planning;
mod prices;
mod prompts;
mod report;
mod review;
mod run_plan;
mod sign_off;
mod verify;

use crate::arguments::{Arguments, Command};
use crate::exit::{Done, Failure};
use crate::library::ChosenLibrary;
use crate::output::Output;
use clap::CommandFactory;
use tokio_util::sync::CancellationToken;

/// What a command came to.
pub type Outcome = Result<Done, Failure>;

/// Runs the command.
pub async fn run(arguments: Arguments, output: Output) -> Outcome {
    let cancel = stop_on_interrupt();
    let library = ChosenLibrary::new(arguments.library, output);
    match arguments.command {
        Command::Probe { files } => clip::probe(&files, output, &cancel).await,
        Command::Frames { file } => clip::frames(&file, output, &cancel).await,
        Command::Frame {
            file,
            index,
            output: picture,
        } => clip::frame(&file, index, &picture, output, &cancel).await,
        Command::Poster {
            file,
            output: picture,
            width,
        } => clip::poster(&file, width, &picture, output, &cancel).await,
        Command::Strip {
            file,
            output: picture,
            tiles,
        } => clip::strip(&file, tiles, &picture, output, &cancel).await,
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Arguments::command(), "circletake", &mut script);
            output.bytes(&script);
            Ok(Done::Fully)
        }
        Command::Init { dir, name, currency } => library::init(&dir, name.as_deref(), currency, output).await,
        Command::Sample { dir } => library::sample(&dir, output, &cancel).await,
        Command::Doctor { fix } => library::doctor(&library, fix, output, &cancel).await,
        Command::Verify => verify::verify(&library, output, &cancel).await,
        Command::Backup { file } => library::backup(&library, &file, output).await,
        Command::Pilot(command) => planning::pilot(&library, command, output).await,
        Command::Brief(command) => briefs::brief(&library, command, output).await,
        Command::Person(command) => planning::person(&library, command, output).await,
        Command::Ingest(arguments) => ingest::ingest(&library, arguments, output, &cancel).await,
        Command::Log(command) => log::log(&library, command, output, &cancel).await,
        Command::ReviewQueue(arguments) => review::queue(&library, arguments, output).await,
        Command::Decide(arguments) => review::decide(&library, arguments, output).await,
        Command::Note(arguments) => notes::note(&library, arguments, output).await,
        Command::Notes(command) => notes::notes(&library, command, output, &cancel).await,
        Command::AddVersion(arguments) => edit::add_version(&library, arguments, output, &cancel).await,
        Command::History(arguments) => history::history(&library, arguments, output).await,
        Command::Gate(arguments) => sign_off::gate(&library, arguments, output).await,
        Command::Sign(arguments) => sign_off::sign(&library, arguments, output).await,
        Command::SignOffSheet(arguments) => sign_off::sheet(&library, arguments, output).await,
        Command::Prices(command) => prices::prices(&library, command, output).await,
        Command::Estimate(command) => estimate::estimate(&library, command, output).await,
        Command::Prompt(command) => prompts::prompt(&library, command, output).await,
        Command::ComparePrompts(arguments) => prompts::compare(&library, arguments, output).await,
        Command::Report(arguments) => report::report(&library, arguments, output).await,
    }
}

/// The first Ctrl-C stops what is running and lets it say how far it came; the second ends the program.
fn stop_on_interrupt() -> CancellationToken {
    let cancel = CancellationToken::new();
    let stopped = cancel.clone();
    tokio::spawn(async move {
        while tokio::signal::ctrl_c().await.is_ok() {
            if stopped.is_cancelled() {
                std::process::exit(130);
            }
            stopped.cancel();
        }
    });
    cancel
}
