//! A bottle on a turntable in a studio: its label and the edges of its cap come round.

use crate::sample::canvas::{Canvas, Color, lit, mixed};
use crate::sample::palette::{Chance, Palette};

pub(super) fn draw(seed: u32, seconds: f32, canvas: &mut Canvas) {
    let colors = Palette::of(seed);
    let mut chance = Chance::of(seed);
    let (width, height) = (canvas.width(), canvas.height());
    let unit = width.min(height);
    canvas.sky(
        mixed(colors.light, [255.0; 3], 0.35),
        mixed(colors.light, colors.middle, 0.35),
    );
    // A pool of light behind, and the table.
    let center = width / 2.0;
    let floor = height * 0.74;
    canvas.disc((center, height * 0.42), unit * 0.3, unit * 0.6, [255.0; 3], 0.35);
    let table = mixed(colors.light, colors.middle, 0.6);
    ellipse(
        canvas,
        (center, floor + unit * 0.03),
        (unit * 0.43, unit * 0.115),
        lit(table, 0.78),
    );
    ellipse(canvas, (center, floor), (unit * 0.43, unit * 0.115), table);
    ellipse(
        canvas,
        (center + unit * 0.04, floor + unit * 0.012),
        (unit * 0.22, unit * 0.055),
        lit(table, 0.72),
    );
    let turn = seconds * chance.between(0.8, 1.3) + chance.between(0.0, 6.0);
    let body = if chance.between(0.0, 1.0) > 0.5 {
        colors.accent
    } else {
        colors.middle
    };
    let bottle_height = unit * chance.between(0.62, 0.78);
    let radius = unit * chance.between(0.13, 0.17);
    let bottle = Bottle {
        center,
        foot: floor,
        height: bottle_height,
        radius,
        turn,
    };
    bottle.draw(canvas, body, colors.light, colors.dark);
}

struct Bottle {
    center: f32,
    foot: f32,
    height: f32,
    radius: f32,
    turn: f32,
}

impl Bottle {
    fn draw(&self, canvas: &mut Canvas, body: Color, label: Color, cap: Color) {
        let middle = (self.center, self.foot - self.height / 2.0);
        self.foot_round(canvas, body);
        canvas.each_around(
            middle,
            (self.radius + 2.0, self.height / 2.0),
            |canvas, x, y, across, down| {
                // 0 at the foot, 1 at the top of the cap.
                let up = 0.5 - down / self.height;
                let radius = self.radius_at(up);
                let place = across / radius;
                let coverage = (radius - across.abs() + 0.5).clamp(0.0, 1.0);
                if coverage <= 0.0 {
                    return;
                }
                // The surface's angle to the camera, and what part of the bottle has come round to there.
                let angle = place.clamp(-1.0, 1.0).asin();
                let around = angle + self.turn;
                let surface = if up > 0.86 {
                    // Grooves.
                    lit(cap, 1.0 + 0.35 * (around * 14.0).sin().max(0.0))
                } else if (0.2..0.56).contains(&up) {
                    printed(around, (up - 0.2) / 0.36, label, body, cap)
                } else {
                    body
                };
                let light = 0.42 + 0.62 * (angle + 0.55).cos().max(0.0);
                let gloss = (1.0 - (place + 0.45).abs() * 5.0).max(0.0) * 0.5;
                canvas.blend(x, y, mixed(lit(surface, light), [255.0; 3], gloss), coverage);
            },
        );
    }

    fn foot_round(&self, canvas: &mut Canvas, body: Color) {
        ellipse(
            canvas,
            (self.center, self.foot),
            (self.radius, self.radius * 0.26),
            lit(body, 0.55),
        );
    }

    /// Body, shoulder, neck, cap.
    fn radius_at(&self, up: f32) -> f32 {
        let neck = 0.42;
        let share = if up < 0.64 {
            1.0
        } else if up < 0.78 {
            let fall = (up - 0.64) / 0.14;
            1.0 - (1.0 - neck) * fall * fall * (3.0 - 2.0 * fall)
        } else if up < 0.86 {
            neck
        } else {
            neck + 0.08
        };
        self.radius * share
    }
}

/// The label: a band with a stripe and a round mark on one side.
fn printed(around: f32, up: f32, paper: Color, stripe: Color, ink: Color) -> Color {
    let from_front = (around + std::f32::consts::PI).rem_euclid(std::f32::consts::TAU) - std::f32::consts::PI;
    let mark = (from_front / 0.62).hypot((up - 0.56) / 0.3);
    if !(0.03..0.97).contains(&up) || from_front.abs() > 2.1 {
        stripe
    } else if (0.72..1.0).contains(&mark) || mark < 0.25 {
        ink
    } else if up < 0.16 {
        lit(ink, 1.3)
    } else {
        paper
    }
}

fn ellipse(canvas: &mut Canvas, center: (f32, f32), radii: (f32, f32), color: Color) {
    canvas.each_around(center, radii, |canvas, x, y, across, down| {
        let distance = (across / radii.0).hypot(down / radii.1);
        let coverage = ((1.0 - distance) * radii.1 + 0.5).clamp(0.0, 1.0);
        canvas.blend(x, y, color, coverage);
    });
}
