//! Shapes cut from paper, turning slowly over each other with their shadows.

use crate::sample::canvas::{Canvas, Color, f32_of, lit, mixed};
use crate::sample::palette::{Chance, Palette};

const SHAPES: u32 = 7;

#[derive(Clone, Copy)]
enum Cut {
    Square,
    Ring,
    HalfDisc,
    Cross,
}

pub(super) fn draw(seed: u32, seconds: f32, canvas: &mut Canvas) {
    let colors = Palette::of(seed);
    let mut chance = Chance::of(seed);
    let (width, height) = (canvas.width(), canvas.height());
    let unit = width.min(height);
    canvas.sky(mixed(colors.light, [255.0; 3], 0.3), colors.light);
    let tints = [
        colors.accent,
        colors.middle,
        colors.dark,
        mixed(colors.middle, colors.light, 0.5),
        lit(colors.accent, 0.8),
    ];
    let cuts = [Cut::Square, Cut::Ring, Cut::HalfDisc, Cut::Cross];
    for shape in 0..SHAPES {
        let size = unit * chance.between(0.12, 0.26);
        let home = (width * chance.between(0.12, 0.88), height * chance.between(0.1, 0.85));
        let swing = unit * chance.between(0.02, 0.09);
        let pace = chance.between(0.4, 0.9);
        let center = (
            home.0 + swing * (seconds * pace).sin(),
            home.1 + swing * (seconds * pace * 1.3).cos(),
        );
        let turn = seconds * chance.between(-0.9, 0.9) + chance.between(0.0, 6.0);
        let tint = tints[shape as usize % tints.len()];
        let cut = cuts[(shape + seed) as usize % cuts.len()];
        let lift = unit * (0.012 + f32_of(shape) * 0.002);
        paste(
            canvas,
            cut,
            (center.0 + lift, center.1 + lift * 1.4),
            size,
            turn,
            (lit(colors.dark, 0.5), 0.22, lift),
        );
        paste(canvas, cut, center, size, turn, (tint, 1.0, 1.0));
    }
}

/// Pastes a shape: its colour, how opaque, how soft its edge.
fn paste(
    canvas: &mut Canvas,
    cut: Cut,
    center: (f32, f32),
    size: f32,
    turn: f32,
    (color, opacity, soft): (Color, f32, f32),
) {
    let (across_turn, along_turn) = turn.sin_cos();
    let reach = size * reach_of(cut) + soft;
    canvas.each_around(center, (reach, reach), |canvas, x, y, across, down| {
        let (u, v) = (
            across * along_turn + down * across_turn,
            down * along_turn - across * across_turn,
        );
        let coverage = (0.5 - distance(cut, u, v, size) / soft.max(1.0)).clamp(0.0, 1.0);
        if coverage > 0.0 {
            canvas.blend(x, y, color, coverage * opacity);
        }
    });
}

/// How far the shape's outermost corner is from its middle, in sizes.
fn reach_of(cut: Cut) -> f32 {
    match cut {
        Cut::Square => 1.21,
        Cut::Ring => 0.97,
        Cut::HalfDisc => 1.01,
        Cut::Cross => 1.05,
    }
}

/// How far a point is outside the shape, in pixels.
fn distance(cut: Cut, u: f32, v: f32, size: f32) -> f32 {
    let bar = |u: f32, v: f32, half: f32, thick: f32| (u.abs() - half).max(v.abs() - thick);
    match cut {
        Cut::Square => bar(u, v, size * 0.85, size * 0.85),
        Cut::Ring => (u.hypot(v) - size * 0.72).abs() - size * 0.24,
        Cut::HalfDisc => (u.hypot(v) - size).max(v),
        Cut::Cross => bar(u, v, size, size * 0.3).min(bar(v, u, size, size * 0.3)),
    }
}
