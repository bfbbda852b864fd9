//! The library, its people, and how the app was started.

use super::Problem;
use circletake_domain::id::PersonId;
use circletake_domain::money::{Amount, Currency};
use circletake_domain::person::Role;
use circletake_domain::timestamp::Timestamp;
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// A library this computer has opened before.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RecentLibrary {
    /// Which of the recent libraries; meaningful only on this computer.
    pub key: String,
    /// The name its people gave it.
    pub name: String,
    /// Where it lies, for people to read.
    pub folder: String,
    /// When it was opened last.
    pub opened_at: Timestamp,
    /// Whether the folder is still there.
    pub reachable: bool,
}

/// The open library in a line.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LibrarySummary {
    /// The name its people gave it.
    pub name: String,
    /// Where it lies, for people to read.
    pub folder: String,
    /// The currency of every amount in it.
    pub currency: Currency,
    /// Whether it holds the sample pilot.
    pub is_sample: bool,
    /// Another program holds the library; nothing can be written.
    /// Another program holds the library; nothing can be written.
    pub read_only: bool,
    /// Who holds it then, in words; null where nobody does or nobody is known.
    pub held_by: Option<String>,
    /// Who is using the app now, once chosen.
    pub current_person: Option<PersonView>,
    /// How many generations it holds.
    pub generations: u32,
}

/// A library that is being opened, which takes a while where it is brought up to date first.
#[derive(Debug, Clone, Serialize, TS)]
pub struct OpeningLibrary {
    /// Its name, where this computer has opened it before.
    pub name: Option<String>,
    /// Where it lies, for people to read.
    pub folder: String,
}

/// What the page needs before its first screen.
#[derive(Debug, Clone, Serialize, TS)]
pub struct StartView {
    /// The app's version.
    pub version: String,
    /// `linux`, `macos` or `windows`; decides how keys are written.
    pub platform: String,
    /// Where clips are served from, ending without a slash: `http://127.0.0.1:PORT/TOKEN`.
    pub media_base: String,
    /// The open library, if one is open.
    pub library: Option<LibrarySummary>,
    /// The library that is being opened, because it was asked for or open last; `started` answers once that is over.
    pub opening: Option<OpeningLibrary>,
    /// Why the library that should be open is not.
    pub problem: Option<Problem>,
    /// The app was started on the sample pilot and there is none yet: the page begins by making it.
    pub make_sample: bool,
    /// Libraries opened before, latest first.
    pub recent: Vec<RecentLibrary>,
    /// The chosen look.
    pub appearance: Appearance,
    /// Commands whose keys a person changed on this computer, as the page writes keys.
    pub keys: BTreeMap<String, Vec<String>>,
}

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, serde::Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Appearance {
    /// Neutral dark greys; the default.
    Dark,
    /// Neutral light greys.
    Light,
    /// What the system says.
    System,
}

/// A person of the library.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PersonView {
    /// `pe_0001`.
    pub id: PersonId,
    /// As they write it.
    pub name: String,
    /// What they do.
    pub role: Role,
    /// What an hour of theirs costs, in the library's currency; null where nobody said.
    pub hourly_rate: Option<Amount>,
    /// Removed people keep their history but can decide no more.
    pub active: bool,
    /// Whether they sign with a passphrase.
    pub has_passphrase: bool,
}

/// What a check of the library found and mended.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DoctorView {
    /// Whether nothing was wrong, or all of it was mended.
    pub healthy: bool,
    /// Each thing found.
    pub findings: Vec<FindingView>,
}

/// One thing that a check found.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FindingView {
    /// A stable word: `file_without_row`, `row_without_file`, `changed_file`, `unfinished_copy`, `missing_poster` ...
    pub code: String,
    /// The file or record.
    pub subject: String,
    /// What is wrong, in a sentence.
    pub message: String,
    /// Whether it was mended.
    pub fixed: bool,
}

/// Whether the library is as it was written.
#[derive(Debug, Clone, Serialize, TS)]
pub struct VerifyView {
    /// Whether nothing was tampered with.
    pub intact: bool,
    /// Files hashed again.
    pub files: u32,
    /// Moves of the history walked.
    pub moves: u32,
    /// Rows of records held against their seals.
    pub rows: u32,
    /// Those of them that were there before rows were sealed; null where there are none.
    pub as_found: Option<RowsAsFoundView>,
    /// Everything that is not as it was written.
    pub tampering: Vec<TamperingView>,
}

/// Rows that were there before rows were sealed: nobody can say more of them than that they are as they were found then.
#[derive(Debug, Clone, Copy, Serialize, TS)]
pub struct RowsAsFoundView {
    /// How many.
    pub rows: u32,
    /// When they were sealed for the first time.
    pub on: Timestamp,
}

/// One thing that is not as it was written.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TamperingView {
    /// A stable word: `move_changed`, `move_missing`, `file_changed`, `status_changed`, `sign_off_unfounded` ...
    pub code: String,
    /// The table whose row it is; `files` for what lies on disk.
    pub table: String,
    /// Which row: what people call it where they have a name for it, else its identity.
    pub id: String,
    /// What should be there, where that is known.
    pub expected: Option<String>,
    /// What is there instead.
    pub found: Option<String>,
    /// What is wrong, in a sentence.
    pub message: String,
}
