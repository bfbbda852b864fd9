//! Whether a library is whole: its database, its history, its files. What can be mended is mended without ever deleting what may be somebody's
//! only copy.

mod database;
mod files;
mod strays;

pub(crate) use files::hash_of;

use crate::error::Result;
use crate::library::Library;
use crate::watched_work::Watcher;
use circletake_domain::timestamp::Timestamp;

/// One thing that a check found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// A stable word: `file_without_row`, `row_without_file`, `changed_file`, `unfinished_copy` ...
    pub code: &'static str,
    /// The file or record.
    pub subject: String,
    /// What is wrong, in a sentence.
    pub message: String,
    /// Whether it was mended.
    pub fixed: bool,
}

impl Finding {
    pub(crate) fn new(code: &'static str, subject: impl Into<String>, message: impl Into<String>, fixed: bool) -> Self {
        Self {
            code,
            subject: subject.into(),
            message: message.into(),
            fixed,
        }
    }
}

impl Library {
    /// Looks at everything, and mends what can be mended if `fix`. Nothing may bring clips in meanwhile.
    pub async fn check(&self, fix: bool, now: Timestamp, watcher: Watcher<'_>) -> Result<Vec<Finding>> {
        let mut findings = self.check_database(fix, watcher).await?;
        // Strays first: a set-aside file may be just what a record misses.
        findings.extend(self.check_strays(fix).await?);
        findings.extend(self.check_files(fix, now, watcher).await?);
        Ok(findings)
    }
}
