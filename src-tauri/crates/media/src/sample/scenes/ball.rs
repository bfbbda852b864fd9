//! A ball that bounces across a floor, rolling as it goes, with its shadow.

use crate::sample::canvas::{Canvas, lit, mixed};
use crate::sample::palette::{Chance, Palette};

pub(super) fn draw(seed: u32, seconds: f32, canvas: &mut Canvas) {
    let colors = Palette::of(seed);
    let mut chance = Chance::of(seed);
    let (width, height) = (canvas.width(), canvas.height());
    let unit = width.min(height);
    let floor = height * 0.72;
    canvas.sky(
        mixed(colors.middle, colors.light, 0.55),
        mixed(colors.light, [255.0; 3], 0.25),
    );
    let ground = mixed(colors.dark, colors.middle, 0.55);
    for x in 0..canvas.size().0 {
        canvas.column(x, floor, height, |y| {
            lit(ground, 1.25 - (y - floor) / (height - floor) * 0.5)
        });
    }
    let radius = unit * chance.between(0.13, 0.18);
    let pace = chance.between(0.75, 1.05);
    // From side to side, so that it never leaves the picture.
    let sway = (seconds * 0.7 + chance.between(0.0, 6.0)).sin();
    let x = width / 2.0 + sway * (width / 2.0 - radius * 1.3);
    let hop = (seconds * pace).fract();
    let rise = 4.0 * hop * (1.0 - hop);
    let rest = floor + radius * 0.35;
    let y = rest - radius - rise * height * 0.34;
    let shade = 0.5 - 0.34 * rise;
    canvas.each_around(
        (x, rest),
        (radius * 1.5, radius * 0.4),
        |canvas, px, py, across, down| {
            let distance = (across / (radius * (0.85 + rise * 0.6))).hypot(down / (radius * 0.24));
            canvas.blend(px, py, lit(colors.dark, 0.4), (1.2 - distance).clamp(0.0, 1.0) * shade);
        },
    );
    let roll = x / radius;
    canvas.shaded_disc((x, y), radius, 1.5, 1.0, |across, down| {
        let toward = (1.0 - across * across - down * down).max(0.0).sqrt();
        // Stripes around an axis that lies across the way it rolls.
        let around = down.atan2(toward) * 0.6 + across.atan2(toward) + roll;
        let stripe = (around * 2.5).sin();
        let surface = if stripe > 0.0 {
            colors.accent
        } else {
            mixed(colors.light, [255.0; 3], 0.4)
        };
        let light = (0.35 + 0.8 * (toward * 0.6 - across * 0.35 - down * 0.6)).clamp(0.25, 1.15);
        let gloss = (1.0 - (across + 0.38).hypot(down + 0.42) * 4.5).max(0.0);
        mixed(lit(surface, light), [255.0; 3], gloss * 0.8)
    });
}
