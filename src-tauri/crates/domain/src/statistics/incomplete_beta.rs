//! The Beta distribution's tails, right for shapes from one half to 10^12.
//!
//! `statrs` stops its continued fraction after 141 steps whatever the shapes are, which is silently wrong from some ten
//! thousand tries on. The fraction needs about the square root of the larger shape; and the factor before it is built from
//! Loader's saddle-point terms, since a difference of log-gammas near 10^9 has no digits left.

use super::Shapes;
use statrs::function::gamma::ln_gamma;
use std::f64::consts::{PI, TAU};

/// Enough steps for shapes of 10^12; a fraction that has not settled by then is not finite.
const MOST_STEPS: u32 = 20_000_000;

/// A point of the unit interval with its complement, so that neither end loses digits.
#[derive(Debug, Clone, Copy)]
pub(super) struct Point {
    x: f64,
    y: f64,
}

impl Point {
    pub(super) fn new(x: f64) -> Self {
        Self { x, y: 1.0 - x }
    }
    fn from_logit(t: f64) -> Self {
        Self {
            x: 1.0 / (1.0 + (-t).exp()),
            y: 1.0 / (1.0 + t.exp()),
        }
    }
}

/// Both tails at a point; they add to 1, and the small one keeps its digits.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tails {
    pub(super) below: f64,
    pub(super) above: f64,
}

/// How likely a Beta variable lies below and above a point.
pub(super) fn tails(shapes: Shapes, at: Point) -> Tails {
    let Shapes { a, b } = shapes;
    if at.x <= 0.0 {
        return Tails { below: 0.0, above: 1.0 };
    }
    if at.y <= 0.0 {
        return Tails { below: 1.0, above: 0.0 };
    }
    if at.x < (a + 1.0) / (a + b + 2.0) {
        let below = (weight(shapes, at) * fraction(a, b, at.x) / a).clamp(0.0, 1.0);
        Tails {
            below,
            above: 1.0 - below,
        }
    } else {
        let above = (weight(shapes, at) * fraction(b, a, at.y) / b).clamp(0.0, 1.0);
        Tails {
            below: 1.0 - above,
            above,
        }
    }
}

/// The point below which a Beta variable lies with this probability.
pub(super) fn quantile(shapes: Shapes, probability: f64) -> f64 {
    let (mut low, mut high) = (0.0_f64, 1.0_f64);
    let mut x = shapes.a / (shapes.a + shapes.b);
    for _ in 0..400 {
        let at = Point::new(x);
        let error = tails(shapes, at).below - probability;
        if error > 0.0 {
            high = x;
        } else {
            low = x;
        }
        let density = weight(shapes, at) / (at.x * at.y);
        let newton = x - error / density;
        let next = if newton > low && newton < high {
            newton
        } else {
            f64::midpoint(low, high)
        };
        if (next - x).abs() <= 2.0 * f64::EPSILON * next {
            return next;
        }
        x = next;
    }
    x
}

/// How likely one Beta variable is below another: the narrower one's density, integrated on the logit axis with a step that
/// follows its width. There the trapezoid's error falls exponentially, so a tenth of a deviation is already exact.
pub(super) fn probability_below(lower: Shapes, upper: Shapes) -> f64 {
    if spread(upper) <= spread(lower) {
        average_over(upper, |at| tails(lower, at).below)
    } else {
        average_over(lower, |at| tails(upper, at).above)
    }
}

/// The standard deviation of the logit, about.
fn spread(shapes: Shapes) -> f64 {
    (1.0 / shapes.a + 1.0 / shapes.b).sqrt()
}

fn average_over(shapes: Shapes, value: impl Fn(Point) -> f64) -> f64 {
    let centre = (shapes.a / shapes.b).ln();
    let step = spread(shapes) / 10.0;
    let at_centre = weight(shapes, Point::from_logit(centre));
    let (mut sum, mut of_weights) = (0.0, 0.0);
    for direction in [1.0, -1.0] {
        let mut steps = if direction > 0.0 { 0.0 } else { 1.0 };
        loop {
            let at = Point::from_logit(centre + direction * steps * step);
            let here = weight(shapes, at);
            if here <= at_centre * 1e-20 || !here.is_finite() {
                break;
            }
            sum += here * value(at);
            of_weights += here;
            steps += 1.0;
        }
    }
    sum / of_weights
}

/// `x^a y^b / B(a, b)`: the density on the logit axis.
fn weight(shapes: Shapes, at: Point) -> f64 {
    let Shapes { a, b } = shapes;
    let n = a + b;
    let exponent =
        stirling_error(n) - stirling_error(a) - stirling_error(b) - deviance(a, n * at.x) - deviance(b, n * at.y);
    exponent.exp() * (a * b / (TAU * n)).sqrt()
}

/// `ln(gamma(z + 1))` minus Stirling's approximation of it.
fn stirling_error(z: f64) -> f64 {
    if z < 16.0 {
        return ln_gamma(z + 1.0) - (z + 0.5) * z.ln() + z - 0.5 * (2.0 * PI).ln();
    }
    let square = z * z;
    (1.0 / 12.0 - (1.0 / 360.0 - (1.0 / 1260.0 - (1.0 / 1680.0 - (1.0 / 1188.0) / square) / square) / square) / square)
        / z
}

/// `x ln(x / mean) + mean - x` without cancellation where the two are near.
fn deviance(x: f64, mean: f64) -> f64 {
    let gap = x - mean;
    if gap.abs() >= 0.1 * (x + mean) {
        return x * (x / mean).ln() - gap;
    }
    let ratio = gap / (x + mean);
    let square = ratio * ratio;
    let mut sum = gap * ratio;
    let mut term = 2.0 * x * ratio;
    let mut odd = 3.0;
    loop {
        term *= square;
        let next = sum + term / odd;
        if next.to_bits() == sum.to_bits() {
            return next;
        }
        sum = next;
        odd += 2.0;
    }
}

/// The continued fraction of the incomplete beta function, by Lentz's method.
#[expect(clippy::many_single_char_names, reason = "the letters of the literature")]
fn fraction(a: f64, b: f64, x: f64) -> f64 {
    let away_from_zero = |value: f64| if value.abs() < 1e-300 { 1e-300 } else { value };
    let mut c = 1.0;
    let mut d = 1.0 / away_from_zero(1.0 - (a + b) * x / (a + 1.0));
    let mut result = d;
    for step in 1..MOST_STEPS {
        let m = f64::from(step);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        d = 1.0 / away_from_zero(1.0 + even * d);
        c = away_from_zero(1.0 + even / c);
        result *= d * c;
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        d = 1.0 / away_from_zero(1.0 + odd * d);
        c = away_from_zero(1.0 + odd / c);
        let factor = d * c;
        result *= factor;
        if (factor - 1.0).abs() <= f64::EPSILON {
            return result;
        }
    }
    f64::NAN
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_shapes_agree_with_statrs() {
        for (a, b) in [(0.5, 0.5), (0.5, 50.5), (8.5, 42.5), (1.0, 1.0), (30.0, 2.0)] {
            for x in [0.001, 0.16, 0.5, 0.9] {
                let ours = tails(Shapes { a, b }, Point::new(x)).below;
                assert!(
                    (ours - statrs::function::beta::beta_reg(a, b, x)).abs() < 1e-13,
                    "{a} {b} {x}"
                );
            }
        }
    }

    #[test]
    fn a_large_symmetric_variable_is_as_likely_below_as_above_its_middle() {
        for size in [1e4, 1e6, 1e9] {
            let both = tails(Shapes { a: size, b: size }, Point::new(0.5));
            assert!((both.below - 0.5).abs() < 1e-9, "{size}: {both:?}");
        }
    }

    #[test]
    fn a_quantile_leads_back_to_its_probability() {
        for (a, b) in [(0.5, 1_000.5), (8.5, 42.5), (160_000.5, 840_000.5)] {
            for probability in [0.025, 0.5, 0.975] {
                let shapes = Shapes { a, b };
                let back = tails(shapes, Point::new(quantile(shapes, probability))).below;
                assert!((back - probability).abs() < 1e-12, "{a} {b} {probability} {back}");
            }
        }
    }
}
