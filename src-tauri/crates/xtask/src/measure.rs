//! Benches and tortures. They live beside what they measure; this only calls them.

use crate::display::Display;
use crate::page;
use crate::run;
use crate::step::{Failed, Session};
use crate::system_packages::{self, Purpose};
use crate::test::FEATURES;

/// Measures, on a release build.
pub fn bench(session: &Session, name: &str, more: &[&str]) -> Result<(), Failed> {
    if name == "review" {
        return review(session);
    }
    if name == "seals" {
        return seals(session);
    }
    let (package, purpose) = match name {
        // On clips that the `ffmpeg` command line makes.
        "ingest" | "frames" => ("circletake-media", Purpose::Test),
        "dashboard" | "grid" => ("circletake-app", Purpose::Run),
        other => {
            return Err(Failed(format!(
                "there is no bench `{other}`; there are ingest, frames, review, dashboard, grid and seals"
            )));
        }
    };
    system_packages::install(session, purpose)?;
    let mut command = session.cargo(["bench", "--package", package, "--bench", name, "--"]);
    session.step(&format!("bench {name}"), command.args(more))
}

/// The review room, in the app as people run it, on a display of its own. What drives it is built as for tests.
fn review(session: &Session) -> Result<(), Failed> {
    system_packages::install(session, Purpose::Test)?;
    page::build(session)?;
    let app = run::build_app(session)?;
    let mut build = session.cargo(["build", "--workspace", "--features", FEATURES, "--bins"]);
    session.step("build of the command line", &mut build)?;
    let display = Display::start(session)?;
    let mut bench = session.cargo(["test", "--workspace", "--features", FEATURES, "--bench", "review"]);
    bench.env("DISPLAY", &display.name).env("CIRCLETAKE_APP", app);
    session.step("bench review", &mut bench)
}

/// What sealing every row costs: a test that measures, because only from within can sealing be left out.
fn seals(session: &Session) -> Result<(), Failed> {
    system_packages::install(session, Purpose::Run)?;
    let mut command = session.cargo(["test", "--release", "--package", "circletake-store", "--lib", "--"]);
    command.args(["--ignored", "--nocapture", "what_sealing_costs"]);
    session.step("bench seals", &mut command)
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
