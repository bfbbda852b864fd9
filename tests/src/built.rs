//! Where the built programs are.

use crate::trouble::Trouble;
use camino::{Utf8Path, Utf8PathBuf};
use std::env;

/// The root of the repository.
pub fn repository() -> Utf8PathBuf {
    let tests = Utf8Path::new(env!("CARGO_MANIFEST_DIR"));
    tests.parent().unwrap_or(tests).to_owned()
}

/// The app: `$CIRCLETAKE_APP`, or the debug build of the workspace.
pub(crate) fn app() -> Result<Utf8PathBuf, Trouble> {
    program("CIRCLETAKE_APP", "the app", "circletake-desktop")
}

/// The command line: `$CIRCLETAKE_CLI`, or the debug build of the workspace.
pub(crate) fn command_line() -> Result<Utf8PathBuf, Trouble> {
    program("CIRCLETAKE_CLI", "the command line", "circletake")
}

/// Where pictures of what the tests saw are kept.
pub(crate) fn pictures() -> Utf8PathBuf {
    target().join("end-to-end")
}

fn program(variable: &str, what: &'static str, name: &str) -> Result<Utf8PathBuf, Trouble> {
    let path = env::var(variable).map_or_else(|_| target().join("debug").join(name), Utf8PathBuf::from);
    if path.is_file() {
        Ok(path)
    } else {
        Err(Trouble::NotBuilt {
            what,
            path: path.to_string(),
        })
    }
}

fn target() -> Utf8PathBuf {
    env::var("CARGO_TARGET_DIR").map_or_else(|_| repository().join("target"), Utf8PathBuf::from)
}
