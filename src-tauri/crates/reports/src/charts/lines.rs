//! How an amount went: over attempts with its band, over days.

use super::Chart;
use super::drawing::{Anchor, BAND, Drawing, FILL, LIMIT, QUIET, RULE, WIDTH, round_up};

const LEFT: f64 = 70.0;
const RIGHT: f64 = 20.0;
const TOP: f64 = 14.0;
const HEIGHT: f64 = 230.0;
const BOTTOM: f64 = 34.0;

/// A place on the way.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// Where, from left to right.
    pub x: f64,
    /// The amount; `None` while there is none.
    pub y: Option<f64>,
    /// The lower end of its interval.
    pub low: Option<f64>,
    /// The upper end; `None` is without end.
    pub high: Option<f64>,
}

/// A way with its axes in words.
#[derive(Debug, Clone, PartialEq)]
pub struct Course<'a> {
    /// Tells its parts from those of other charts on the page.
    pub id: &'a str,
    /// Its heading.
    pub title: &'a str,
    /// In order.
    pub points: &'a [Point],
    /// A line it is held against, with its words.
    pub limit: Option<(f64, String)>,
    /// What stands below the left and the right end.
    pub ends: (String, String),
    /// What it says.
    pub says: String,
}

/// Draws a way; `shown` writes an amount at the axis.
pub fn course(way: &Course<'_>, shown: impl Fn(f64) -> String) -> Chart {
    let values = || way.points.iter().filter_map(|point| point.y);
    // Early points have endless bands: the axis follows what was seen and the line, and leaves the band some room.
    let last_high = way.points.last().and_then(|point| point.high).unwrap_or(0.0);
    let limit = way.limit.as_ref().map_or(0.0, |(limit, _)| *limit);
    let most = values().fold(0.0, f64::max);
    let end = round_up(most.max(limit).max(last_high.min(most * 4.0)) * 1.05);
    let first = way.points.first().map_or(0.0, |point| point.x);
    let span = (way.points.last().map_or(0.0, |point| point.x) - first).max(f64::MIN_POSITIVE);
    let x = |value: f64| LEFT + (value - first) / span * (WIDTH - LEFT - RIGHT);
    let y = |value: f64| TOP + (1.0 - (value / end).clamp(0.0, 1.0)) * (HEIGHT - TOP - BOTTOM);
    let mut drawing = Drawing::new(HEIGHT);
    for quarter in 0..=4 {
        let value = end * f64::from(quarter) / 4.0;
        drawing.line((LEFT, y(value)), (WIDTH - RIGHT, y(value)), RULE, 1.0, false);
        drawing.words((LEFT - 8.0, y(value) + 4.0), Anchor::End, QUIET, &shown(value));
    }
    let banded: Vec<&Point> = way
        .points
        .iter()
        .filter(|point| point.y.is_some() && point.low.is_some())
        .collect();
    let upper = banded.iter().map(|point| (x(point.x), y(point.high.unwrap_or(end))));
    let lower = banded
        .iter()
        .rev()
        .map(|point| (x(point.x), y(point.low.unwrap_or(0.0))));
    let band: Vec<(f64, f64)> = upper.chain(lower).collect();
    if band.len() > 2 {
        drawing.area(&band, BAND);
    }
    let line: Vec<(f64, f64)> = way
        .points
        .iter()
        .filter_map(|point| Some((x(point.x), y(point.y?))))
        .collect();
    if line.len() > 1 {
        drawing.path(&line, FILL);
    }
    if let Some(last) = line.last() {
        drawing.dot(*last, FILL);
    }
    if let Some((limit, words)) = &way.limit {
        drawing.line((LEFT, y(*limit)), (WIDTH - RIGHT, y(*limit)), LIMIT, 1.5, true);
        drawing.words((WIDTH - RIGHT, y(*limit) - 5.0), Anchor::End, LIMIT, words);
    }
    drawing.words((LEFT, HEIGHT - 10.0), Anchor::Start, QUIET, &way.ends.0);
    drawing.words((WIDTH - RIGHT, HEIGHT - 10.0), Anchor::End, QUIET, &way.ends.1);
    Chart {
        svg: drawing.finish(way.id, way.title, &way.says),
        title: way.title.to_owned(),
        says: way.says.clone(),
    }
}
