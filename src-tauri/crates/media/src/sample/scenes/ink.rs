//! Colours that run into each other like ink in water.

use crate::sample::canvas::{Canvas, f32_of, lit, mixed};
use crate::sample::palette::{Chance, Palette};

/// Waves are looked up, not computed: a pixel takes several.
const STEPS: usize = 1024;

pub(super) fn draw(seed: u32, seconds: f32, canvas: &mut Canvas) {
    let colors = Palette::of(seed);
    let mut chance = Chance::of(seed);
    let unit = canvas.width().min(canvas.height());
    let wave: Vec<f32> = (0..STEPS)
        .map(|step| (share(step) * std::f32::consts::TAU).sin())
        .collect();
    let at = |turns: f32| {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "within the table"
        )]
        let step = (turns.rem_euclid(1.0) * f32_of(1024)) as usize;
        wave.get(step).copied().unwrap_or(0.0)
    };
    let (a, b, c) = (
        chance.between(0.0, 1.0),
        chance.between(0.0, 1.0),
        chance.between(0.0, 1.0),
    );
    let zoom = chance.between(0.7, 1.15) / unit;
    let time = seconds * chance.between(0.05, 0.09);
    canvas.paint(|x, y| {
        let (x, y) = (f32_of_usize(x) * zoom, f32_of_usize(y) * zoom);
        // Each field bends the next.
        let first = at(x * 0.8 + a + time) + at(y * 0.9 + b - time * 1.3);
        let second = at(x * 0.6 + first * 0.16 + c - time) + at(y * 0.7 - first * 0.14 + a + time * 0.7);
        let third = at((x + y) * 0.5 + second * 0.2 + b + time * 0.5);
        let ground = mixed(colors.dark, colors.middle, (first + second) * 0.2 + 0.45);
        let veil = mixed(ground, colors.light, (second * 0.5 + 0.25).max(0.0) * 0.75);
        let color = mixed(veil, colors.accent, (third - 0.25).max(0.0) * 0.9);
        lit(color, 0.96 + first * 0.05)
    });
}

#[expect(clippy::cast_precision_loss, reason = "a thousand steps")]
fn share(step: usize) -> f32 {
    step as f32 / STEPS as f32
}
#[expect(clippy::cast_precision_loss, reason = "pixels are far below 2^24")]
fn f32_of_usize(number: usize) -> f32 {
    number as f32
}
