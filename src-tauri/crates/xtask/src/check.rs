//! Everything that can be said about the code without running it.

use crate::step::{self, Failed, Session};
use crate::system_packages::{self, Purpose};
use crate::test::{FEATURES, TARGETS};
use crate::{cargo_tools, layering, page};
use std::path::Path;

/// Runs every check; the first that fails ends it.
pub fn check(session: &Session) -> Result<(), Failed> {
    system_packages::install(session, Purpose::Run)?;
    layering::check(session)?;
    session.step("format", &mut session.cargo(["fmt", "--all", "--check"]))?;
    page::build(session)?;
    page::script(session, "check", "page types")?;
    page::script(session, "lint", "page lint")?;
    page::script(session, "knip", "page leftovers")?;
    let clippy = [
        "clippy",
        "--workspace",
        "--all-targets",
        "--features",
        FEATURES,
        "--",
        "--deny",
        "warnings",
    ];
    session.step("lints", &mut session.cargo(clippy))?;
    let mut doc = session.cargo(["doc", "--workspace", "--no-deps", "--features", FEATURES]);
    session.step("docs", doc.env("RUSTDOCFLAGS", "--deny warnings"))?;
    // Built as `cargo xtask test` builds it, so that nothing is compiled for this alone.
    let mut bindings = session.cargo(["test", "--quiet", "--workspace", "--features", FEATURES]);
    session.step("bindings", bindings.args(TARGETS).arg("ipc::bindings"))?;
    dependencies(session)
}

/// Licences, sources and doubled crates always; known vulnerabilities where their list can be had.
fn dependencies(session: &Session) -> Result<(), Failed> {
    cargo_tools::install(session, "cargo-deny", "0.20.2")?;
    let deny = |arguments: &[&str]| {
        let mut deny = session.cargo(["deny", "--config", ".cargo/deny.toml"]);
        deny.args(arguments);
        deny
    };
    // The tree of every system is judged, so every crate has to be there.
    session.step(
        "crates of every system",
        &mut session.cargo(["fetch", "--locked", "--quiet"]),
    )?;
    session.step(
        "dependencies",
        deny(&["--offline", "check", "bans", "licenses", "sources"]).env("CARGO_NET_OFFLINE", "true"),
    )?;
    if advisory_list(session) {
        session.step("advisories", &mut deny(&["check", "advisories", "--disable-fetch"]))
    } else {
        println!("\n== advisories: skipped: no advisory database");
        Ok(())
    }
}

/// Fetches the list of known vulnerabilities, or finds one fetched before.
fn advisory_list(session: &Session) -> bool {
    let mut fetch = session.cargo(["deny", "--config", ".cargo/deny.toml", "fetch", "db"]);
    if step::output(&mut fetch).is_ok() {
        return true;
    }
    let home = std::env::var_os("CARGO_HOME").map(Into::into);
    let home = home.or_else(|| std::env::home_dir().map(|home| home.join(".cargo")));
    let lists = home.map(|home| Path::new(&home).join("advisory-dbs"));
    let list = |found: std::fs::DirEntry| found.path().join("crates").is_dir();
    lists.is_some_and(|lists| lists.read_dir().is_ok_and(|found| found.flatten().any(list)))
}
