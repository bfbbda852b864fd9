//! Figures and words of the field as people read them in sentences: the same on every page, whoever writes it.

use crate::money::{Currency, two_places};
use rust_decimal::{Decimal, RoundingStrategy, prelude::FromPrimitive};

/// `41.25` in USD as `$41.25`: two places, half away from zero, thousands apart. A currency without a sign of its own keeps its letters.
pub fn money(amount: Decimal, currency: &Currency) -> String {
    let rounded = two_places(amount);
    let minus = if rounded.is_sign_negative() && !rounded.is_zero() {
        "-"
    } else {
        ""
    };
    let digits = grouped(&rounded.abs().to_string());
    match currency.as_str() {
        "USD" => format!("{minus}${digits}"),
        "EUR" => format!("{minus}€{digits}"),
        "GBP" => format!("{minus}£{digits}"),
        letters => format!("{minus}{letters} {digits}"),
    }
}

/// `12400` as `12,400`.
pub fn count(number: u64) -> String {
    grouped(&number.to_string())
}

/// `1 attempt`, `12,400 attempts`.
pub fn counted(number: u64, one: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{} {one}{plural}", count(number))
}

/// A share as a percentage with at most one place: `16 %`, `8.3 %`.
pub fn percent(share: Decimal) -> String {
    let percent = share.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(Decimal::MAX);
    format!("{} %", decimal(percent, 1))
}

/// A share that statistics worked out.
pub fn percent_of(share: f64) -> String {
    Decimal::from_f64(share).map_or_else(|| "unknown".to_owned(), percent)
}

/// At most so many places, half away from zero, without zeros at the end: `37.5`.
pub fn decimal(value: Decimal, places: u32) -> String {
    let rounded = value.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero);
    let text = rounded.normalize().abs().to_string();
    let minus = if rounded.is_sign_negative() && !rounded.is_zero() {
        "-"
    } else {
        ""
    };
    format!("{minus}{}", grouped(&text))
}

/// `social_broll` as it stands inside a sentence: `social b-roll`. Names of platforms keep their capitals.
pub fn word(stored: &str) -> String {
    match stored {
        "social_broll" => "social b-roll".to_owned(),
        "youtube_short" => "YouTube Short".to_owned(),
        "tiktok" => "TikTok".to_owned(),
        "instagram_reel" => "Instagram reel".to_owned(),
        other => other.replace('_', " ").trim().to_owned(),
    }
}

/// The same at the head of a line or a cell: `Social b-roll`.
pub fn heading(stored: &str) -> String {
    let word = word(stored);
    let mut letters = word.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    format!("{}{}", first.unwrap_or_default(), letters.as_str())
}

/// `one`, `one and another`, `one, another and a third`.
pub fn listed(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// Thousands apart, in the whole part of plain digits.
fn grouped(digits: &str) -> String {
    let (whole, fraction) = digits
        .split_once('.')
        .map_or((digits, None), |(whole, fraction)| (whole, Some(fraction)));
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("41.25", "USD", "$41.25")]
    #[case("2.375", "USD", "$2.38")]
    #[case("-0.004", "USD", "$0.00")]
    #[case("-1234.5", "EUR", "-€1,234.50")]
    #[case("1234567.891", "SEK", "SEK 1,234,567.89")]
    fn money_is_rounded_for_the_eye_only_and_half_away_from_zero(
        #[case] amount: &str,
        #[case] currency: &str,
        #[case] shown: &str,
    ) {
        assert_eq!(money(amount.parse().unwrap(), &Currency::new(currency).unwrap()), shown);
    }

    #[test]
    fn counts_and_shares_read_as_people_write_them() {
        assert_eq!(counted(1, "attempt"), "1 attempt");
        assert_eq!(counted(1_000_000_000, "attempt"), "1,000,000,000 attempts");
        assert_eq!(percent("0.16".parse().unwrap()), "16 %");
        assert_eq!(percent_of(0.083_374), "8.3 %");
        assert_eq!(percent_of(f64::NAN), "unknown");
        assert_eq!(decimal("37.50".parse().unwrap(), 1), "37.5");
    }

    #[test]
    fn stored_words_never_reach_a_page() {
        assert_eq!(word("social_broll"), "social b-roll");
        assert_eq!(heading("ad_hook"), "Ad hook");
        assert_eq!(heading("tiktok"), "TikTok");
        assert_eq!(listed(&["a".to_owned(), "b".to_owned(), "c".to_owned()]), "a, b and c");
    }
}
