//! Names of things: what people read (`gen_00042`) and what stays unique across laptops (a UUIDv7).

use serde::{Deserialize, Serialize};
use std::fmt;
use thiserror::Error;
use ts_rs::TS;

/// The longest human id accepted, in bytes; longer ones come from damaged imports, not from people.
pub const LONGEST_ID: usize = 120;

/// Why a text is not an id.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum IdError {
    /// Nothing is left after trimming.
    #[error("an id is empty")]
    Empty,
    /// More than [`LONGEST_ID`] bytes.
    #[error("an id is longer than {LONGEST_ID} characters")]
    TooLong,
    /// A control character, which no list could show.
    #[error("an id contains a character that cannot be shown")]
    ControlCharacter,
}

fn checked(text: &str) -> Result<String, IdError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(IdError::Empty);
    }
    if text.len() > LONGEST_ID {
        return Err(IdError::TooLong);
    }
    if text.chars().any(char::is_control) {
        return Err(IdError::ControlCharacter);
    }
    Ok(text.to_owned())
}

macro_rules! human_ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        #[serde(try_from = "String", into = "String")]
        #[ts(type = "string")]
        pub struct $name(String);

        impl $name {
            /// Accepts a text that people can read and type: not empty, not endless, no control characters; trimmed.
            pub fn new(text: &str) -> Result<Self, IdError> {
                checked(text).map(Self)
            }
            /// The id as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
        impl TryFrom<String> for $name {
            type Error = IdError;
            fn try_from(text: String) -> Result<Self, IdError> {
                Self::new(&text)
            }
        }
        impl std::str::FromStr for $name {
            type Err = IdError;
            fn from_str(text: &str) -> Result<Self, IdError> {
                Self::new(text)
            }
        }
        impl From<$name> for String {
            fn from(id: $name) -> String {
                id.0
            }
        }
    )*};
}

human_ids! {
    /// One request to one model, `gen_00042`.
    GenerationId;
    /// What is wanted, `bf_2025_001`.
    BriefId;
    /// A bounded test, `pl_0001`.
    PilotId;
    /// A template version rendered for a brief, `pr_00007`.
    PromptId;
    /// A text with placeholders, `tpl_social_broll`.
    TemplateId;
    /// Who decided, `pe_0001`.
    PersonId;
    /// The model's name as its provider writes it, `gen4.5`.
    ModelName;
}

impl GenerationId {
    /// The id of the `number`th generation of a library: `gen_00042`.
    pub fn numbered(number: u64) -> Self {
        Self(format!("gen_{number:05}"))
    }
}

/// A record's identity across laptops: a UUIDv7, made once and never reused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
#[ts(type = "string")]
pub struct RecordUid(pub uuid::Uuid);

impl fmt::Display for RecordUid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// BLAKE3 of a file's bytes, 32 bytes, written as 64 hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct ContentHash(String);

/// A text that is not 64 lower-case hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("a content hash is 64 hexadecimal digits")]
pub struct NotAContentHash;

impl ContentHash {
    /// Accepts 64 hexadecimal digits, in either case.
    pub fn new(text: &str) -> Result<Self, NotAContentHash> {
        if text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            Ok(Self(text.to_ascii_lowercase()))
        } else {
            Err(NotAContentHash)
        }
    }
    /// The 64 digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
impl TryFrom<String> for ContentHash {
    type Error = NotAContentHash;
    fn try_from(text: String) -> Result<Self, NotAContentHash> {
        Self::new(&text)
    }
}
impl From<ContentHash> for String {
    fn from(hash: ContentHash) -> String {
        hash.0
    }
}
impl fmt::Display for ContentHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_trimmed_and_must_be_readable() {
        assert_eq!(BriefId::new("  bf_2025_001 ").unwrap().as_str(), "bf_2025_001");
        assert_eq!(BriefId::new(" "), Err(IdError::Empty));
        assert_eq!(BriefId::new("a\u{7}b"), Err(IdError::ControlCharacter));
        assert_eq!(BriefId::new(&"x".repeat(121)), Err(IdError::TooLong));
    }

    #[test]
    fn generations_are_numbered_with_five_digits_and_more_when_needed() {
        assert_eq!(GenerationId::numbered(42).as_str(), "gen_00042");
        assert_eq!(GenerationId::numbered(1_234_567).as_str(), "gen_1234567");
    }
}
