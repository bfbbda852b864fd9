//! Every test, headless.

use crate::display::Display;
use crate::page;
use crate::step::{Failed, Session};
use crate::system_packages::{self, Purpose};
use crate::tally::Tally;

/// One set of features for everything, so that everything is compiled once: the app with its page in it, the dialogs that a
/// test answers, and the tests that drive it.
pub const FEATURES: &str =
    "circletake-desktop/custom-protocol,circletake-desktop/given-answers,circletake-tests/end-to-end";

/// What is built and tested: not the benches and tortures, which would run.
pub const TARGETS: [&str; 3] = ["--lib", "--bins", "--tests"];

/// Builds the app and runs the tests of Rust, of the page, and of the built app; with a filter, only those of Rust that
/// carry it in their name.
pub fn test(session: &Session, filter: Option<&str>) -> Result<(), Failed> {
    system_packages::install(session, Purpose::Test)?;
    page::build(session)?;
    // The tests in `tests/` drive the built programs, so these come first; together with the tests, because without them
    // cargo picks other features of shared crates and builds half of everything twice.
    let mut build = session.cargo(["build", "--workspace", "--features", FEATURES]);
    session.step("build", build.args(TARGETS))?;
    let display = Display::start(session)?;
    // What the tests measured in the built app; none of an earlier run.
    let figures = session.target().join("end-to-end").join("figures.txt");
    let _ = std::fs::remove_file(&figures);
    let mut tally = Tally::default();
    let mut tests = session.cargo(["test", "--workspace", "--no-fail-fast", "--features", FEATURES]);
    tests.args(TARGETS).args(filter).env("DISPLAY", &display.name);
    tally.step(session, "tests of Rust and of the built app", &mut tests)?;
    if filter.is_none() {
        let docs = ["test", "--workspace", "--doc", "--features", FEATURES];
        tally.step(session, "examples in the documentation", &mut session.cargo(docs))?;
        tally.step(
            session,
            "tests of the page",
            page::npm(session).args(["run", "--silent", "test"]),
        )?;
    }
    if let Ok(figures) = std::fs::read_to_string(&figures) {
        println!("\n{figures}");
    }
    println!("\n{tally}");
    session.failures()
}
