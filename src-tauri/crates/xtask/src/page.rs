//! The page: its packages, its build, and what checks and tests it.

use crate::step::{self, Failed, Session};
use std::fs;
use std::process::Command;

/// Installs the page's packages as the lock file names them, where they are not there yet.
pub fn packages(session: &Session) -> Result<(), Failed> {
    if !step::has("npm") {
        return Err(Failed(
            "Node.js with npm is missing; version 20.19 or newer is needed".to_owned(),
        ));
    }
    let ui = session.root().join("ui");
    let modified = |file: &str| fs::metadata(ui.join(file)).and_then(|facts| facts.modified()).ok();
    // npm writes this file last, so it is older than the lock file whenever that has changed since.
    let installed = modified("node_modules/.package-lock.json");
    if installed.is_some() && installed >= modified("package-lock.json") {
        return Ok(());
    }
    session.step("page packages", npm(session).args(["ci", "--no-audit", "--no-fund"]))
}

/// Builds the page into `ui/dist`, from where it is embedded in the app.
pub fn build(session: &Session) -> Result<(), Failed> {
    packages(session)?;
    script(session, "build", "page build")
}

/// Runs one of the page's scripts.
pub fn script(session: &Session, script: &str, title: &str) -> Result<(), Failed> {
    session.step(title, npm(session).args(["run", "--silent", script]))
}

/// npm, in the page's folder.
pub fn npm(session: &Session) -> Command {
    let mut npm = session.program(if cfg!(windows) { "npm.cmd" } else { "npm" });
    npm.current_dir(session.root().join("ui"));
    npm
}
