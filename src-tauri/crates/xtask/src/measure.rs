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
    let (package, torture) = match name {
        "media" => ("circletake-media", "torture_media"),
        "kill" => ("circletake-app", "torture_kill"),
        other => {
            return Err(Failed(format!(
                "there is no torture `{other}`; there are media and kill"
            )));
        }
    };
    let mut command = session.cargo(["bench", "--package", package, "--bench", torture, "--"]);
    session.step(&format!("torture {name}"), command.args(more))
}
