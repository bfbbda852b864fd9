//! A display of our own for tests, so that they run the same in a terminal, on a desktop and in CI.

use crate::step::{Failed, Session};
use std::io::{BufRead, BufReader};
use std::process::{Child, Stdio};

/// A virtual display; it ends when this is dropped.
pub struct Display {
    server: Child,
    /// As in the variable `DISPLAY`.
    pub name: String,
}

impl Display {
    /// Starts one on a free number.
    pub fn start(session: &Session) -> Result<Self, Failed> {
        let mut server = session
            .program("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1920x1200x24", "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| Failed(format!("Xvfb could not be started: {error}")))?;
        let mut number = String::new();
        if let Some(output) = server.stdout.take() {
            let _ = BufReader::new(output).read_line(&mut number);
        }
        let name = format!(":{}", number.trim());
        let display = Self { server, name };
        if number.trim().is_empty() {
            return Err(Failed("Xvfb ended at once".to_owned()));
        }
        Ok(display)
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        // Already gone is as good.
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
