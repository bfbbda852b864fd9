//! The TypeScript side of the border between page and app.

use crate::step::{Failed, Session};
use crate::test::FEATURES;

/// Writes it. The test that compares it with the Rust types does the writing when it is asked to.
pub fn write(session: &Session) -> Result<(), Failed> {
    // The whole workspace with the features of every other step: one package alone would have its dependencies built anew.
    let mut test = session.cargo([
        "test",
        "--quiet",
        "--workspace",
        "--features",
        FEATURES,
        "--lib",
        "ipc::bindings",
    ]);
    session.step("bindings", test.env("CIRCLETAKE_WRITE_BINDINGS", "1"))
}
