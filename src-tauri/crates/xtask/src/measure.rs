//! Benches and tortures. They live beside what they measure; this only calls them.

use crate::step::{Failed, Session};

/// Measures, on a release build.
pub fn bench(session: &Session, name: &str, more: &[&str]) -> Result<(), Failed> {
    let bench = match name {
        "ingest" => "ingest",
        "frames" => "frames",
        other => {
            return Err(Failed(format!(
                "there is no bench `{other}`; there are ingest and frames"
            )));
        }
    };
    let mut command = session.cargo(["bench", "--package", "circletake-media", "--bench", bench, "--"]);
    session.step(&format!("bench {bench}"), command.args(more))
}

/// Breaks things on purpose, on a release build.
pub fn torture(session: &Session, name: &str, more: &[&str]) -> Result<(), Failed> {
    let program: &[&str] = match name {
        "media" => &["bench", "--package", "circletake-media", "--bench", "torture_media"],
        // A program rather than a bench: it kills copies of itself, and the app's tests use it as their worker.
        "kill" => &[
            "run",
            "--release",
            "--package",
            "circletake-app",
            "--bin",
            "torture-kill",
        ],
        other => {
            return Err(Failed(format!(
                "there is no torture `{other}`; there are media and kill"
            )));
        }
    };
    let mut command = session.cargo(program.iter().copied().chain(["--"]));
    session.step(&format!("torture {name}"), command.args(more))
}
