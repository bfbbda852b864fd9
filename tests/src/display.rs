//! The display that a window opens on: one for each app, because windows on one display hide each other from being read.

use crate::trouble::Trouble;
use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, Stdio};

/// A virtual display, large enough for every window tested; it ends when this is dropped.
pub(crate) struct Display {
    name: String,
    server: Child,
}

impl Display {
    /// As in the variable `DISPLAY`.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    pub(crate) fn start() -> Result<Self, Trouble> {
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
            server,
        })
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        // Already gone is as good.
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
