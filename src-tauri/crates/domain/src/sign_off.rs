//! A sign-off: a brand reviewer's approval of a set of bytes, and what ends it.

use serde::{Deserialize, Serialize};
use std::fmt;
use thiserror::Error;
use ts_rs::TS;

macro_rules! void_reasons {
    ($($(#[$doc:meta])* $name:ident = $word:literal, $sentence:literal;)*) => {
        /// Why a sign-off holds no longer.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
        pub enum VoidReason {
            $($(#[$doc])* #[serde(rename = $word)] $name,)*
        }
        impl VoidReason {
            /// Every reason.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The word stored and exported.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $word,)* }
            }
            /// What happened, as the history says it.
            pub fn sentence(self) -> &'static str {
                match self { $(Self::$name => $sentence,)* }
            }
        }
    };
}

void_reasons! {
    /// The generation stands with another clip version.
    NewVersion = "new_version", "The sign-off no longer holds: the clip has a new version.";
    /// The file on disk holds other bytes than those that were signed.
    FileChanged = "file_changed", "The sign-off no longer holds: the clip's file was changed.";
    /// The signer took it back.
    TakenBack = "taken_back", "The sign-off was taken back by who gave it.";
}

impl fmt::Display for VoidReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A word that is no reason for a void sign-off.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("`{0}` is not why a sign-off of Circletake ends")]
pub struct UnknownVoidReason(pub String);

impl std::str::FromStr for VoidReason {
    type Err = UnknownVoidReason;
    fn from_str(text: &str) -> Result<Self, UnknownVoidReason> {
        Self::ALL
            .iter()
            .copied()
            .find(|reason| reason.as_str() == text)
            .ok_or_else(|| UnknownVoidReason(text.to_owned()))
    }
}
