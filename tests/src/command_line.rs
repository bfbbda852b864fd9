//! The command line beside the app, on the same library.

use crate::built;
use crate::trouble::Trouble;
use camino::Utf8Path;
use serde_json::Value;
use std::process::Command;

/// What a command came to.
#[derive(Debug)]
pub struct Ran {
    /// As scripts read it.
    pub exit_code: Option<i32>,
    /// Standard output.
    pub output: String,
    /// Standard error.
    pub errors: String,
}

impl Ran {
    /// Runs `circletake` with these arguments.
    pub fn circletake(arguments: &[&str]) -> Result<Self, Trouble> {
        let ran = Command::new(built::command_line()?).args(arguments).output()?;
        Ok(Self {
            exit_code: ran.status.code(),
            output: String::from_utf8_lossy(&ran.stdout).into_owned(),
            errors: String::from_utf8_lossy(&ran.stderr).into_owned(),
        })
    }

    /// Runs it, and takes anything but success for trouble.
    pub fn done(arguments: &[&str]) -> Result<(), Trouble> {
        let ran = Self::circletake(arguments)?;
        if ran.exit_code == Some(0) {
            return Ok(());
        }
        Err(Trouble::Program {
            program: format!("circletake {}", arguments.join(" ")),
            detail: format!("{} {}", ran.output, ran.errors),
        })
    }

    /// Runs it with `--library` and `--json`, and reads what it prints.
    pub fn json(library: &Utf8Path, arguments: &[&str]) -> Result<Value, Trouble> {
        let all = [&["--library", library.as_str(), "--json"], arguments].concat();
        let ran = Self::circletake(&all)?;
        serde_json::from_str(&ran.output).map_err(|_| Trouble::Program {
            program: format!("circletake {}", all.join(" ")),
            detail: format!("{} {}", ran.output, ran.errors),
        })
    }
}
