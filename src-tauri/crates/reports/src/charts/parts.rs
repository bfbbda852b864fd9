//! A whole and its parts: what the money was spent on.

use super::Chart;
use super::drawing::{Anchor, Drawing, INK, QUIET, WIDTH, cut};

const SHADES: [&str; 6] = ["#1f3a5c", "#4a74a6", "#8fb0d4", "#c9d6e6", "#7a7a7a", "#bdbdbd"];

/// One part.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// What it is.
    pub label: String,
    /// How much.
    pub value: f64,
    /// Its figures.
    pub note: String,
}

/// One bar cut into its parts, with a line for each below it.
pub fn parts(id: &str, title: &str, all: &[Part]) -> Chart {
    let sum: f64 = all
        .iter()
        .map(|part| part.value.max(0.0))
        .sum::<f64>()
        .max(f64::MIN_POSITIVE);
    let mut drawing = Drawing::new(46.0 + 22.0 * f64::from(u32::try_from(all.len()).unwrap_or(0)));
    let mut x = 0.0;
    let mut y = 46.0;
    for (part, shade) in all.iter().zip(SHADES.iter().cycle()) {
        let width = part.value.max(0.0) / sum * WIDTH;
        drawing.rect(x, 2.0, width, 28.0, shade);
        if x > 0.0 && width > 0.0 {
            // Neighbours are told apart where their greys are near.
            drawing.line((x, 2.0), (x, 30.0), "#ffffff", 2.0, false);
        }
        x += width;
        drawing.rect(0.0, y - 2.0, 12.0, 12.0, shade);
        drawing.words((20.0, y + 8.0), Anchor::Start, INK, &cut(&part.label, 34));
        drawing.words((230.0, y + 8.0), Anchor::Start, QUIET, &cut(&part.note, 66));
        y += 22.0;
    }
    let told: Vec<String> = all
        .iter()
        .map(|part| format!("{}: {}", part.label, part.note))
        .collect();
    let says = format!("{}.", told.join("; "));
    Chart {
        svg: drawing.finish(id, title, &says),
        title: title.to_owned(),
        says,
    }
}
