//! What automatic checks saw in a clip. They only ever flag; people decide.

use serde::{Deserialize, Serialize};
use std::fmt;
use thiserror::Error;
use ts_rs::TS;

macro_rules! flags {
    ($($(#[$doc:meta])* $name:ident = $word:literal;)*) => {
        /// Something an automatic check saw.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        pub enum ClipFlag {
            $($(#[$doc])* #[serde(rename = $word)] $name,)*
        }
        impl ClipFlag {
            /// Every flag.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The word stored.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $word,)* }
            }
        }
    };
}

flags! {
    /// Frames without a picture.
    Black = "black";
    /// Frames that stand still.
    Frozen = "frozen";
    /// Another size or shape than the brief asks for.
    WrongSize = "wrong_size";
    /// Another length than the brief asks for.
    WrongLength = "wrong_length";
    /// Another rate than the brief asks for.
    WrongFrameRate = "wrong_frame_rate";
    /// The file could not be read.
    Unreadable = "unreadable";
}

impl fmt::Display for ClipFlag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A word that is no flag.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("`{0}` is not a flag of Circletake")]
pub struct UnknownFlag(pub String);

impl std::str::FromStr for ClipFlag {
    type Err = UnknownFlag;
    fn from_str(text: &str) -> Result<Self, UnknownFlag> {
        let found = Self::ALL.iter().copied().find(|flag| flag.as_str() == text);
        found.ok_or_else(|| UnknownFlag(text.to_owned()))
    }
}
