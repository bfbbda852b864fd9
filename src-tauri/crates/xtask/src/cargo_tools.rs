//! Programs of cargo's that are not part of it.

use crate::step::{self, Failed, Session};

/// Builds a tool where it is not there yet, from its whole version (`cargo install` takes no shorter one after the `@`); without optimisation, because building it is what takes the time.
pub fn install(session: &Session, tool: &str, version: &str) -> Result<(), Failed> {
    if step::has(&format!("{tool}{}", std::env::consts::EXE_SUFFIX)) {
        return Ok(());
    }
    let requirement = format!("{tool}@{version}");
    session.agree(&format!(
        "{tool} is missing. It would be built by: cargo install --locked {requirement}"
    ))?;
    let mut install = session.cargo(["install", "--locked", "--debug", "--quiet", &requirement]);
    session.step(&format!("installing {tool}"), &mut install)
}
