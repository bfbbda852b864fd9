//! The page: its packages, its build, and what checks and tests it.

use crate::step::{self, Failed, Session};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
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

/// Builds the page into `ui/dist`, from where it is embedded in the app. A page that came out as it was stays untouched: the app would be
/// built around it anew, which takes minutes.
pub fn build(session: &Session) -> Result<(), Failed> {
    packages(session)?;
    let ui = session.root().join("ui");
    let (fresh, dist) = (ui.join("node_modules/.dist"), ui.join("dist"));
    let mut build = npm(session);
    build
        .args(["run", "--silent", "build", "--", "--emptyOutDir", "--outDir"])
        .arg(&fresh);
    session.step("page build", &mut build)?;
    let replaced = |error: std::io::Error| Failed(format!("the page could not be put in place: {error}"));
    if files_below(&fresh).map_err(replaced)? == files_below(&dist).unwrap_or_default() {
        return Ok(());
    }
    if dist.exists() {
        fs::remove_dir_all(&dist).map_err(replaced)?;
    }
    fs::rename(&fresh, &dist).map_err(replaced)
}

/// Every file below a folder, by its path in it, with its bytes.
fn files_below(folder: &Path) -> std::io::Result<BTreeMap<PathBuf, Vec<u8>>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(inner) = folders.pop() {
        for entry in fs::read_dir(inner)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap_or(&path).to_owned();
                files.insert(name, fs::read(&path)?);
            }
        }
    }
    Ok(files)
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
