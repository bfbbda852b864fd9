//! How far long work is: a bar on a terminal, a line now and then elsewhere.

use crate::output::Output;
use circletake_app::view::import::Progress;
use indicatif::{ProgressBar, ProgressStyle};
use std::io::IsTerminal;
use std::sync::atomic::{AtomicU32, Ordering};

/// Shows progress on standard error; nothing where scripts read.
#[derive(Debug)]
pub struct ProgressLine {
    output: Output,
    bar: Option<ProgressBar>,
    doing: &'static str,
    tenths_told: AtomicU32,
}

impl ProgressLine {
    /// For work that people know as `doing`: "Reading clips".
    pub fn new(output: Output, doing: &'static str) -> Self {
        let bar = (!output.is_json() && std::io::stderr().is_terminal()).then(|| {
            let bar = ProgressBar::no_length();
            if let Ok(style) = ProgressStyle::with_template("{prefix} {bar:30} {pos}/{len} {wide_msg}") {
                bar.set_style(style);
            }
            bar.set_prefix(doing);
            bar
        });
        Self {
            output,
            bar,
            doing,
            tenths_told: AtomicU32::new(0),
        }
    }
    /// Shows how far it is.
    pub fn show(&self, progress: &Progress) {
        if let Some(bar) = &self.bar {
            bar.set_length(progress.total.into());
            bar.set_position(progress.done.into());
            bar.set_message(progress.subject.clone());
        } else if !self.output.is_json() && progress.total > 0 {
            let tenths = progress.done.saturating_mul(10) / progress.total;
            if tenths > self.tenths_told.fetch_max(tenths, Ordering::Relaxed) {
                self.output
                    .note(&format!("{}: {} of {}", self.doing, progress.done, progress.total));
            }
        }
    }
    /// Takes the bar away.
    pub fn finish(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
