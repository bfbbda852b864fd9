//! Why the desk says no.

use circletake_domain::id::GenerationId;
use circletake_domain::status::Status;
use std::time::Duration;
use thiserror::Error;

/// Why the desk says no.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum SignOffRefused {
    /// Approved by a bare move.
    #[error("a clip is approved to publish only by a signature at the sign-off desk")]
    SignatureNeeded,
    /// Asked of a clip that is not at the desk.
    #[error("{generation} is not in brand review, it is {status}")]
    NotInBrandReview {
        /// Which.
        generation: GenerationId,
        /// Where it stands.
        status: Status,
    },
    /// A gate that this brief does not open, or a line that is not on its checklist.
    #[error("`{gate}` is not asked of {generation}")]
    NotAsked {
        /// Which.
        generation: GenerationId,
        /// What.
        gate: String,
    },
    /// Nothing can be approved that is not there.
    #[error("{generation} has no clip on this computer")]
    NoClip {
        /// Which.
        generation: GenerationId,
    },
    /// Something that was asked is not answered, or failed.
    #[error("{generation} cannot be signed yet; still open: {}", .open.join(", "))]
    GatesOpen {
        /// Which.
        generation: GenerationId,
        /// What is open, in words.
        open: Vec<String>,
    },
    /// Nobody approves their own work.
    #[error("{person} made {generation} or a version of it, and who made a clip does not sign it")]
    MakerMayNotSign {
        /// Their name.
        person: String,
        /// Which.
        generation: GenerationId,
    },
    /// The file is not what was looked at.
    #[error("the file of {generation} does not hold the bytes that were judged")]
    BytesChanged {
        /// Which.
        generation: GenerationId,
    },
    /// The person has one and did not give it.
    #[error("{person} signs with a passphrase")]
    PassphraseNeeded {
        /// Their name.
        person: String,
    },
    /// It is another one.
    #[error("this is not {person}'s passphrase{}", waiting(*.wait))]
    WrongPassphrase {
        /// Their name.
        person: String,
        /// How long the next try has to wait.
        wait: Duration,
    },
    /// Too many wrong tries.
    #[error("after {tries} wrong tries {person}'s passphrase can be tried again in {}", in_words(*.wait))]
    PassphraseLocked {
        /// Their name.
        person: String,
        /// How many were wrong.
        tries: u32,
        /// How long is left.
        wait: Duration,
    },
    /// Another person's passphrase.
    #[error("only {person} or an owner may change {person}'s passphrase")]
    NotTheirs {
        /// Whose it is.
        person: String,
    },
}

impl SignOffRefused {
    /// A stable word that code may branch on.
    pub fn code(&self) -> &'static str {
        match self {
            Self::SignatureNeeded => "signature_needed",
            Self::NotInBrandReview { .. } => "not_in_brand_review",
            Self::NotAsked { .. } => "gate_not_asked",
            Self::NoClip { .. } => "no_clip_here",
            Self::GatesOpen { .. } => "gates_open",
            Self::MakerMayNotSign { .. } => "maker_may_not_sign",
            Self::BytesChanged { .. } => "bytes_changed",
            Self::PassphraseNeeded { .. } => "passphrase_needed",
            Self::WrongPassphrase { .. } => "wrong_passphrase",
            Self::PassphraseLocked { .. } => "passphrase_locked",
            Self::NotTheirs { .. } => "not_your_passphrase",
        }
    }
    /// What to do next.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::SignatureNeeded => {
                "Answer its gates and sign it at the desk, or with `circletake gate` and `circletake sign`."
            }
            Self::NotInBrandReview { .. } => "Only clips in brand review are answered for and signed.",
            Self::NotAsked { .. } => {
                "Look at what is asked of it at the desk, or with `circletake gate` and its id alone."
            }
            Self::NoClip { .. } => "Bring its clip in first.",
            Self::GatesOpen { .. } => {
                "Pass each of them, or say why it does not apply; a clip with a failed gate is sent back or rejected."
            }
            Self::MakerMayNotSign { .. } => {
                "Ask another brand reviewer or an owner, or let makers sign in the pilot's settings."
            }
            Self::BytesChanged { .. } => "Put the original file back, or bring the new one in as a new version.",
            Self::PassphraseNeeded { .. } => "Give the passphrase that was set for this person in Settings.",
            Self::WrongPassphrase { .. } => "Check the keyboard and try again; an owner can set a new one in Settings.",
            Self::PassphraseLocked { .. } => "Wait, then try again; an owner can set a new one in Settings.",
            Self::NotTheirs { .. } => "Let them change it themselves, or ask an owner.",
        }
    }
}

fn waiting(wait: Duration) -> String {
    if wait.is_zero() {
        String::new()
    } else {
        format!("; the next try has to wait {}", in_words(wait))
    }
}

fn in_words(wait: Duration) -> String {
    match wait.as_secs().max(1) {
        1 => "1 second".to_owned(),
        seconds if seconds < 120 => format!("{seconds} seconds"),
        seconds => format!("{} minutes", seconds.div_ceil(60)),
    }
}
