//! Dunes under a low sun, passed by: near ones faster than far ones.

use crate::sample::canvas::{Canvas, f32_of, lit, mixed};
use crate::sample::palette::{Chance, Palette};

const RIDGES: u32 = 5;

pub(super) fn draw(seed: u32, seconds: f32, canvas: &mut Canvas) {
    let colors = Palette::of(seed);
    let mut chance = Chance::of(seed);
    let (width, height) = (canvas.width(), canvas.height());
    canvas.sky(
        mixed(colors.middle, colors.light, 0.35),
        mixed(colors.light, colors.accent, 0.3),
    );
    let sun = (width * chance.between(0.2, 0.8), height * (0.32 + seconds * 0.012));
    let radius = width.min(height) * 0.11;
    canvas.disc(sun, radius * 2.4, radius * 3.4, colors.light, 0.45);
    canvas.disc(sun, radius, 2.0, mixed(colors.light, [255.0; 3], 0.6), 1.0);
    for ridge in 0..RIDGES {
        let depth = f32_of(ridge) / f32_of(RIDGES - 1);
        let base = height * (0.48 + depth * 0.32);
        let pace = width * (0.02 + depth * 0.12);
        let phase = chance.between(0.0, 6.0);
        let swell = height * (0.05 + depth * 0.035);
        let length = width * chance.between(0.28, 0.45);
        let near = mixed(
            mixed(colors.light, colors.middle, 0.5),
            colors.dark,
            0.15 + depth * 0.85,
        );
        let fade_per_pixel = 0.28 / (height * 0.4);
        for x in 0..canvas.size().0 {
            let along = (f32_of(x) + seconds * pace) / length + phase;
            let top = base + swell * (along.sin() + 0.45 * (along * 2.3 + 1.0).sin());
            // The side turned to the sun is lighter.
            let slope = (along.cos() + (along * 2.3 + 1.0).cos()) * 0.09;
            // The next ridge covers what is farther down.
            let covered = if ridge + 1 < RIDGES { top + height * 0.4 } else { height };
            canvas.column(x, top, covered.min(height), |y| {
                let fade = ((y - top) * fade_per_pixel).min(0.28);
                lit(near, 1.08 + slope - fade)
            });
        }
    }
}
