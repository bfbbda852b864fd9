//! Cells as people and other programs write them, cleaned into exact values. What cannot be cleaned says what was expected.

use circletake_domain::money::{Amount, Currency};
use circletake_domain::timestamp::Timestamp;
use rust_decimal::{Decimal, RoundingStrategy};
use time::format_description::BorrowedFormatItem;
use time::macros::format_description;
use time::{Date, PrimitiveDateTime, Time};

/// What was expected instead.
pub(super) type Expected = String;

/// Cells that say "not known": they are empty, not zero.
pub(super) fn is_unknown(text: &str) -> bool {
    matches!(
        text.to_lowercase().as_str(),
        "" | "-" | "--" | "\u{2013}" | "\u{2014}" | "n/a" | "na" | "none" | "null" | "nil" | "unknown" | "?" | "tbd"
    )
}

/// The unit that a length of time is meant in where it carries none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TimeUnit {
    Milliseconds,
    Seconds,
    Minutes,
    Hours,
}

impl TimeUnit {
    fn named(word: &str) -> Option<Self> {
        Some(match word {
            "ms" | "msec" | "millis" | "millisecond" | "milliseconds" => Self::Milliseconds,
            "s" | "sec" | "secs" | "second" | "seconds" => Self::Seconds,
            "m" | "min" | "mins" | "minute" | "minutes" => Self::Minutes,
            "h" | "hr" | "hrs" | "hour" | "hours" => Self::Hours,
            _ => return None,
        })
    }
    /// The unit that a column names: `Review time (h)`, `duration_ms`.
    pub(super) fn of_column(column: &str) -> Option<Self> {
        super::words::normalise(column).rsplit('_').next().and_then(Self::named)
    }
    fn milliseconds(self) -> Decimal {
        Decimal::from(match self {
            Self::Milliseconds => 1,
            Self::Seconds => 1_000,
            Self::Minutes => 60_000,
            Self::Hours => 3_600_000,
        })
    }
}

/// A length of time in `wanted` units: `6`, `6s`, `1h 30m`, `12:30` (minutes and seconds), `0:12:30`, rounded to a microsecond.
pub(super) fn duration(text: &str, bare: TimeUnit, wanted: TimeUnit) -> Result<Decimal, Expected> {
    let milliseconds = if text.contains(':') {
        clock_milliseconds(text)
    } else {
        united_milliseconds(text, bare)
    };
    milliseconds
        .filter(|value| *value >= Decimal::ZERO)
        .and_then(|value| value.checked_div(wanted.milliseconds()))
        .map(|value| {
            value
                .round_dp_with_strategy(9, RoundingStrategy::MidpointAwayFromZero)
                .normalize()
        })
        .ok_or_else(|| "a length of time of 0 or more, such as 12.5, 90s, 1h 30m or 0:12:30".to_owned())
}

fn clock_milliseconds(text: &str) -> Option<Decimal> {
    let parts: Vec<&str> = text.trim().split(':').collect();
    let (hours, minutes, seconds) = match parts.as_slice() {
        [minutes, seconds] => ("0", *minutes, *seconds),
        [hours, minutes, seconds] => (*hours, *minutes, *seconds),
        _ => return None,
    };
    let whole = |part: &str| part.trim().parse::<u32>().ok().map(Decimal::from);
    let seconds = plain(seconds).filter(|seconds| *seconds >= Decimal::ZERO && *seconds < Decimal::from(60))?;
    let minutes = (whole(hours)? * Decimal::from(60)) + whole(minutes)?;
    Some((minutes * Decimal::from(60) + seconds) * Decimal::from(1_000))
}

fn united_milliseconds(text: &str, bare: TimeUnit) -> Option<Decimal> {
    let text = text.trim().to_lowercase();
    let mut rest = text.as_str();
    let mut sum = Decimal::ZERO;
    let mut parts = 0;
    while !rest.is_empty() {
        let number_end = rest
            .find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '+')))
            .unwrap_or(rest.len());
        let value = number(&rest[..number_end])?;
        rest = rest[number_end..].trim_start();
        let word_end = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
        let unit = match &rest[..word_end] {
            "" if parts == 0 && rest.is_empty() => bare,
            word => TimeUnit::named(word)?,
        };
        rest = rest[word_end..].trim_start_matches(|c: char| c.is_whitespace() || c == '.');
        sum = sum.checked_add(value.checked_mul(unit.milliseconds())?)?;
        parts += 1;
    }
    (parts > 0).then_some(sum)
}

/// An amount: `$1,234.50`, `1.234,50 €`, `USD 3`. Another currency than the library's is refused, never converted.
pub(super) fn money(text: &str, currency: &Currency) -> Result<Amount, Expected> {
    let expected = || format!("an amount of 0 or more in {}, such as 12.50", currency.as_str());
    let mut digits = text.trim();
    for (sign, code) in CURRENCY_SIGNS
        .iter()
        .chain([(currency.as_str(), currency.as_str())].iter())
    {
        let bare = strip_sign(digits, sign);
        if let Some(bare) = bare {
            if *code != currency.as_str() && !(*sign == "$" && DOLLARS.contains(&currency.as_str())) {
                return Err(expected());
            }
            digits = bare;
            break;
        }
    }
    number(digits)
        .filter(|value| *value >= Decimal::ZERO)
        .and_then(|value| exact_amount(value).ok())
        .ok_or_else(expected)
}

/// Signs and codes before or behind an amount, the longer ones first.
const CURRENCY_SIGNS: [(&str, &str); 15] = [
    ("US$", "USD"),
    ("USD", "USD"),
    ("EUR", "EUR"),
    ("GBP", "GBP"),
    ("JPY", "JPY"),
    ("CNY", "CNY"),
    ("CHF", "CHF"),
    ("CAD", "CAD"),
    ("AUD", "AUD"),
    ("INR", "INR"),
    ("$", "USD"),
    ("\u{20ac}", "EUR"),
    ("\u{a3}", "GBP"),
    ("\u{a5}", "JPY"),
    ("\u{20b9}", "INR"),
];
const DOLLARS: [&str; 6] = ["USD", "CAD", "AUD", "NZD", "SGD", "HKD"];

fn strip_sign<'a>(text: &'a str, sign: &str) -> Option<&'a str> {
    let starts = text
        .get(..sign.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(sign));
    if starts {
        return Some(text[sign.len()..].trim_start());
    }
    let behind = text.len().checked_sub(sign.len())?;
    let ends = text.get(behind..).is_some_and(|end| end.eq_ignore_ascii_case(sign));
    ends.then(|| text[..behind].trim_end())
}

/// Programs that count in floats write 0.30000000000000004: so many digits are noise, and are rounded to a nano-unit. A shorter
/// number with more than nine decimals was meant, and is refused.
fn exact_amount(value: Decimal) -> Result<Amount, circletake_domain::money::AmountError> {
    let digits = value.normalize().mantissa().unsigned_abs().to_string().len();
    if digits >= 15 {
        Amount::rounded(value)
    } else {
        Amount::exact(value)
    }
}

/// A number of 0 or more with any thousands separators.
pub(super) fn quantity(text: &str) -> Result<Decimal, Expected> {
    number(text)
        .filter(|value| *value >= Decimal::ZERO)
        .map(|value| value.normalize())
        .ok_or_else(|| "a number of 0 or more, such as 25 or 12.5".to_owned())
}

/// A number in either notation. Where both signs occur the last one is the decimal sign; a single comma with three digits behind it
/// separates thousands, since that is what spreadsheets write; a single point is always the decimal point.
fn number(text: &str) -> Option<Decimal> {
    let compact: String = text
        .trim()
        .chars()
        .filter(|c| !matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\'' | '_'))
        .collect();
    let (commas, points) = (compact.matches(',').count(), compact.matches('.').count());
    let comma_is_decimal = match (commas, points) {
        (1, 0) => !groups_of_three(&compact, ','),
        (0, _) | (_, 0) => false,
        _ => compact.rfind(',') > compact.rfind('.'),
    };
    let (group, decimal) = if comma_is_decimal { ('.', ',') } else { (',', '.') };
    let (whole, fraction) = compact.rsplit_once(decimal).unwrap_or((&compact, ""));
    if fraction.contains(group) || (whole.contains(group) && !groups_of_three(whole, group)) {
        return None;
    }
    let whole = whole.replace(group, "");
    let exponent = fraction.contains(['e', 'E']) || whole.contains(['e', 'E']);
    let plain_text = if fraction.is_empty() {
        whole
    } else {
        format!("{whole}.{fraction}")
    };
    if exponent {
        Decimal::from_scientific(&plain_text).ok()
    } else {
        plain(&plain_text)
    }
}

fn plain(text: &str) -> Option<Decimal> {
    let text = text.trim();
    let shaped = text
        .bytes()
        .all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b'+'));
    (shaped && text.bytes().any(|byte| byte.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

fn groups_of_three(text: &str, separator: char) -> bool {
    let mut groups = text.trim_start_matches(['-', '+']).split(separator);
    let first = groups.next().unwrap_or_default();
    // 0,120 is a decimal: nobody writes a group of one zero before thousands.
    (1..=3).contains(&first.len())
        && first != "0"
        && groups.all(|group| group.len() == 3 && group.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Yes or no.
pub(super) fn boolean(text: &str) -> Result<bool, Expected> {
    match text.to_lowercase().as_str() {
        "true" | "t" | "yes" | "y" | "1" | "1.0" | "x" | "on" | "checked" | "\u{2713}" | "\u{2714}" | "\u{2705}" => {
            Ok(true)
        }
        "false" | "f" | "no" | "n" | "0" | "0.0" | "off" | "unchecked" | "\u{2717}" | "\u{274c}" => Ok(false),
        _ => Err("true or false".to_owned()),
    }
}

type Layout = &'static [BorrowedFormatItem<'static>];

const DATES_AND_TIMES: [Layout; 8] = [
    format_description!("[year]-[month]-[day]T[hour]:[minute]:[second]"),
    format_description!("[year]-[month]-[day]T[hour]:[minute]:[second].[subsecond]"),
    format_description!("[year]-[month]-[day] [hour]:[minute]:[second]"),
    format_description!("[year]-[month]-[day] [hour]:[minute]:[second].[subsecond]"),
    format_description!("[year]-[month]-[day] [hour]:[minute]"),
    format_description!("[year]-[month]-[day]T[hour]:[minute]"),
    format_description!(
        "[month repr:long] [day padding:none], [year] [hour padding:none repr:12]:[minute] [period case_sensitive:false]"
    ),
    format_description!(
        "[month repr:short] [day padding:none], [year] [hour padding:none repr:12]:[minute] [period case_sensitive:false]"
    ),
];
const DATES: [Layout; 5] = [
    format_description!("[year]-[month]-[day]"),
    format_description!("[year]/[month]/[day]"),
    format_description!("[month repr:long] [day padding:none], [year]"),
    format_description!("[month repr:short] [day padding:none], [year]"),
    format_description!("[day padding:none] [month repr:short] [year]"),
];

/// A moment: RFC 3339, or a date with or without a time, read as UTC. Dates such as 3/4/2025 are refused, since half the world
/// reads them the other way round.
pub(super) fn moment(text: &str) -> Result<Timestamp, Expected> {
    let text = text.trim();
    let with_zone = Timestamp::parse(text).or_else(|_| Timestamp::parse(&text.replacen(' ', "T", 1)));
    if let Ok(moment) = with_zone {
        return Ok(moment);
    }
    let bare = text.strip_suffix(" UTC").unwrap_or(text);
    let at = DATES_AND_TIMES
        .iter()
        .find_map(|layout| PrimitiveDateTime::parse(bare, layout).ok())
        .or_else(|| {
            DATES
                .iter()
                .find_map(|layout| Date::parse(bare, layout).ok())
                .map(|date| date.with_time(Time::MIDNIGHT))
        });
    at.map(|at| Timestamp::new(at.assume_utc()))
        .ok_or_else(|| "a time such as 2025-11-20T08:37:00Z or a date such as 2025-11-20".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("$1,234.50", Some("1234.5"))]
    #[case("1.234,50", Some("1234.5"))]
    #[case("USD 3", Some("3"))]
    #[case("0,42", Some("0.42"))]
    #[case("0,120", Some("0.12"))]
    #[case("1,234", Some("1234"))]
    #[case("1.234", Some("1.234"))]
    #[case("12 345.6", Some("12345.6"))]
    #[case("0.30000000000000004", Some("0.3"))]
    #[case("4.2e-1", Some("0.42"))]
    #[case("0.0000000001", None)]
    #[case("-3", None)]
    #[case("($3)", None)]
    #[case("\u{20ac}3", None)]
    #[case("3 EUR", None)]
    #[case("1,23,4", None)]
    #[case("abc", None)]
    #[case("$", None)]
    #[case("99999999999", None)]
    fn money_is_cleaned_exactly_or_refused(#[case] text: &str, #[case] amount: Option<&str>) {
        let usd = Currency::new("USD").unwrap();
        assert_eq!(
            money(text, &usd).ok().map(|amount| amount.to_string()).as_deref(),
            amount
        );
    }

    #[test]
    fn a_library_in_euros_takes_euros_and_no_dollars() {
        let eur = Currency::new("EUR").unwrap();
        assert_eq!(money("1.234,50 \u{20ac}", &eur).unwrap().to_string(), "1234.5");
        assert_eq!(
            money("$3", &eur),
            Err("an amount of 0 or more in EUR, such as 12.50".to_owned())
        );
    }

    #[rstest]
    #[case("12.5", TimeUnit::Minutes, Some("12.5"))]
    #[case("12,5 min", TimeUnit::Minutes, Some("12.5"))]
    #[case("1h 30m", TimeUnit::Minutes, Some("90"))]
    #[case("1.5", TimeUnit::Hours, Some("90"))]
    #[case("90s", TimeUnit::Minutes, Some("1.5"))]
    #[case("12:30", TimeUnit::Minutes, Some("12.5"))]
    #[case("0:12:30", TimeUnit::Minutes, Some("12.5"))]
    #[case("6000 ms", TimeUnit::Minutes, Some("0.1"))]
    #[case("-1", TimeUnit::Minutes, None)]
    #[case("1 2", TimeUnit::Minutes, None)]
    #[case("12:61", TimeUnit::Minutes, None)]
    #[case("soon", TimeUnit::Minutes, None)]
    fn lengths_of_time_are_read_in_any_unit(#[case] text: &str, #[case] bare: TimeUnit, #[case] minutes: Option<&str>) {
        let read = duration(text, bare, TimeUnit::Minutes)
            .ok()
            .map(|minutes| minutes.to_string());
        assert_eq!(read.as_deref(), minutes);
    }

    #[rstest]
    #[case("2025-11-20T10:37:00+02:00", Some("2025-11-20T08:37:00.000000Z"))]
    #[case("2025-11-20 08:37:00Z", Some("2025-11-20T08:37:00.000000Z"))]
    #[case("2025-11-20 08:37", Some("2025-11-20T08:37:00.000000Z"))]
    #[case("2025-11-20", Some("2025-11-20T00:00:00.000000Z"))]
    #[case("November 3, 2025 2:05 PM", Some("2025-11-03T14:05:00.000000Z"))]
    #[case("Nov 3, 2025", Some("2025-11-03T00:00:00.000000Z"))]
    #[case("3/4/2025", None)]
    #[case("2025-13-01", None)]
    #[case("yesterday", None)]
    fn times_are_read_as_utc_and_ambiguous_ones_refused(#[case] text: &str, #[case] read: Option<&str>) {
        assert_eq!(moment(text).ok().map(|moment| moment.to_string()).as_deref(), read);
    }
}
