//! Rates with their intervals, one below the other.

use super::Chart;
use super::drawing::{Anchor, BAND, Drawing, FILL, INK, QUIET, RULE, WIDTH, cut, round_up};

const ROW: f64 = 28.0;
const LABELS: f64 = 170.0;
const NOTES: f64 = 170.0;

/// A rate with the ends of its interval, all from 0 to 1.
#[derive(Debug, Clone, PartialEq)]
pub struct Range {
    /// Of what.
    pub label: String,
    /// What was seen.
    pub rate: f64,
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
    /// Its figures.
    pub note: String,
}

/// A row a rate, on one axis.
pub fn intervals(id: &str, title: &str, rows: &[Range]) -> Chart {
    let end = round_up(rows.iter().map(|row| row.high).fold(0.0, f64::max)).min(1.0);
    let room = WIDTH - LABELS - NOTES;
    let at = |rate: f64| LABELS + (rate / end).clamp(0.0, 1.0) * room;
    let height = f64::from(u32::try_from(rows.len()).unwrap_or(0)) * ROW + 26.0;
    let mut drawing = Drawing::new(height);
    for quarter in 0..=4 {
        let rate = end * f64::from(quarter) / 4.0;
        drawing.line((at(rate), 0.0), (at(rate), height - 22.0), RULE, 1.0, false);
        let shown = format!("{:.1} %", rate * 100.0).replace(".0 %", " %");
        drawing.words((at(rate), height - 6.0), Anchor::Middle, QUIET, &shown);
    }
    let mut y = 4.0;
    for row in rows {
        drawing.words((LABELS - 10.0, y + 15.0), Anchor::End, INK, &cut(&row.label, 28));
        drawing.rect(at(row.low), y + 5.0, at(row.high) - at(row.low), ROW - 15.0, BAND);
        drawing.dot((at(row.rate), y + 11.5), FILL);
        drawing.words(
            (LABELS + room + 10.0, y + 15.0),
            Anchor::Start,
            QUIET,
            &cut(&row.note, 28),
        );
        y += ROW;
    }
    let told: Vec<String> = rows.iter().map(|row| format!("{}: {}", row.label, row.note)).collect();
    let says = format!(
        "{}. The bar is the 95 % interval, the dot what was seen.",
        told.join("; ")
    );
    Chart {
        svg: drawing.finish(id, title, &says),
        title: title.to_owned(),
        says,
    }
}
