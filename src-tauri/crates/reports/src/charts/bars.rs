//! Bars side by side: why takes were thrown away, how far they came.

use super::Chart;
use super::drawing::{Anchor, Drawing, FILL, INK, QUIET, WIDTH, cut};

const ROW: f64 = 26.0;
const LABELS: f64 = 170.0;
const NOTES: f64 = 190.0;

/// One bar.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// What it is.
    pub label: String,
    /// How long.
    pub value: f64,
    /// Its figures.
    pub note: String,
}

/// Bars with their figures behind them.
pub fn bars(id: &str, title: &str, rows: &[Bar]) -> Chart {
    let most = rows
        .iter()
        .map(|row| row.value)
        .fold(0.0, f64::max)
        .max(f64::MIN_POSITIVE);
    let room = WIDTH - LABELS - NOTES;
    let mut drawing = Drawing::new(f64::from(u32::try_from(rows.len()).unwrap_or(0)) * ROW + 6.0);
    let mut y = 4.0;
    for row in rows {
        let length = (row.value / most).clamp(0.0, 1.0) * room;
        drawing.words((LABELS - 10.0, y + 15.0), Anchor::End, INK, &cut(&row.label, 28));
        drawing.rect(LABELS, y + 3.0, length.max(1.0), ROW - 9.0, FILL);
        drawing.words(
            (LABELS + length + 8.0, y + 15.0),
            Anchor::Start,
            QUIET,
            &cut(&row.note, 44),
        );
        y += ROW;
    }
    let told: Vec<String> = rows.iter().map(|row| format!("{}: {}", row.label, row.note)).collect();
    let says = format!("{}.", told.join("; "));
    Chart {
        svg: drawing.finish(id, title, &says),
        title: title.to_owned(),
        says,
    }
}
