//! Benches and tortures. They live beside what they measure; this only calls them.

use crate::display::Display;
use crate::page;
use crate::step::{Failed, Session};
use crate::system_packages::{self, Purpose};
use crate::test::FEATURES;

/// Measures, on a release build.
pub fn bench(session: &Session, name: &str, more: &[&str]) -> Result<(), Failed> {
    if name == "review" {
        return review(session);
    }
    let (package, purpose) = match name {
        // On clips that the `ffmpeg` command line makes.
        "ingest" | "frames" => ("circletake-media", Purpose::Test),
        "dashboard" => ("circletake-app", Purpose::Run),
        other => {
            return Err(Failed(format!(
                "there is no bench `{other}`; there are ingest, frames, review and dashboard"
            )));
        }
    };
    system_packages::install(session, purpose)?;
    let mut command = session.cargo(["bench", "--package", package, "--bench", name, "--"]);
    session.step(&format!("bench {name}"), command.args(more))
}

/// The review room, in the app as it is built for tests, on a display of its own.
fn review(session: &Session) -> Result<(), Failed> {
    system_packages::install(session, Purpose::Test)?;
    page::build(session)?;
    let mut build = session.cargo(["build", "--workspace", "--features", FEATURES, "--bins"]);
    session.step("build", &mut build)?;
    let display = Display::start(session)?;
    // As a test, because a bench would be built with optimisation, and everything else with it.
    let mut bench = session.cargo(["test", "--workspace", "--features", FEATURES, "--bench", "review"]);
    session.step("bench review", bench.env("DISPLAY", &display.name))
}

/// Breaks things on purpose, on a release build.
pub fn torture(session: &Session, name: &str, more: &[&str]) -> Result<(), Failed> {
    let (program, purpose): (&[&str], _) = match name {
        "media" => (
            &["bench", "--package", "circletake-media", "--bench", "torture_media"],
            Purpose::Test,
        ),
        // A program rather than a bench: it kills copies of itself, and the app's tests use it as their worker.
        "kill" => (
            &[
                "run",
                "--release",
                "--package",
                "circletake-app",
                "--bin",
                "torture-kill",
            ],
            Purpose::Run,
        ),
        other => {
            return Err(Failed(format!(
                "there is no torture `{other}`; there are media and kill"
            )));
        }
    };
    system_packages::install(session, purpose)?;
    let mut command = session.cargo(program.iter().copied().chain(["--"]));
    session.step(&format!("torture {name}"), command.args(more))
}
