//! The one place that prints: results on standard output, everything else on standard error.
#![expect(clippy::print_stderr, reason = "printing is what this module is for")]

use crate::exit::Failure;
use serde::Serialize;
use std::io::{self, Write};
use std::process::ExitCode;

/// Where and how results are printed.
#[derive(Debug, Clone, Copy)]
pub struct Output {
    json: bool,
}

#[expect(
    clippy::unused_self,
    reason = "whoever prints holds an Output; which of its calls look into it is its own matter"
)]
impl Output {
    /// For people, or as JSON for scripts.
    pub fn new(json: bool) -> Self {
        Self { json }
    }
    /// Whether scripts read it.
    pub fn is_json(self) -> bool {
        self.json
    }
    /// Prints a result: as JSON for scripts, in words for people.
    pub fn result<T: Serialize>(self, value: &T, words: impl FnOnce(&T) -> String) {
        if self.json {
            self.json_line(value);
        } else {
            self.line(words(value).trim_end());
        }
    }
    /// Prints one JSON document on a line of its own, whoever reads.
    pub fn json_line<T: Serialize>(self, value: &T) {
        match serde_json::to_string(value) {
            Ok(text) => self.line(&text),
            Err(error) => eprintln!("circletake: a result could not be written as JSON: {error}"),
        }
    }
    /// Prints a line of a result. A reader that stopped reading (`| head`) ends the program in silence.
    pub fn line(self, text: &str) {
        if writeln!(io::stdout().lock(), "{text}").is_err() {
            std::process::exit(0);
        }
    }
    /// Prints bytes as they are.
    pub fn bytes(self, bytes: &[u8]) {
        if io::stdout().lock().write_all(bytes).is_err() {
            std::process::exit(0);
        }
    }
    /// Tells people something beside the result.
    pub fn note(self, text: &str) {
        eprintln!("{text}");
    }
    /// Tells why the command could not be done, and ends with its code. Scripts get it as `{"error": ...}`.
    pub fn failure(self, failure: &Failure) -> ExitCode {
        let problem = &failure.problem;
        if self.json {
            self.json_line(&serde_json::json!({ "error": problem }));
        } else {
            eprintln!("circletake: {}", problem.message);
            eprintln!("{}", problem.hint);
        }
        failure.exit_code()
    }
}
