//! An entry's own factors R, F and M as a price list writes them: `720p:1; 1080p:1.2`.

use crate::money::exact_decimal;
use crate::prices::field_problem::FieldProblem;
use crate::prices::project_price::Multipliers;
use crate::prices::resolution::Resolution;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// The columns of R, F and M. A table that is left out is the shipped one.
pub const FACTOR_COLUMNS: [&str; 3] = ["resolution_factors", "frame_rate_factors", "variant_factors"];

/// What the three columns say. `None` where they say nothing: then the shipped tables count.
pub(super) fn multipliers(texts: [Option<String>; 3], problems: &mut Vec<FieldProblem>) -> Option<Multipliers> {
    if texts.iter().all(Option::is_none) {
        return None;
    }
    let [resolution, frame_rate, variant] = texts;
    let shipped = Multipliers::default();
    let resolution = table(
        (FACTOR_COLUMNS[0], resolution),
        |name| Resolution::new(name).ok().map(String::from),
        "resolutions with their factors, such as 720p:1; 1080p:1.2",
        problems,
    );
    let frame_rate = table(
        (FACTOR_COLUMNS[1], frame_rate),
        |name| name.parse::<u32>().ok().filter(|rate| *rate > 0),
        "frames a second with their factors, such as 24:1; 30:1.1",
        problems,
    );
    let variant = table(
        (FACTOR_COLUMNS[2], variant),
        |name| (!name.is_empty()).then(|| name.to_lowercase().replace([' ', '-'], "_")),
        "variants with their factors, such as general:1; advanced:1.15",
        problems,
    );
    Some(Multipliers {
        resolution: resolution.unwrap_or(shipped.resolution),
        frame_rate: frame_rate.unwrap_or(shipped.frame_rate),
        variant: variant.unwrap_or(shipped.variant),
    })
}

/// A table of one column; `None` where it is left out, or where it does not read and says so. A name that stands twice is a slip.
fn table<Name: Ord>(
    (column, text): (&str, Option<String>),
    name: impl Fn(&str) -> Option<Name>,
    expected: &str,
    problems: &mut Vec<FieldProblem>,
) -> Option<BTreeMap<Name, Decimal>> {
    let text = text?;
    let mut table = BTreeMap::new();
    for pair in text.split([';', ',']).map(str::trim).filter(|pair| !pair.is_empty()) {
        let read = pair.split_once(':').and_then(|(of, factor)| {
            let factor = exact_decimal(factor).ok()?;
            Some((name(of.trim())?, factor))
        });
        let fresh = read.is_some_and(|(name, factor)| table.insert(name, factor).is_none());
        if !fresh {
            problems.push(FieldProblem::new(column, text, expected));
            return None;
        }
    }
    Some(table)
}
