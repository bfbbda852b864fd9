//! What goes wrong in a use case: a code, what happened, what to do next.

use crate::log_import::LogError;
use crate::prices::PriceFileError;
use crate::view::Problem;
use camino::Utf8PathBuf;
use circletake_domain::brief::BriefProblem;
use circletake_domain::id::GenerationId;
use circletake_domain::prices::NoPrice;
use circletake_domain::prompt::TemplateError;
use circletake_domain::status::Status;
use circletake_media::MediaError;
use circletake_store::StoreError;
use thiserror::Error;

/// What goes wrong in a use case.
#[derive(Debug, Error)]
pub enum AppError {
    /// The library refused.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A clip could not be read.
    #[error(transparent)]
    Media(#[from] MediaError),
    /// A log could not be read or written.
    #[error(transparent)]
    Log(#[from] LogError),
    /// A value that nothing can be done with.
    #[error("{field}: {problem}")]
    Invalid {
        /// The field, as people know it.
        field: &'static str,
        /// What is wrong with it.
        problem: String,
    },
    /// Something that nobody can say the price of.
    #[error(transparent)]
    NoPrice(#[from] NoPrice),
    /// A price list that could not be read.
    #[error(transparent)]
    PriceFile(#[from] PriceFileError),
    /// A brief that does not read.
    #[error("this brief cannot be read: {}", listed(.0))]
    Brief(Vec<BriefProblem>),
    /// A template that cannot be rendered.
    #[error(transparent)]
    Template(#[from] TemplateError),
    /// A file of ours could not be read or written.
    #[error("`{path}`: {source}")]
    File {
        /// Which.
        path: Utf8PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// A file that another program changed while it was being read.
    #[error("`{path}` changed while it was being brought in")]
    ChangedMeanwhile {
        /// Which.
        path: Utf8PathBuf,
    },
    /// A file to be left where it lies, at a place where the library has another clip.
    #[error("`{path}` was written over the clip that the library knows at this place")]
    WrittenOver {
        /// As near as it can be shown.
        path: String,
    },
    /// A file name that cannot be written down.
    #[error("the name of `{path}` holds characters that cannot be kept")]
    UnreadableName {
        /// As near as it can be shown.
        path: String,
    },
    /// There is no clip of this generation on this computer.
    #[error("the clip of {generation} is not on this computer")]
    NoClipHere {
        /// Which.
        generation: GenerationId,
    },
    /// A clip's file that is gone, or not the one that came in.
    #[error("the file of {generation} {}", if *.missing { "is not there any more" } else { "was changed since it came in" })]
    FileNotAsItWas {
        /// Of which generation.
        generation: GenerationId,
        /// Gone, or else changed.
        missing: bool,
    },
    /// A file that is no edit of anything: the library has its bytes already.
    #[error("the library has this very file already, as version {version} of {generation}")]
    SameBytes {
        /// Of which generation.
        generation: GenerationId,
        /// Which version of its clip.
        version: u32,
    },
    /// A clip that nobody keeps is not edited.
    #[error("{generation} is {status}: a clip is edited once it was kept, and not after it was thrown away")]
    NotInEdit {
        /// Which.
        generation: GenerationId,
        /// Where it stands.
        status: Status,
    },
    /// Stopped on request.
    #[error("stopped, as asked")]
    Cancelled,
}

fn listed(problems: &[BriefProblem]) -> String {
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}

impl AppError {
    /// What went wrong, for people and scripts.
    pub fn problem(&self) -> Problem {
        Problem {
            code: self.code().to_owned(),
            message: self.message(),
            hint: self.hint().to_owned(),
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::Store(error) => error.code(),
            Self::Media(error) => error.failure.code(),
            Self::Log(error) => error.code(),
            Self::Invalid { .. } => "invalid",
            Self::NoPrice(error) => error.code(),
            Self::PriceFile(error) => error.code(),
            Self::Brief(_) => "invalid_brief",
            Self::Template(TemplateError::Unknown(_)) => "unknown_placeholder",
            Self::Template(TemplateError::Unfilled(_)) => "unfilled_placeholder",
            Self::Template(TemplateError::Unclosed(_)) => "unclosed_placeholder",
            Self::File { .. } => "disk_error",
            Self::ChangedMeanwhile { .. } => "changed_meanwhile",
            Self::WrittenOver { .. } => "written_over",
            Self::UnreadableName { .. } => "unreadable_name",
            Self::NoClipHere { .. } => "no_clip_here",
            Self::FileNotAsItWas { missing: true, .. } => "file_missing",
            Self::FileNotAsItWas { missing: false, .. } => "file_changed",
            Self::SameBytes { .. } => "same_bytes",
            Self::NotInEdit { .. } => "not_in_edit",
            Self::Cancelled => "cancelled",
        }
    }
    fn message(&self) -> String {
        let text = match self {
            Self::Media(error) => error.failure.message().to_owned(),
            other => other.to_string(),
        };
        // Shown as a sentence of its own.
        let mut letters = text.chars();
        let first = letters
            .next()
            .map(|first| first.to_uppercase().to_string())
            .unwrap_or_default();
        let end = if text.ends_with(['.', '!', '?']) { "" } else { "." };
        format!("{first}{}{end}", letters.as_str())
    }
    fn hint(&self) -> &'static str {
        match self {
            Self::Store(error) => error.hint(),
            Self::Media(error) => error.failure.hint(),
            Self::Log(error) => error.hint(),
            Self::Invalid { .. } => "Correct the value and try again.",
            Self::NoPrice(error) => error.hint(),
            Self::PriceFile(error) => error.hint(),
            Self::Brief(_) => "Correct the fields named here and try again.",
            Self::Template(TemplateError::Unknown(_)) => "Correct the placeholder, or take it out of the template.",
            Self::Template(TemplateError::Unfilled(_)) => {
                "Fill that field of the brief, or take the placeholder out of the template."
            }
            Self::Template(TemplateError::Unclosed(_)) => "Write `}}` behind the name of the placeholder.",
            Self::File { .. } => "Check that the disk is connected, writable and not full, then try again.",
            Self::ChangedMeanwhile { .. } => "Wait until the program that writes it is done, then bring it in again.",
            Self::WrittenOver { .. } => "Give it a name of its own, or copy it into the library.",
            Self::UnreadableName { .. } => "Rename the file, then bring it in again.",
            Self::NoClipHere { .. } => {
                "Fetch the clip from where its log says it is and import it for the same brief under that name: it joins this attempt."
            }
            Self::FileNotAsItWas { .. } => {
                "Put the original file back where it was, or import it again; decisions and notes are untouched."
            }
            Self::SameBytes { .. } => {
                "Export the edit to a file of its own and add that; where nothing needs editing, Done alone is enough."
            }
            Self::NotInEdit { .. } => "Keep the clip in review first, then add its edited version.",
            Self::Cancelled => "Start again whenever you like.",
        }
    }
    pub(crate) fn file(path: impl Into<Utf8PathBuf>) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.into();
        move |source| Self::File { path, source }
    }
}
