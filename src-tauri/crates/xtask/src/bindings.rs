//! The TypeScript side of the border between page and app.

use crate::step::{Failed, Session};

/// Writes it. The test that compares it with the Rust types does the writing when it is asked to.
pub fn write(session: &Session) -> Result<(), Failed> {
    let mut test = session.cargo([
        "test",
        "--quiet",
        "--package",
        "circletake-desktop",
        "--lib",
        "ipc::bindings",
    ]);
    session.step("bindings", test.env("CIRCLETAKE_WRITE_BINDINGS", "1"))
}
