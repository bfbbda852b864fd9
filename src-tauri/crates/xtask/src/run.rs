//! From a fresh clone to the sample pilot in a window.

use crate::page;
use crate::step::{Failed, Session};
use crate::system_packages::{self, Purpose};

/// Installs what is missing, builds, starts. Arguments behind `--` go to the app instead of `--sample`.
pub fn run(session: &Session, arguments: &[String]) -> Result<(), Failed> {
    system_packages::install(session, Purpose::Run)?;
    page::build(session)?;
    let build = [
        "build",
        "--release",
        "--package",
        "circletake-desktop",
        "--features",
        "custom-protocol",
    ];
    session.step("app build", &mut session.cargo(build))?;
    println!("\nCircletake opens on its sample pilot; `cargo xtask run -- --library DIR` opens a library of yours.");
    let app = session
        .target()
        .join("release")
        .join(format!("circletake-desktop{}", std::env::consts::EXE_SUFFIX));
    let sample = ["--sample".to_owned()];
    let arguments = if arguments.is_empty() { &sample } else { arguments };
    session.step("Circletake", session.program(app).args(arguments))
}
