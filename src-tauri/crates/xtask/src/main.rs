//! Build, run, check, test, measure: everything a contributor or CI calls. No dependency but JSON, because it must build
//! before any system package is there; the work itself is done by the programs it calls.
#![expect(clippy::print_stdout, reason = "it talks to the person in the terminal")]

mod bindings;
mod cargo_tools;
mod check;
mod display;
mod layering;
mod measure;
mod page;
mod run;
mod step;
mod system_packages;
mod tally;
mod test;

use std::process::ExitCode;
use step::{Failed, Session};

const USAGE: &str = "\
cargo xtask run [--yes] [-- ARGUMENTS]       install what is missing, build the release, start it on the sample pilot
cargo xtask check [--yes]                    format, lints, docs, page checks, licences, bindings, layers
cargo xtask test [--yes] [FILTER]            every test, headless
cargo xtask bindings                         write the TypeScript types and client from the Rust types
cargo xtask bench ingest | frames | review | dashboard | grid | seals   measure
cargo xtask torture media --count N | kill   break things on purpose

Without --yes (or CI in the environment) every installation is shown and asked for first.";

fn main() -> ExitCode {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let ours = arguments
        .iter()
        .position(|argument| argument == "--")
        .unwrap_or(arguments.len());
    let (yes, rest): (Vec<_>, Vec<_>) = arguments.drain(..ours).partition(|argument| argument == "--yes");
    let passed_on: Vec<String> = arguments.into_iter().skip(1).collect();
    let session = match Session::new(!yes.is_empty() || std::env::var_os("CI").is_some()) {
        Ok(session) => session,
        Err(failed) => return stop(&failed),
    };
    let rest: Vec<&str> = rest.iter().map(String::as_str).collect();
    let done = match rest.as_slice() {
        ["run"] => run::run(&session, &passed_on),
        ["check"] => check::check(&session),
        ["test"] => test::test(&session, None),
        ["test", filter] => test::test(&session, Some(filter)),
        ["bindings"] => bindings::write(&session),
        ["bench", bench, more @ ..] => measure::bench(&session, bench, more),
        ["torture", torture, more @ ..] => measure::torture(&session, torture, more),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    session.say_times();
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failed) => stop(&failed),
    }
}

fn stop(failed: &Failed) -> ExitCode {
    eprintln!("\nxtask: {failed}");
    ExitCode::FAILURE
}
