//! A cell that a spreadsheet would run as a formula gets an apostrophe in front, which spreadsheets read as "this is text".
//!
//! Both directions use one predicate on what follows any apostrophes, so that every text comes back exactly as it went out,
//! also one that began with an apostrophe of its own.

use std::borrow::Cow;

/// The text as a cell that no spreadsheet runs.
pub(crate) fn neutralise(text: &str) -> Cow<'_, str> {
    if would_run(text) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// The text that [`neutralise`] was given.
pub(crate) fn restore(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(text) if would_run(text) => text,
        _ => cell,
    }
}

/// Whether a spreadsheet might run it, apostrophes aside. A plain number such as -5 is only a number.
fn would_run(text: &str) -> bool {
    let bare = text.trim_start_matches('\'');
    if bare.starts_with(['\t', '\r', '\n']) {
        return true;
    }
    // Some programs drop blanks and invisible characters before they look for the sign.
    let visible = bare.trim_start_matches(|c: char| {
        c.is_whitespace() || c.is_control() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}')
    });
    visible.starts_with(['=', '+', '-', '@', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}']) && !is_plain_number(bare)
}

fn is_plain_number(text: &str) -> bool {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    all_digits(whole) && all_digits(fraction)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn formulas_are_text_and_numbers_stay_numbers() {
        for formula in [
            "=1+1",
            "+cmd|' /C calc'!A0",
            "-2+3",
            "@SUM(A1)",
            " =1",
            "\t=1",
            "\u{ff1d}1",
            "'=1",
            "\r\n",
        ] {
            assert_eq!(neutralise(formula), format!("'{formula}"));
        }
        for plain in ["-5", "+3.25", "a=b", "", "'quoted'", "https://a/b?c=d", "2025-01-01"] {
            assert_eq!(neutralise(plain), plain);
        }
    }

    proptest! {
        #[test]
        fn every_text_comes_back(text in r"['=+\-@\t\n 0-9.a]{0,8}") {
            let cell = neutralise(&text);
            prop_assert_eq!(restore(&cell), text.as_str());
        }

        #[test]
        fn no_cell_starts_a_formula(text in any::<String>()) {
            let cell = neutralise(&text).into_owned();
            let runs = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
            prop_assert!(!runs || is_plain_number(&cell), "{cell:?}");
        }
    }
}
