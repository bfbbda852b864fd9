//! Notes on frames: what they are about, and what is drawn on the picture.

use serde::{Deserialize, Serialize};
use std::fmt;
use thiserror::Error;
use ts_rs::TS;

macro_rules! categories {
    ($($(#[$doc:meta])* $name:ident = $word:literal;)*) => {
        /// What a note is about.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        pub enum NoteCategory {
            $($(#[$doc])* #[serde(rename = $word)] $name,)*
        }
        impl NoteCategory {
            /// Every category.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The word stored and exported.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $word,)* }
            }
        }
    };
}

categories! {
    /// Distortion, flicker, melted detail.
    Artifact = "artifact";
    /// The product as it is.
    Product = "product";
    /// How things or the camera move.
    Motion = "motion";
    /// Framing, light, colour.
    Picture = "picture";
    /// How the brand looks or speaks.
    Brand = "brand";
    /// Faces, marks, works, claims.
    Rights = "rights";
    /// What is to be cut or mended.
    Edit = "edit";
    /// Music, voice, noise.
    Sound = "sound";
}

impl fmt::Display for NoteCategory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A word that is no category.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("`{0}` is not a category of a note")]
pub struct UnknownCategory(pub String);

impl std::str::FromStr for NoteCategory {
    type Err = UnknownCategory;
    fn from_str(text: &str) -> Result<Self, UnknownCategory> {
        Self::ALL
            .iter()
            .copied()
            .find(|category| category.as_str() == text)
            .ok_or_else(|| UnknownCategory(text.to_owned()))
    }
}

/// A place in the picture: 0, 0 is the left top corner, 1, 1 the right bottom one, whatever its size.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, TS)]
pub struct Point {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
}

/// One thing drawn on the picture.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Stroke {
    /// A line as it was drawn.
    Pen {
        /// Where the pen went.
        points: Vec<Point>,
    },
    /// An arrow that points somewhere.
    Arrow {
        /// Its tail.
        from: Point,
        /// Its head.
        to: Point,
    },
    /// A frame around something.
    Box {
        /// One corner.
        from: Point,
        /// The opposite one.
        to: Point,
    },
    /// Words in the picture.
    Text {
        /// Where they begin, on their baseline.
        at: Point,
        /// The words.
        text: String,
    },
}

/// More strokes than anybody draws on a frame.
pub const MOST_STROKES: usize = 200;
/// More points than a pen leaves in one stroke.
pub const MOST_POINTS: usize = 4_000;
/// The longest words in the picture, in characters.
pub const LONGEST_STROKE_TEXT: usize = 200;
/// The longest note, in characters.
pub const LONGEST_NOTE: usize = 4_000;

/// Why a drawing cannot be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum DrawingError {
    /// A point that lies outside the picture, or nowhere.
    #[error("a stroke leaves the picture")]
    OutsideThePicture,
    /// Far more than a person draws.
    #[error("there is more drawn here than can be kept: at most {MOST_STROKES} strokes of {MOST_POINTS} points")]
    TooMuch,
    /// Words that say nothing, or too much.
    #[error("words in the picture are 1 to {LONGEST_STROKE_TEXT} characters long")]
    Words,
}

impl Stroke {
    fn points(&self) -> Vec<Point> {
        match self {
            Self::Pen { points } => points.clone(),
            Self::Arrow { from, to } | Self::Box { from, to } => vec![*from, *to],
            Self::Text { at, .. } => vec![*at],
        }
    }
}

/// Accepts a drawing that can be shown and burnt in: every point in the picture, and no more of them than a hand leaves.
pub fn check_drawing(strokes: &[Stroke]) -> Result<(), DrawingError> {
    if strokes.len() > MOST_STROKES {
        return Err(DrawingError::TooMuch);
    }
    for stroke in strokes {
        let points = stroke.points();
        if points.is_empty() || points.len() > MOST_POINTS {
            return Err(DrawingError::TooMuch);
        }
        let inside = |value: f64| (0.0..=1.0).contains(&value);
        if !points.iter().all(|point| inside(point.x) && inside(point.y)) {
            return Err(DrawingError::OutsideThePicture);
        }
        if let Stroke::Text { text, .. } = stroke
            && !(1..=LONGEST_STROKE_TEXT).contains(&text.trim().chars().count())
        {
            return Err(DrawingError::Words);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_stays_in_the_picture_and_within_reason() {
        let at = |x, y| Point { x, y };
        let arrow = |to| Stroke::Arrow { from: at(0.0, 1.0), to };
        assert_eq!(check_drawing(&[arrow(at(0.5, 0.5))]), Ok(()));
        for outside in [at(1.01, 0.5), at(f64::NAN, 0.5), at(0.5, -0.1), at(f64::INFINITY, 0.0)] {
            assert_eq!(check_drawing(&[arrow(outside)]), Err(DrawingError::OutsideThePicture));
        }
        assert_eq!(
            check_drawing(&[Stroke::Pen { points: Vec::new() }]),
            Err(DrawingError::TooMuch)
        );
        let silent = Stroke::Text {
            at: at(0.1, 0.1),
            text: "  ".to_owned(),
        };
        assert_eq!(check_drawing(&[silent]), Err(DrawingError::Words));
    }

    #[test]
    fn a_stroke_reads_back_as_it_was_drawn() {
        let text = r#"{"kind":"text","at":{"x":0.25,"y":0.5},"text":"too <b>warm</b>"}"#;
        let stroke: Stroke = serde_json::from_str(text).unwrap();
        assert_eq!(serde_json::to_string(&stroke).unwrap(), text);
        for category in NoteCategory::ALL {
            assert_eq!(category.as_str().parse::<NoteCategory>(), Ok(*category));
        }
    }
}
