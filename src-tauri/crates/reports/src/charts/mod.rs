//! The charts of a report, each one SVG string that the page and the PDF share. Light, still, and readable in grey.

mod bars;
mod drawing;
mod intervals;
mod lines;
mod parts;

pub use bars::{Bar, bars};
pub use intervals::{Range, intervals};
pub use lines::{Course, Point, course};
pub use parts::{Part, parts};

/// A chart with what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chart {
    /// Its heading.
    pub title: String,
    /// What it shows, for those who do not see it.
    pub says: String,
    /// The picture.
    pub svg: String,
}

#[cfg(test)]
mod tests;
