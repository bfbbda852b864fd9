//! Between YUV matrices and ranges, on planes: a JPEG is BT.601 in full range, hardly any clip is.

use crate::ffi::{Conversion, Matrix};

/// Fixed-point one.
const ONE: i32 = 1 << 14;
const HALF: i32 = ONE / 2;
/// Luma is added up in 32nds of a level: its extremes and what chroma adds fit 16 bits.
const FINE_BITS: u32 = 5;

/// A prepared conversion. Grey stays grey, so luma never flows into chroma.
pub(super) struct Recolor {
    is_needed: bool,
    /// Every luma level stretched, in 32nds.
    luma: [i16; 256],
    /// What the two chroma samples add to luma.
    into_luma: [i32; 2],
    /// And to the new chroma samples, blue and red.
    into_blue: [i32; 2],
    into_red: [i32; 2],
}

impl Recolor {
    pub(super) fn new(conversion: Conversion) -> Self {
        let (luma, chroma, luma_offset) = match (conversion.from_full_range, conversion.to_full_range) {
            (false, true) => (255.0 / 219.0, 255.0 / 224.0, 16.0),
            _ => (1.0, 1.0, 0.0),
        };
        let matrix = between(conversion.from, conversion.to);
        let fixed = |row: [f64; 2]| row.map(|weight| fixed_point(weight * chroma));
        Self {
            is_needed: conversion.from != conversion.to || conversion.from_full_range != conversion.to_full_range,
            luma: std::array::from_fn(|level| stretched(level, luma_offset, luma)),
            into_luma: fixed(matrix[0]),
            into_blue: fixed(matrix[1]),
            into_red: fixed(matrix[2]),
        }
    }

    /// Converts the planes of a 4:2:0 picture of this width in place.
    pub(super) fn run(&self, luma: &mut [u8], blue: &mut [u8], red: &mut [u8], width: usize) {
        if !self.is_needed || width == 0 {
            return;
        }
        let chroma_width = width.div_ceil(2);
        let mut added = vec![0_i16; chroma_width * 2];
        let chroma = blue
            .chunks_exact_mut(chroma_width)
            .zip(red.chunks_exact_mut(chroma_width));
        for (luma_rows, (blue, red)) in luma.chunks_mut(width * 2).zip(chroma) {
            for ((added, blue), red) in added.chunks_exact_mut(2).zip(blue).zip(red) {
                let (u, v) = (i32::from(*blue) - 128, i32::from(*red) - 128);
                let fine = (self.into_luma[0] * u + self.into_luma[1] * v) >> (14 - FINE_BITS);
                // Half a level more, so that cutting off rounds.
                added.fill(i16::try_from(fine).unwrap_or(0) + (1 << (FINE_BITS - 1)));
                *blue = level(((self.into_blue[0] * u + self.into_blue[1] * v + HALF) >> 14) + 128);
                *red = level(((self.into_red[0] * u + self.into_red[1] * v + HALF) >> 14) + 128);
            }
            for row in luma_rows.chunks_mut(width) {
                for (luma, added) in row.iter_mut().zip(&added) {
                    *luma = level(i32::from((self.luma[usize::from(*luma)] + added) >> FINE_BITS));
                }
            }
        }
    }
}

/// What chroma of one matrix adds to luma, blue and red difference of another; rows of blue's and red's weight.
fn between(from: Matrix, to: Matrix) -> [[f64; 2]; 3] {
    let (from_red, from_blue) = from.red_and_blue();
    let (to_red, to_blue) = to.red_and_blue();
    // A chroma sample alone as red, green and blue, above its luma.
    let blue_difference = [
        0.0,
        -from_blue * 2.0 * (1.0 - from_blue) / (1.0 - from_red - from_blue),
        2.0 * (1.0 - from_blue),
    ];
    let red_difference = [
        2.0 * (1.0 - from_red),
        -from_red * 2.0 * (1.0 - from_red) / (1.0 - from_red - from_blue),
        0.0,
    ];
    let luma = |[red, green, blue]: [f64; 3]| to_red * red + (1.0 - to_red - to_blue) * green + to_blue * blue;
    let [blue_luma, red_luma] = [blue_difference, red_difference].map(luma);
    let in_blue = |rgb: [f64; 3], luma: f64| (rgb[2] - luma) / (2.0 * (1.0 - to_blue));
    let in_red = |rgb: [f64; 3], luma: f64| (rgb[0] - luma) / (2.0 * (1.0 - to_red));
    [
        [blue_luma, red_luma],
        [in_blue(blue_difference, blue_luma), in_blue(red_difference, red_luma)],
        [in_red(blue_difference, blue_luma), in_red(red_difference, red_luma)],
    ]
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "levels are below 300"
)]
fn stretched(level: usize, offset: f64, scale: f64) -> i16 {
    ((level as f64 - offset) * scale * f64::from(1 << FINE_BITS)).round() as i16
}

#[expect(clippy::cast_possible_truncation, reason = "weights are below 4")]
fn fixed_point(weight: f64) -> i32 {
    (weight * f64::from(ONE)).round() as i32
}

fn level(value: i32) -> u8 {
    // Always succeeds after the clamp; the compiler knows, and leaves no branch.
    u8::try_from(value.clamp(0, 255)).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Colours as YUV in a matrix and range, rounded to bytes.
    fn yuv(rgb: [f64; 3], matrix: Matrix, full: bool) -> [u8; 3] {
        let (kr, kb) = matrix.red_and_blue();
        let y = kr * rgb[0] + (1.0 - kr - kb) * rgb[1] + kb * rgb[2];
        let (u, v) = ((rgb[2] - y) / (2.0 * (1.0 - kb)), (rgb[0] - y) / (2.0 * (1.0 - kr)));
        let (scale, offset, chroma) = if full {
            (255.0, 0.0, 255.0)
        } else {
            (219.0, 16.0, 224.0)
        };
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a level")]
        [y * scale + offset, u * chroma + 128.0, v * chroma + 128.0].map(|level| level.round().clamp(0.0, 255.0) as u8)
    }

    #[test]
    fn colours_are_the_same_in_another_matrix_and_range() {
        for from in [
            Matrix::Bt601,
            Matrix::Bt709,
            Matrix::Bt2020,
            Matrix::Smpte240m,
            Matrix::Fcc,
        ] {
            for from_full_range in [false, true] {
                let conversion = Conversion {
                    from,
                    from_full_range,
                    to: Matrix::Bt601,
                    to_full_range: true,
                };
                for rgb in [
                    [1.0, 1.0, 1.0],
                    [0.0, 0.0, 0.0],
                    [0.5, 0.5, 0.5],
                    [0.75, 0.1, 0.1],
                    [0.1, 0.75, 0.2],
                    [0.2, 0.1, 0.75],
                ] {
                    let [y, u, v] = yuv(rgb, from, from_full_range);
                    let (mut luma, mut blue, mut red) = ([y; 6], [u; 2], [v; 2]);
                    Recolor::new(conversion).run(&mut luma, &mut blue, &mut red, 3);
                    let expected = yuv(rgb, Matrix::Bt601, true);
                    for (ours, expected) in [luma[5], blue[1], red[0]].into_iter().zip(expected) {
                        assert!(ours.abs_diff(expected) <= 2, "{from:?} {rgb:?}: {ours} for {expected}");
                    }
                }
            }
        }
    }
}
