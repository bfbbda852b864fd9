//! What is asked at the desk: a gate, or a line of the brand's own checklist.

use super::Gate;
use crate::id::RecordUid;
use serde::{Deserialize, Serialize};
use std::fmt;
use thiserror::Error;
use ts_rs::TS;

/// What is asked: a gate by its word, a line of a checklist by its identity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub enum GateKey {
    /// One of the gates.
    Gate(Gate),
    /// A line of the brand's checklist.
    Item(RecordUid),
}

impl fmt::Display for GateKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Gate(gate) => gate.fmt(f),
            Self::Item(uid) => uid.fmt(f),
        }
    }
}

/// A word that is neither a gate nor the identity of a checklist line.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("`{0}` is neither a gate nor a line of a checklist")]
pub struct UnknownGateKey(pub String);

impl std::str::FromStr for GateKey {
    type Err = UnknownGateKey;
    fn from_str(text: &str) -> Result<Self, UnknownGateKey> {
        if let Ok(gate) = text.parse() {
            return Ok(Self::Gate(gate));
        }
        let uid = text.parse().map(|uid| Self::Item(RecordUid(uid)));
        uid.map_err(|_| UnknownGateKey(text.to_owned()))
    }
}
impl TryFrom<String> for GateKey {
    type Error = UnknownGateKey;
    fn try_from(text: String) -> Result<Self, UnknownGateKey> {
        text.parse()
    }
}
impl From<GateKey> for String {
    fn from(key: GateKey) -> String {
        key.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gate_and_a_checklist_line_read_back_as_what_they_are() {
        for gate in Gate::ALL {
            assert_eq!(gate.as_str().parse(), Ok(GateKey::Gate(*gate)));
        }
        let uid = "018f2f6e-0000-7000-8000-000000000000";
        assert_eq!(uid.parse::<GateKey>().unwrap().to_string(), uid);
        assert!("brand".parse::<GateKey>().is_err());
    }
}
