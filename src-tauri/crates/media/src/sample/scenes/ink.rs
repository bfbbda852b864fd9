//! Colours that run into each other like ink in water.

use crate::sample::canvas::{Canvas, lit, mixed};
use crate::sample::palette::{Chance, Palette};

pub(super) fn draw(seed: u32, seconds: f32, canvas: &mut Canvas) {
    let colors = Palette::of(seed);
    let mut chance = Chance::of(seed);
    let unit = canvas.width().min(canvas.height());
    let wave = |turns: f32| (turns * std::f32::consts::TAU).sin();
    let (one, two, three) = (
        chance.between(0.0, 1.0),
        chance.between(0.0, 1.0),
        chance.between(0.0, 1.0),
    );
    let zoom = chance.between(0.7, 1.15) / unit;
    let time = seconds * chance.between(0.05, 0.09);
    canvas.paint_softly(|x, y| {
        let (x, y) = (x * zoom, y * zoom);
        // Each field bends the next.
        let first = wave(x * 0.8 + one + time) + wave(y * 0.9 + two - time * 1.3);
        let second = wave(x * 0.6 + first * 0.16 + three - time) + wave(y * 0.7 - first * 0.14 + one + time * 0.7);
        let third = wave((x + y) * 0.5 + second * 0.2 + two + time * 0.5);
        let ground = mixed(colors.dark, colors.middle, (first + second) * 0.2 + 0.45);
        let veil = mixed(ground, colors.light, (second * 0.5 + 0.25).max(0.0) * 0.75);
        let color = mixed(veil, colors.accent, (third - 0.25).max(0.0) * 0.9);
        lit(color, 0.96 + first * 0.05)
    });
}
