//! How large a picture is, as price lists name it.

use serde::{Deserialize, Serialize};
use std::fmt;
use thiserror::Error;
use ts_rs::TS;

/// A name of a picture size that price lists use: `720p`, `1080p`, `2k`, `4k`, or pixels such as `1024x1792`.
///
/// Spellings of one size are one value (`1080P`, `1920x1080`, `1080x1920` and `Full HD` are `1080p`; `2160p` and `UHD` are `4k`); sizes that
/// are only near each other stay apart, because a neighbour's price is no price.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct Resolution(String);

/// A text that names no picture size.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("`{0}` is not a resolution such as 720p, 1080p, 4k or 1024x1792")]
pub struct NotAResolution(pub String);

/// The 16:9 sizes that have a name, by their longer and shorter side. 480p is coded at either of two widths.
const NAMED: [(u32, u32, &str); 8] = [
    (640, 360, "360p"),
    (854, 480, "480p"),
    (960, 540, "540p"),
    (1280, 720, "720p"),
    (1366, 768, "768p"),
    (1920, 1080, "1080p"),
    (2560, 1440, "1440p"),
    (3840, 2160, "4k"),
];

impl Resolution {
    /// Reads a name in any case, with or without the `p`, or pixels.
    pub fn new(text: &str) -> Result<Self, NotAResolution> {
        let refuse = || NotAResolution(text.trim().to_owned());
        let word: String = text
            .to_lowercase()
            .chars()
            .filter(|letter| !letter.is_whitespace())
            .map(|letter| if letter == '\u{d7}' { 'x' } else { letter })
            .collect();
        if let Some((width, height)) = word.split_once('x') {
            let side = |side: &str| side.parse::<u32>().ok().filter(|side| (16..=32_768).contains(side));
            return match (side(width), side(height)) {
                (Some(width), Some(height)) => Ok(Self::of_pixels(width, height)),
                _ => Err(refuse()),
            };
        }
        let name = match word.as_str() {
            "2160p" | "2160" | "uhd" => "4k".to_owned(),
            "fullhd" | "fhd" => "1080p".to_owned(),
            _ if is_number_before(&word, 'p', 3..=4) || is_number_before(&word, 'k', 1..=2) => word,
            _ if (3..=4).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit()) => format!("{word}p"),
            _ => return Err(refuse()),
        };
        Ok(Self(name))
    }
    /// The name of a picture of these pixels, lying or standing; pixels that have no name are their own.
    pub fn of_pixels(width: u32, height: u32) -> Self {
        let (longer, shorter) = (width.max(height), width.min(height));
        let named = NAMED.iter().find(|(w, h, _)| (*w, *h) == (longer, shorter));
        Self(named.map_or_else(|| format!("{width}x{height}"), |(_, _, name)| (*name).to_owned()))
    }
    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
    /// Lines of the picture, for putting names in order of size.
    pub fn lines(&self) -> u32 {
        match self.0.as_str() {
            "2k" => 1_440,
            "4k" => 2_160,
            "8k" => 4_320,
            name => name
                .trim_end_matches('p')
                .split('x')
                .filter_map(|side| side.parse::<u32>().ok())
                .min()
                .unwrap_or(u32::MAX),
        }
    }
}

fn is_number_before(word: &str, unit: char, digits: std::ops::RangeInclusive<usize>) -> bool {
    word.strip_suffix(unit)
        .is_some_and(|number| digits.contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit()))
}

impl fmt::Display for Resolution {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
impl std::str::FromStr for Resolution {
    type Err = NotAResolution;
    fn from_str(text: &str) -> Result<Self, NotAResolution> {
        Self::new(text)
    }
}
impl TryFrom<String> for Resolution {
    type Error = NotAResolution;
    fn try_from(text: String) -> Result<Self, NotAResolution> {
        Self::new(&text)
    }
}
impl From<Resolution> for String {
    fn from(resolution: Resolution) -> String {
        resolution.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("1080P", "1080p")]
    #[case(" 1080 ", "1080p")]
    #[case("1920x1080", "1080p")]
    #[case("1080\u{d7}1920", "1080p")]
    #[case("4K", "4k")]
    #[case("2160p", "4k")]
    #[case("1024x1792", "1024x1792")]
    #[case("2K", "2k")]
    #[case("1440p", "1440p")]
    fn spellings_of_one_size_are_one_resolution_and_near_sizes_are_not(#[case] text: &str, #[case] name: &str) {
        assert_eq!(Resolution::new(text).unwrap().as_str(), name);
    }

    #[rstest]
    #[case("")]
    #[case("big")]
    #[case("720p,1080p")]
    #[case("x")]
    #[case("0x0")]
    #[case("-1080p")]
    fn what_names_no_size_is_refused(#[case] text: &str) {
        assert!(Resolution::new(text).is_err());
    }
}
