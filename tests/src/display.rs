//! The display that windows open on: the caller's, or one of our own.

use crate::trouble::Trouble;
use std::env;
use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, Stdio};

/// A display; one of our own ends when this is dropped.
pub(crate) struct Display {
    name: String,
    server: Option<Child>,
}

impl Display {
    /// The caller's display where there is one, else a virtual one that is large enough for every window tested.
    pub(crate) fn find() -> Result<Self, Trouble> {
        match env::var("DISPLAY") {
            Ok(name) if !name.is_empty() => Ok(Self { name, server: None }),
            _ => Self::start(),
        }
    }

    /// As in the variable `DISPLAY`.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    fn start() -> Result<Self, Trouble> {
        let trouble = |detail: String| Trouble::Program {
            program: "Xvfb".to_owned(),
            detail,
        };
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1920x1200x24", "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(|error| trouble(format!("did not start ({error}); install the package xvfb")))?;
        let mut number = String::new();
        if let Some(output) = server.stdout.take() {
            BufReader::new(output).read_line(&mut number)?;
        }
        if number.trim().is_empty() {
            let mut said = String::new();
            if let Some(mut errors) = server.stderr.take() {
                errors.read_to_string(&mut said)?;
            }
            return Err(trouble(format!("ended at once: {}", said.trim())));
        }
        Ok(Self {
            name: format!(":{}", number.trim()),
            server: Some(server),
        })
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        if let Some(server) = &mut self.server {
            // Already gone is as good.
            let _ = server.kill();
            let _ = server.wait();
        }
    }
}
