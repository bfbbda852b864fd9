//! Lights of a street at night, out of focus, drifting past.

use crate::sample::canvas::{Canvas, f32_of, lit, mixed};
use crate::sample::palette::{Chance, Palette};

const LIGHTS: u32 = 26;

pub(super) fn draw(seed: u32, seconds: f32, canvas: &mut Canvas) {
    let colors = Palette::of(seed);
    let mut chance = Chance::of(seed);
    let (width, height) = (canvas.width(), canvas.height());
    let unit = width.min(height);
    canvas.sky(
        lit(colors.dark, 0.55),
        mixed(lit(colors.dark, 1.1), colors.middle, 0.35),
    );
    for light in 0..LIGHTS {
        let near = f32_of(light) / f32_of(LIGHTS - 1);
        let radius = unit * (0.02 + near * near * 0.1) * chance.between(0.8, 1.25);
        let span = width + radius * 4.0;
        let drift = unit * (0.03 + near * 0.22) * seconds;
        let x = (chance.between(0.0, span) + drift).rem_euclid(span) - radius * 2.0;
        let sway = (seconds * chance.between(0.5, 1.2) + chance.between(0.0, 6.0)).sin() * unit * 0.012;
        let y = height * chance.between(0.08, 0.92) + sway;
        let pick = chance.between(0.0, 3.0);
        let color = match pick {
            pick if pick < 1.0 => colors.accent,
            pick if pick < 2.0 => colors.light,
            _ => mixed(colors.middle, colors.accent, 0.5),
        };
        let pulse = 0.8 + 0.2 * (seconds * chance.between(1.0, 2.5) + pick).sin();
        let opacity = (0.62 - near * 0.3) * pulse;
        // The rim of an unfocused light is brighter than its middle.
        canvas.shaded_disc((x, y), radius, 2.5, opacity, |across, down| {
            lit(color, 0.8 + 0.45 * (across * across + down * down).min(1.0).powi(3))
        });
    }
}
