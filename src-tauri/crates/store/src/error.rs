//! What can go wrong with a library: a code, what happened, what to do next.

use crate::lock::LockHolder;
use crate::sign_off::SignOffRefused;
use camino::Utf8PathBuf;
use circletake_domain::id::{GenerationId, TemplateId};
use circletake_domain::role_moves::RoleMayNot;
use circletake_domain::status::{ForbiddenMove, Status};
use circletake_domain::timestamp::Timestamp;
use thiserror::Error;

/// What the library answers with.
pub type Result<T, E = StoreError> = std::result::Result<T, E>;

/// What can go wrong with a library.
#[derive(Debug, Error)]
pub enum StoreError {
    /// There is no library in this folder.
    #[error("`{folder}` is not a Circletake library")]
    NotALibrary {
        /// Where it was looked for.
        folder: Utf8PathBuf,
    },
    /// A new library needs a folder of its own.
    #[error("`{folder}` already holds other files")]
    FolderNotEmpty {
        /// Where it was to be made.
        folder: Utf8PathBuf,
    },
    /// A newer Circletake wrote it.
    #[error("this library was written by a newer Circletake (its records are version {found}, this app knows {known})")]
    NewerLibrary {
        /// The schema version of the library.
        found: i64,
        /// The newest schema version this app knows.
        known: i64,
    },
    /// Its records must be brought up to date first, which needs writing.
    #[error(
        "this library was written by an older Circletake and can only be brought up to date when it may be written"
    )]
    OlderLibrary {
        /// The schema version of the library.
        found: i64,
    },
    /// Another program has the library open for writing.
    #[error("the library is in use by {holder}")]
    InUse {
        /// Who has it.
        holder: LockHolder,
    },
    /// The library was opened for reading only.
    #[error("nothing can be written: the library is open for reading only{}", held_by(.holder.as_ref()))]
    ReadOnly {
        /// Who holds it, where somebody does.
        holder: Option<LockHolder>,
    },
    /// No record of that name.
    #[error("there is no {what} `{id}` in this library")]
    NotFound {
        /// `generation`, `person` ...
        what: &'static str,
        /// What was asked for.
        id: String,
    },
    /// The name is taken.
    #[error("there already is a {what} `{id}`")]
    AlreadyThere {
        /// `generation`, `brief` ...
        what: &'static str,
        /// The taken name.
        id: String,
    },
    /// A value that a record cannot hold.
    #[error("{field}: {problem}")]
    Invalid {
        /// The field, as people know it.
        field: &'static str,
        /// What is wrong with it.
        problem: String,
    },
    /// A move that the workflow does not have.
    #[error(transparent)]
    ForbiddenMove(#[from] ForbiddenMove),
    /// A move that is another role's.
    #[error(transparent)]
    RoleMayNot(#[from] RoleMayNot),
    /// The sign-off desk says no.
    #[error(transparent)]
    SignOff(#[from] SignOffRefused),
    /// Somebody else was first.
    #[error("{generation} is {actual} by now, not {expected}: {}", decided_by(.by.as_deref(), *.at))]
    StatusConflict {
        /// About which generation.
        generation: GenerationId,
        /// Where the decider believed it stood.
        expected: Status,
        /// Where it stands.
        actual: Status,
        /// Who moved it last, where a person did.
        by: Option<String>,
        /// When.
        at: Timestamp,
    },
    /// Somebody else put it aside for later.
    #[error("{generation} is held by {by} since {at}")]
    HeldBySomebody {
        /// Which generation.
        generation: GenerationId,
        /// Who holds it.
        by: String,
        /// Since when.
        at: Timestamp,
    },
    /// This person has no decision left to take back.
    #[error("{person} has made no decision that could be taken back")]
    NothingToUndo {
        /// Their name.
        person: String,
    },
    /// The generation has moved on since.
    #[error("the last decision on {generation} can no longer be taken back: {}", decided_by(.by.as_deref(), *.at))]
    UndoOvertaken {
        /// About which generation.
        generation: GenerationId,
        /// Who moved it since, where a person did.
        by: Option<String>,
        /// When.
        at: Timestamp,
    },
    /// A template version whose words can change no more.
    #[error("version {number} of {template} was {}: its words never change", if *.used { "used" } else { "approved" })]
    VersionSettled {
        /// Of which template.
        template: TemplateId,
        /// Which version.
        number: u32,
        /// Used, or else approved.
        used: bool,
    },
    /// A record that no version of Circletake writes.
    #[error("the library holds something unreadable: {field} is `{value}`")]
    Unreadable {
        /// Table and column.
        field: String,
        /// What stands there.
        value: String,
    },
    /// The disk refused.
    #[error("`{path}`: {source}")]
    Disk {
        /// The file or folder.
        path: Utf8PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The database refused.
    #[error("the library's database refused: {0}")]
    Database(#[from] sqlx::Error),
    /// Long work was stopped on request.
    #[error("stopped, as asked")]
    Cancelled,
    /// A migration failed; the library is as it was, and its backup lies beside it.
    #[error("the library's records could not be brought up to date: {0}")]
    Migration(#[from] sqlx::migrate::MigrateError),
}

fn held_by(holder: Option<&LockHolder>) -> String {
    holder
        .map(|holder| format!(", because {holder} has it"))
        .unwrap_or_default()
}

fn decided_by(by: Option<&str>, at: Timestamp) -> String {
    match by {
        Some(name) => format!("{name} moved it at {at}"),
        None => format!("it was moved at {at}"),
    }
}

impl StoreError {
    /// A stable word that code may branch on.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotALibrary { .. } => "not_a_library",
            Self::FolderNotEmpty { .. } => "folder_not_empty",
            Self::NewerLibrary { .. } => "newer_library",
            Self::OlderLibrary { .. } => "older_library",
            Self::InUse { .. } => "library_in_use",
            Self::ReadOnly { .. } => "library_read_only",
            Self::NotFound { .. } => "not_found",
            Self::AlreadyThere { .. } => "already_there",
            Self::Invalid { .. } => "invalid",
            Self::ForbiddenMove(_) => "forbidden_move",
            Self::RoleMayNot(_) => "role_may_not",
            Self::SignOff(refused) => refused.code(),
            Self::StatusConflict { .. } => "status_conflict",
            Self::HeldBySomebody { .. } => "held",
            Self::NothingToUndo { .. } => "nothing_to_undo",
            Self::UndoOvertaken { .. } => "undo_overtaken",
            Self::VersionSettled { .. } => "version_settled",
            Self::Unreadable { .. } => "library_unreadable",
            Self::Disk { .. } => "disk_error",
            Self::Database(_) => "database_error",
            Self::Cancelled => "cancelled",
            Self::Migration(_) => "migration_failed",
        }
    }

    /// What to do next.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::NotALibrary { .. } => "Choose the folder that holds `circletake.db`, or make a new library.",
            Self::FolderNotEmpty { .. } => "Choose an empty folder, or a name that does not exist yet.",
            Self::NewerLibrary { .. } => "Update Circletake on this computer; nothing in the library was touched.",
            Self::OlderLibrary { .. } => "Open it once in the app, which makes a backup and brings it up to date.",
            Self::InUse { .. } => "Close it there, or go on reading here; reading works beside the other program.",
            Self::ReadOnly { .. } => "Close the other program that has it open, then open the library again.",
            Self::NotFound { .. } => "Check the spelling, or look it up in the list.",
            Self::AlreadyThere { .. } => "Choose another name, or change the existing one.",
            Self::Invalid { .. } => "Correct the value and try again.",
            Self::ForbiddenMove(_) => "Take one of the allowed steps first.",
            Self::RoleMayNot(_) => "Ask one of them, or change the person's role in Settings.",
            Self::SignOff(refused) => refused.hint(),
            Self::StatusConflict { .. } => "Look at the clip again, then decide anew or leave it as it is.",
            Self::HeldBySomebody { .. } => "Judge it as it is, or leave it to them.",
            Self::NothingToUndo { .. } => "Only your own decisions can be taken back, each once.",
            Self::UndoOvertaken { .. } => "Ask the person who moved it since to take their step back first.",
            Self::VersionSettled { .. } => "Begin a new version with its words, and change that.",
            Self::Unreadable { .. } => "Run `circletake doctor`; if that does not help, go back to the latest backup.",
            Self::Disk { .. } => "Check that the disk is connected, writable and not full, then try again.",
            Self::Database(_) => "Try again; if it happens twice, run `circletake doctor`.",
            Self::Cancelled => "Start again whenever you like.",
            Self::Migration(_) => "The backup made before lies in the library's `backups` folder; please report this.",
        }
    }

    pub(crate) fn disk(path: impl Into<Utf8PathBuf>) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.into();
        move |source| Self::Disk { path, source }
    }

    pub(crate) fn not_found(what: &'static str, id: &(impl ToString + ?Sized)) -> Self {
        Self::NotFound {
            what,
            id: id.to_string(),
        }
    }
}
