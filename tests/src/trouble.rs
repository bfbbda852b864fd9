//! What can go wrong while driving the app, and where in the test it did.

use std::fmt;
use std::panic::Location;

/// Something the driven app did not do, or the machinery around it.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// The app or the command line was not built.
    #[error("{what} is not at {path}; build it first: `cargo xtask test` does")]
    NotBuilt {
        /// What is missing.
        what: &'static str,
        /// Where it was looked for.
        path: String,
    },
    /// A program the tests need did not start or did not answer.
    #[error("{program}: {detail}")]
    Program {
        /// The program.
        program: String,
        /// What it did instead.
        detail: String,
    },
    /// Something on the page did not come in time.
    #[error("waited {seconds} s for {what}; {seen}")]
    NotSeen {
        /// What was waited for.
        what: String,
        /// How long.
        seconds: u64,
        /// What was there instead.
        seen: String,
    },
    /// The page broke a rule that holds for every test.
    #[error("{rule}: {detail}")]
    Broken {
        /// The rule.
        rule: &'static str,
        /// How it was broken.
        detail: String,
    },
    /// The page answered with something else than the test can read.
    #[error("the page answered {0}")]
    Answer(String),
    /// WebDriver refused a command.
    #[error("WebDriver: {0}")]
    Driver(#[from] fantoccini::error::CmdError),
    /// WebDriver could not start the app.
    #[error("WebDriver did not start the app: {0}")]
    Session(#[from] fantoccini::error::NewSessionError),
    /// The display refused a request.
    #[error("display: {0}")]
    Display(String),
    /// A screenshot could not be read.
    #[error("screenshot: {0}")]
    Picture(#[from] image::ImageError),
    /// Something was not JSON.
    #[error("not JSON: {0}")]
    Json(#[from] serde_json::Error),
    /// The file system or a socket.
    #[error("{0}")]
    Io(#[from] std::io::Error),
}

/// A trouble and the line of the test that met it.
pub struct Failure {
    trouble: Trouble,
    at: &'static Location<'static>,
}

/// What a test gives back.
pub type TestResult = Result<(), Failure>;

impl<Cause: Into<Trouble>> From<Cause> for Failure {
    #[track_caller]
    fn from(cause: Cause) -> Self {
        Self {
            trouble: cause.into(),
            at: Location::caller(),
        }
    }
}

impl fmt::Debug for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} (at {}:{})", self.trouble, self.at.file(), self.at.line())
    }
}
