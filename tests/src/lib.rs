//! Drives the built app as a person would: through its window, its keyboard and what it paints.
//!
//! A test says [`in_app`] and gets an [`App`] with a home, a display and a WebDriver of its own. Whatever the test does
//! ends with the same question: did the page break its content security policy, or fail without a word?

mod accessibility;
mod app;
mod built;
mod command_line;
mod display;
mod driver;
mod drop_files;
mod figures;
mod keyboard;
mod latency;
mod page;
mod painted;
mod plain_http;
mod sandbox;
mod session_bus;
mod trouble;
mod window;

pub use app::{App, Start, in_app};
pub use built::repository;
pub use command_line::Ran;
pub use figures::figure;
pub use latency::Latencies;
pub use painted::{Paint, Picture};
pub use plain_http::{Answer, get};
pub use sandbox::Sandbox;
pub use trouble::{Failure, TestResult, Trouble};
