//! Curtains of light in a night sky above hills.

use crate::sample::canvas::{Canvas, Color, f32_of, lit, mixed};
use crate::sample::palette::{Chance, Palette};

const CURTAINS: usize = 4;
const STARS: u32 = 90;

struct Curtain {
    color: Color,
    base: f32,
    phase: f32,
    speed: f32,
    tall: f32,
}

pub(super) fn draw(seed: u32, seconds: f32, canvas: &mut Canvas) {
    let colors = Palette::of(seed);
    let mut chance = Chance::of(seed);
    let (width, height) = (canvas.width(), canvas.height());
    canvas.sky(lit(colors.dark, 0.4), lit(mixed(colors.dark, colors.middle, 0.3), 0.8));
    for _ in 0..STARS {
        let place = (width * chance.between(0.0, 1.0), height * chance.between(0.0, 0.7));
        let twinkle = 0.45 + 0.4 * (seconds * chance.between(1.0, 4.0) + place.0).sin();
        canvas.disc(place, chance.between(0.6, 1.3), 1.0, colors.light, twinkle);
    }
    let tints = [
        colors.accent,
        colors.middle,
        colors.light,
        mixed(colors.accent, colors.light, 0.5),
    ];
    let curtains: [Curtain; CURTAINS] = std::array::from_fn(|place| Curtain {
        color: tints[place % tints.len()],
        base: height * chance.between(0.42, 0.66),
        phase: chance.between(0.0, 6.0),
        speed: chance.between(0.35, 0.8),
        tall: height * chance.between(0.26, 0.42),
    });
    for x in 0..canvas.size().0 {
        let along = f32_of(x) / width;
        for curtain in &curtains {
            let time = seconds * curtain.speed;
            let wave = (along * 5.0 + curtain.phase + time).sin() + 0.5 * (along * 11.0 - time * 1.4).sin();
            let foot = curtain.base + wave * height * 0.045;
            let rays =
                0.55 + 0.45 * (along * 46.0 + curtain.phase * 7.0 + time * 2.2).sin() * (along * 17.0 - time).sin();
            let top = foot - curtain.tall * (0.7 + 0.3 * rays);
            canvas.each_around(
                (f32_of(x), f32::midpoint(foot, top)),
                (0.0, (foot - top) / 2.0),
                |canvas, x, y, _, down| {
                    let up = 0.5 - down / (foot - top);
                    let glow = (1.0 - up) * (1.0 - up) * (up * 14.0).min(1.0);
                    canvas.blend(x, y, curtain.color, glow * (0.28 + 0.42 * rays));
                },
            );
        }
        let hill = height * (0.86 + 0.035 * (along * 6.0 + curtains[0].phase).sin() + 0.02 * (along * 15.0).sin());
        canvas.column(x, hill, height, |_| lit(colors.dark, 0.3));
    }
}
