//! Strokes burnt into a still, as they stand over the picture in the review room: the same places, the same weight.

use ab_glyph::{Font, FontRef, ScaleFont, point};
use circletake_domain::note::{Point, Stroke as Drawn};
use image::{ImageFormat, RgbaImage};
use std::io::Cursor;
use thiserror::Error;
use tiny_skia::{Color, LineCap, LineJoin, Paint, Path, PathBuilder, Pixmap, PremultipliedColorU8, Stroke, Transform};

const FONT: &[u8] = include_bytes!("../../fonts/Inter-Medium.otf");
/// The ink, and the edge around it that keeps it readable on any picture.
const INK: [u8; 3] = [255, 106, 61];
const EDGE: [u8; 3] = [0, 0, 0];
/// Of the picture's height.
const LINE: f32 = 0.006;
const EDGE_LINE: f32 = 0.010;
const LETTERS: f32 = 0.045;
const ARROW_HEAD: f32 = 0.035;

/// Why a still could not be drawn on.
#[derive(Debug, Error)]
pub enum BurnInError {
    /// Its bytes are no picture.
    #[error("the still cannot be read or written: {0}")]
    Picture(#[from] image::ImageError),
    /// There is no room for it.
    #[error("a picture of {width} x {height} cannot be drawn on")]
    Size {
        /// In pixels.
        width: u32,
        /// In pixels.
        height: u32,
    },
    /// The letters that come with the program are damaged.
    #[error("the letters for words in the picture cannot be read")]
    Letters,
}

/// The still as PNG with the strokes on it.
pub fn burn_in(still: &[u8], strokes: &[Drawn]) -> Result<Vec<u8>, BurnInError> {
    let picture = image::load_from_memory(still)?.to_rgba8();
    let (width, height) = picture.dimensions();
    let mut drawing = Pixmap::new(width, height).ok_or(BurnInError::Size { width, height })?;
    let font = FontRef::try_from_slice(FONT).map_err(|_| BurnInError::Letters)?;
    for stroke in strokes {
        draw(&mut drawing, stroke, &font);
    }
    let mut out = Cursor::new(Vec::new());
    over(picture, &drawing).write_to(&mut out, ImageFormat::Png)?;
    Ok(out.into_inner())
}

fn draw(drawing: &mut Pixmap, stroke: &Drawn, font: &FontRef<'_>) {
    #[expect(
        clippy::cast_precision_loss,
        reason = "no picture is wider than a float counts exactly"
    )]
    let (width, height) = (drawing.width() as f32, drawing.height() as f32);
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a place within 0..1 needs no more than a float has"
    )]
    let place = |at: Point| (at.x as f32 * width, at.y as f32 * height);
    let path = match stroke {
        Drawn::Text { at, text } => return write(drawing, font, text, place(*at), height * LETTERS),
        Drawn::Pen { points } => line(points.iter().map(|at| place(*at))),
        Drawn::Box { from, to } => {
            let ((left, top), (right, bottom)) = (place(*from), place(*to));
            closed([(left, top), (right, top), (right, bottom), (left, bottom)])
        }
        Drawn::Arrow { from, to } => arrow(place(*from), place(*to), height * ARROW_HEAD),
    };
    let Some(path) = path else { return };
    for (color, weight) in [(EDGE, EDGE_LINE), (INK, LINE)] {
        let mut paint = Paint {
            anti_alias: true,
            ..Paint::default()
        };
        paint.set_color(Color::from_rgba8(color[0], color[1], color[2], 255));
        let pen = Stroke {
            width: (height * weight).max(1.0),
            line_cap: LineCap::Round,
            line_join: LineJoin::Round,
            ..Stroke::default()
        };
        drawing.stroke_path(&path, &paint, &pen, Transform::identity(), None);
    }
}

type Place = (f32, f32);

fn line(mut places: impl Iterator<Item = Place>) -> Option<Path> {
    let mut path = PathBuilder::new();
    let first = places.next()?;
    path.move_to(first.0, first.1);
    // A dot is a line that goes nowhere; its round ends make it one.
    path.line_to(first.0 + 0.01, first.1);
    for (x, y) in places {
        path.line_to(x, y);
    }
    path.finish()
}

fn closed(corners: [Place; 4]) -> Option<Path> {
    let mut path = PathBuilder::new();
    path.move_to(corners[0].0, corners[0].1);
    for (x, y) in &corners[1..] {
        path.line_to(*x, *y);
    }
    path.close();
    path.finish()
}

fn arrow(from: Place, to: Place, head: f32) -> Option<Path> {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let length = dx.hypot(dy).max(0.01);
    let (dx, dy) = (dx / length, dy / length);
    let barb = |side: f32| {
        (
            to.0 - head * (dx - side * 0.6 * dy),
            to.1 - head * (dy + side * 0.6 * dx),
        )
    };
    let mut path = PathBuilder::new();
    path.move_to(from.0, from.1);
    path.line_to(to.0, to.1);
    for (x, y) in [barb(1.0), barb(-1.0)] {
        path.move_to(to.0, to.1);
        path.line_to(x, y);
    }
    path.finish()
}

fn write(drawing: &mut Pixmap, font: &FontRef<'_>, text: &str, (x, baseline): Place, size: f32) {
    let edge = (size / 16.0).max(1.0);
    let around = [(-edge, 0.0), (edge, 0.0), (0.0, -edge), (0.0, edge)];
    for (dx, dy) in around {
        letters(drawing, font, text, (x + dx, baseline + dy), size, EDGE);
    }
    letters(drawing, font, text, (x, baseline), size, INK);
}

fn letters(drawing: &mut Pixmap, font: &FontRef<'_>, text: &str, (x, baseline): Place, size: f32, ink: [u8; 3]) {
    let scaled = font.as_scaled(size);
    let mut caret = x;
    for letter in text.chars() {
        let id = font.glyph_id(letter);
        let glyph = id.with_scale_and_position(size, point(caret, baseline));
        caret += scaled.h_advance(id);
        let Some(outline) = font.outline_glyph(glyph) else {
            continue;
        };
        let bounds = outline.px_bounds();
        outline.draw(|column, row, coverage| {
            #[expect(
                clippy::cast_possible_truncation,
                reason = "places in a picture are small whole numbers"
            )]
            let at = (
                bounds.min.x as i64 + i64::from(column),
                bounds.min.y as i64 + i64::from(row),
            );
            cover(drawing, at, ink, coverage);
        });
    }
}

/// Lays ink over one pixel; outside the picture there is none.
fn cover(drawing: &mut Pixmap, (x, y): (i64, i64), ink: [u8; 3], coverage: f32) {
    let (width, height) = (drawing.width(), drawing.height());
    let (Ok(x), Ok(y)) = (u32::try_from(x), u32::try_from(y)) else {
        return;
    };
    if x >= width || y >= height {
        return;
    }
    let Ok(at) = usize::try_from(u64::from(y) * u64::from(width) + u64::from(x)) else {
        return;
    };
    let share = coverage.clamp(0.0, 1.0);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a mix of two bytes is a byte"
    )]
    let mix = |old: u8, new: f32| (new * share + f32::from(old) * (1.0 - share)).round() as u8;
    if let Some(pixel) = drawing.pixels_mut().get_mut(at) {
        let alpha = mix(pixel.alpha(), 255.0);
        let [red, green, blue] = [(pixel.red(), ink[0]), (pixel.green(), ink[1]), (pixel.blue(), ink[2])]
            .map(|(old, new)| mix(old, f32::from(new)).min(alpha));
        if let Some(mixed) = PremultipliedColorU8::from_rgba(red, green, blue, alpha) {
            *pixel = mixed;
        }
    }
}

fn over(mut picture: RgbaImage, drawing: &Pixmap) -> RgbaImage {
    for (below, above) in picture.pixels_mut().zip(drawing.pixels()) {
        let rest = u16::from(255 - above.alpha());
        for (old, new) in below.0[..3].iter_mut().zip([above.red(), above.green(), above.blue()]) {
            let mixed = u16::from(new) + (u16::from(*old) * rest + 127) / 255;
            *old = u8::try_from(mixed).unwrap_or(u8::MAX);
        }
    }
    picture
}
