//! The `circletake` command: every use case without a window.
//!
//! `arguments` says what can be asked, `commands` asks it of `app`, `output` is the one place that prints.

mod arguments;
mod commands;
mod exit;
mod library;
mod output;
mod progress;
mod table;

use arguments::Arguments;
use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    circletake_app::serve_if_asked();
    let arguments = Arguments::parse();
    let output = output::Output::new(arguments.json);
    let runtime = match tokio::runtime::Runtime::new() {
        Ok(runtime) => runtime,
        Err(error) => return output.failure(&exit::Failure::system("start", &error)),
    };
    match runtime.block_on(commands::run(arguments, output)) {
        Ok(done) => done.into(),
        Err(failure) => output.failure(&failure),
    }
}
