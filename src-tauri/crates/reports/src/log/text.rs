//! Bytes to text: UTF-8 and UTF-16 with or without a byte order mark, and what old spreadsheets write.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// A file's text and how it was encoded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Decoded {
    pub(super) text: String,
    pub(super) encoding: &'static str,
}

/// Decodes a file. `None` where the bytes are in no encoding that a log is kept in.
pub(super) fn decode(bytes: &[u8]) -> Option<Decoded> {
    let (encoding, mark) = Encoding::for_bom(bytes).unwrap_or_else(|| (without_mark(bytes), 0));
    let text = encoding.decode_without_bom_handling_and_without_replacement(&bytes[mark..])?;
    Some(Decoded {
        text: text.into_owned(),
        encoding: encoding.name(),
    })
}

/// Text of columns and braces is mostly ASCII, so UTF-16 shows itself by every other byte being zero. What is neither that nor
/// valid UTF-8 was saved by a spreadsheet in the Western code page.
fn without_mark(bytes: &[u8]) -> &'static Encoding {
    let sample = &bytes[..bytes.len().min(2000)];
    let zeros = |start: usize| sample.iter().skip(start).step_by(2).filter(|byte| **byte == 0).count();
    let half = sample.len() / 2;
    if half > 0 && zeros(1) * 10 > half * 7 {
        UTF_16LE
    } else if half > 0 && zeros(0) * 10 > half * 7 {
        UTF_16BE
    } else if std::str::from_utf8(bytes).is_ok() {
        UTF_8
    } else {
        WINDOWS_1252
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_encoding_a_spreadsheet_saves_reads_as_the_same_text() {
        let text = "id;note\ngen_1;caf\u{e9} \u{20ac}\n";
        let utf16 = |big: bool| -> Vec<u8> {
            text.encode_utf16()
                .flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() })
                .collect()
        };
        let with = |mark: &[u8], rest: Vec<u8>| [mark.to_vec(), rest].concat();
        for bytes in [
            text.as_bytes().to_vec(),
            with(b"\xEF\xBB\xBF", text.as_bytes().to_vec()),
            utf16(false),
            utf16(true),
            with(b"\xFF\xFE", utf16(false)),
            with(b"\xFE\xFF", utf16(true)),
            WINDOWS_1252.encode(text).0.into_owned(),
        ] {
            assert_eq!(decode(&bytes).unwrap().text, text);
        }
    }

    #[test]
    fn half_a_utf_16_unit_is_not_text() {
        assert_eq!(decode(b"\xFF\xFEa\x00b"), None);
    }
}
