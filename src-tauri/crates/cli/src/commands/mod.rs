//! Each command: asks a use case and prints what came of it.

mod clip;

use crate::arguments::{Arguments, Command};
use crate::exit::{Done, Failure};
use crate::output::Output;
use clap::CommandFactory;
use tokio_util::sync::CancellationToken;

/// What a command came to.
pub type Outcome = Result<Done, Failure>;

/// Runs the command.
pub async fn run(arguments: Arguments, output: Output) -> Outcome {
    let cancel = stop_on_interrupt();
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
        _ => Err(Failure::usage("not yet", "")),
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
