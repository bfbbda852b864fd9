//! A worker by itself, for tests and benches; the app and the command line are their own workers.

use std::process::ExitCode;

fn main() -> ExitCode {
    circletake_media::worker::serve_if_asked();
    ExitCode::from(2)
}
