//! A still picture made of lines, boxes and words: SVG that a page and a PDF show alike, with every word escaped.

use std::fmt::Write;

/// Ink on white; the shades differ in grey too, so that nothing is lost on a printer without colour.
pub(super) const INK: &str = "#1b1b1b";
pub(super) const QUIET: &str = "#595959";
pub(super) const RULE: &str = "#d0d0d0";
pub(super) const FILL: &str = "#33567f";
pub(super) const BAND: &str = "#c9d6e6";
pub(super) const LIMIT: &str = "#a3262a";

/// As wide as every chart is; a page scales it.
pub(super) const WIDTH: f64 = 680.0;

/// Where a word begins, relative to its place.
#[derive(Debug, Clone, Copy)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// A picture while it is drawn.
pub(super) struct Drawing {
    height: f64,
    body: String,
}

impl Drawing {
    pub(super) fn new(height: f64) -> Self {
        Self {
            height,
            body: String::new(),
        }
    }
    pub(super) fn rect(&mut self, x: f64, y: f64, width: f64, height: f64, fill: &str) {
        let [x, y, width, height] = [x, y, width.max(0.0), height].map(finite);
        let _ = write!(
            self.body,
            r#"<rect x="{x:.1}" y="{y:.1}" width="{width:.1}" height="{height:.1}" fill="{fill}"/>"#
        );
    }
    pub(super) fn line(&mut self, from: (f64, f64), to: (f64, f64), stroke: &str, width: f64, dashed: bool) {
        let dash = if dashed { r#" stroke-dasharray="5 4""# } else { "" };
        let _ = write!(
            self.body,
            r#"<line x1="{:.1}" y1="{:.1}" x2="{:.1}" y2="{:.1}" stroke="{stroke}" stroke-width="{width}"{dash}/>"#,
            finite(from.0),
            finite(from.1),
            finite(to.0),
            finite(to.1)
        );
    }
    pub(super) fn dot(&mut self, at: (f64, f64), fill: &str) {
        let _ = write!(
            self.body,
            r#"<circle cx="{:.1}" cy="{:.1}" r="3.5" fill="{fill}"/>"#,
            finite(at.0),
            finite(at.1)
        );
    }
    /// A line through points.
    pub(super) fn path(&mut self, points: &[(f64, f64)], stroke: &str) {
        let _ = write!(
            self.body,
            r#"<polyline points="{}" fill="none" stroke="{stroke}" stroke-width="2" stroke-linejoin="round"/>"#,
            joined(points)
        );
    }
    /// A closed shape.
    pub(super) fn area(&mut self, points: &[(f64, f64)], fill: &str) {
        let _ = write!(self.body, r#"<polygon points="{}" fill="{fill}"/>"#, joined(points));
    }
    pub(super) fn words(&mut self, at: (f64, f64), anchor: Anchor, fill: &str, text: &str) {
        let anchor = match anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        };
        let _ = write!(
            self.body,
            r#"<text x="{:.1}" y="{:.1}" text-anchor="{anchor}" fill="{fill}">{}</text>"#,
            finite(at.0),
            finite(at.1),
            escaped(text)
        );
    }
    /// The picture whole, with what it is and what it says for those who do not see it.
    pub(super) fn finish(self, id: &str, title: &str, says: &str) -> String {
        format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" role="img" aria-labelledby="{id}-title {id}-says" font-family="Inter, system-ui, sans-serif" font-size="12" font-weight="500"><title id="{id}-title">{}</title><desc id="{id}-says">{}</desc>{}</svg>"#,
            escaped(title),
            escaped(says),
            self.body,
            height = self.height,
        )
    }
}

fn joined(points: &[(f64, f64)]) -> String {
    let points: Vec<String> = points
        .iter()
        .map(|(x, y)| format!("{:.1},{:.1}", finite(*x), finite(*y)))
        .collect();
    points.join(" ")
}

/// A figure beyond all numbers has no place in a picture.
fn finite(value: f64) -> f64 {
    if value.is_finite() { value } else { 0.0 }
}

/// As text in XML; what XML cannot hold is left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\r' | '\t' => out.push(' '),
            control if control.is_control() || matches!(control, '\u{fffe}' | '\u{ffff}') => {}
            other => out.push(other),
        }
    }
    out
}

/// At most so many letters, so that a long name does not run over a figure.
pub(super) fn cut(text: &str, letters: usize) -> String {
    if text.chars().count() <= letters {
        return text.to_owned();
    }
    let kept: String = text.chars().take(letters.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

/// A round number at or above this, for the end of an axis.
pub(super) fn round_up(value: f64) -> f64 {
    if !value.is_finite() || value <= 0.0 {
        return 1.0;
    }
    let power = 10_f64.powf(value.log10().floor());
    let steps = [1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0];
    steps
        .into_iter()
        .map(|step| step * power)
        .find(|step| *step >= value * 0.999_999)
        .unwrap_or(value)
}
