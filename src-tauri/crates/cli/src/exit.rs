//! What a command ends with: 0 done, 1 done but some inputs failed, 2 usage, 3 library.

use circletake_app::view::Problem;
use std::process::ExitCode;

/// How a command that ran to its end ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// All of it.
    Fully,
    /// Some inputs failed; the output says which.
    SomeInputsFailed,
}

impl Done {
    /// Fully, unless something failed.
    pub fn unless(failed: bool) -> Self {
        if failed { Self::SomeInputsFailed } else { Self::Fully }
    }
}

impl From<Done> for ExitCode {
    fn from(done: Done) -> Self {
        match done {
            Done::Fully => Self::from(0),
            Done::SomeInputsFailed => Self::from(1),
        }
    }
}

/// Why a command could not do what it was asked.
#[derive(Debug)]
pub struct Failure {
    /// What happened and what to do.
    pub problem: Problem,
    kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Input,
    Usage,
    Library,
}

/// Problems of the library as a whole; everything else is about what was asked or given.
const LIBRARY_CODES: [&str; 13] = [
    "no_library",
    "not_a_library",
    "folder_not_empty",
    "newer_library",
    "older_library",
    "library_in_use",
    "library_read_only",
    "library_unreadable",
    "database_error",
    "migration_failed",
    "disk_error",
    "system",
    "worker_unavailable",
];

/// Problems of what was typed.
const USAGE_CODES: [&str; 15] = [
    "usage",
    "not_found",
    "unknown_status",
    "invalid",
    "unknown_column",
    "unknown_field",
    "already_there",
    "no_factor",
    "unknown_model",
    "unknown_combination",
    "not_said",
    "retired",
    "not_valid_then",
    "length_not_priced",
    "input_not_priced",
];

impl Failure {
    /// The command was given something that cannot be asked.
    pub fn usage(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::from(Problem {
            code: "usage".to_owned(),
            message: message.into(),
            hint: hint.into(),
        })
    }
    /// The system refused.
    pub fn system(doing: &str, error: &std::io::Error) -> Self {
        Self::from(Problem {
            code: "system".to_owned(),
            message: format!("Could not {doing}: {error}."),
            hint: "Check the disk and the permissions, then try again.".to_owned(),
        })
    }
    /// The exit code for scripts.
    pub fn exit_code(&self) -> ExitCode {
        ExitCode::from(match self.kind {
            Kind::Input => 1,
            Kind::Usage => 2,
            Kind::Library => 3,
        })
    }
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        let code = problem.code.as_str();
        let kind = if LIBRARY_CODES.contains(&code) {
            Kind::Library
        } else if USAGE_CODES.contains(&code) {
            Kind::Usage
        } else {
            Kind::Input
        };
        Self { problem, kind }
    }
}
