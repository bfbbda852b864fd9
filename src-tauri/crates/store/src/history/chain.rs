//! The hash chain of a device's moves.
//!
//! The hash of a move is BLAKE3 over its fields in the order of [`ChainedMove::canonical_bytes`], each written as its length in
//! bytes in decimal, `:`, its UTF-8 bytes, `,` (a netstring); an absent field is `-,`. The first field is the word
//! `circletake.move.1`, the second the hash of the move before it on the same device ([`CHAIN_START`] for the first). Identities
//! (`uid`), not row numbers, are hashed, so that a chain can be verified in another library.

/// What the first move of a device follows: 64 zeros.
pub const CHAIN_START: &str = "0000000000000000000000000000000000000000000000000000000000000000";

const LAYOUT: &str = "circletake.move.1";

/// The end of a device's chain.
#[derive(Debug, Clone)]
pub(crate) struct ChainHead {
    pub(crate) sequence: i64,
    pub(crate) hash: String,
}

/// What of a move is hashed.
#[derive(Debug, Clone, Default)]
pub struct ChainedMove<'a> {
    /// The hash of the move before it.
    pub previous_hash: &'a str,
    /// The device's identity.
    pub device_uid: &'a str,
    /// Its place in the device's chain, from 1.
    pub sequence: i64,
    /// Its identity.
    pub uid: &'a str,
    /// The generation's identity.
    pub generation_uid: &'a str,
    /// The act it belongs to.
    pub decision_uid: &'a str,
    /// `person`, `app` or `import`.
    pub actor: &'a str,
    /// The person's identity.
    pub person_uid: Option<&'a str>,
    /// Their name then.
    pub person_name: Option<&'a str>,
    /// When.
    pub at: &'a str,
    /// From where; absent for a generation's first move.
    pub from_status: Option<&'a str>,
    /// To where.
    pub to_status: &'a str,
    /// Reasons, primary first, comma-separated.
    pub reasons: Option<&'a str>,
    /// In their words.
    pub note: Option<&'a str>,
    /// BLAKE3 of the bytes that were judged.
    pub content_hash: Option<&'a str>,
    /// The identity of the move that this one takes back.
    pub undoes_uid: Option<&'a str>,
}

/// Fields as bytes that no other fields have: each as its length in bytes in decimal, `:`, its UTF-8 bytes, `,`; an absent one is `-,`.
pub(crate) fn netstrings<'a>(fields: impl IntoIterator<Item = Option<&'a str>>) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(600);
    for field in fields {
        match field {
            Some(text) => {
                bytes.extend_from_slice(text.len().to_string().as_bytes());
                bytes.push(b':');
                bytes.extend_from_slice(text.as_bytes());
            }
            None => bytes.push(b'-'),
        }
        bytes.push(b',');
    }
    bytes
}

impl ChainedMove<'_> {
    /// The bytes that are hashed.
    pub fn canonical_bytes(&self) -> Vec<u8> {
        let sequence = self.sequence.to_string();
        let fields = [
            Some(LAYOUT),
            Some(self.previous_hash),
            Some(self.device_uid),
            Some(&sequence),
            Some(self.uid),
            Some(self.generation_uid),
            Some(self.decision_uid),
            Some(self.actor),
            self.person_uid,
            self.person_name,
            Some(self.at),
            self.from_status,
            Some(self.to_status),
            self.reasons,
            self.note,
            self.content_hash,
            self.undoes_uid,
        ];
        netstrings(fields)
    }
    /// The move's own hash: 64 hexadecimal digits.
    pub fn hash(&self) -> String {
        blake3::hash(&self.canonical_bytes()).to_hex().to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_absent_note_an_empty_note_and_a_note_with_separators_all_hash_differently() {
        let hash = |note| {
            ChainedMove {
                note,
                ..ChainedMove::default()
            }
            .hash()
        };
        let hashes = [hash(None), hash(Some("")), hash(Some("-,")), hash(Some("0:,"))];
        let distinct: std::collections::BTreeSet<_> = hashes.iter().collect();
        assert_eq!(distinct.len(), hashes.len());
    }

    #[test]
    fn the_canonical_bytes_are_as_documented() {
        let bytes = ChainedMove {
            previous_hash: CHAIN_START,
            sequence: 7,
            to_status: "generated",
            ..ChainedMove::default()
        };
        let text = String::from_utf8(bytes.canonical_bytes()).unwrap();
        assert!(text.starts_with("17:circletake.move.1,64:0000"), "{text}");
        assert!(text.ends_with("9:generated,-,-,-,-,"), "{text}");
    }
}
