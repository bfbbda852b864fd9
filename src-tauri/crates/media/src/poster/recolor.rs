//! Between YUV matrices and ranges, on planes: a JPEG is BT.601 in full range, hardly any clip is.

use crate::ffi::{Conversion, Matrix};

/// Levels are added up in 32nds: their extremes and what chroma adds fit 16 bits, so that the compiler works on eight at a time.
const FINE_BITS: u32 = 5;
/// Half a level more, so that cutting off rounds.
const HALF: i16 = 1 << (FINE_BITS - 1);
/// Bits that a level, and a chroma sample, is moved up by before it is weighed: as far as 16 bits allow.
const LUMA_BITS: u32 = 7;
const CHROMA_BITS: u32 = 8;

/// A prepared conversion. Grey stays grey, so luma never flows into chroma.
pub(super) struct Recolor {
    is_needed: bool,
    /// The level that is black.
    black: i16,
    luma: i16,
    /// What the two chroma samples add to luma.
    into_luma: [i16; 2],
    /// And to the new chroma samples, blue and red.
    into_blue: [i16; 2],
    into_red: [i16; 2],
}

impl Recolor {
    pub(super) fn new(conversion: Conversion) -> Self {
        let (luma, chroma, black) = match (conversion.from_full_range, conversion.to_full_range) {
            (false, true) => (255.0 / 219.0, 255.0 / 224.0, 16),
            _ => (1.0, 1.0, 0),
        };
        let matrix = between(conversion.from, conversion.to);
        let weights = |row: [f64; 2]| row.map(|weight| weight_of(weight * chroma, CHROMA_BITS));
        Self {
            is_needed: conversion.from != conversion.to || conversion.from_full_range != conversion.to_full_range,
            black,
            luma: weight_of(luma, LUMA_BITS),
            into_luma: weights(matrix[0]),
            into_blue: weights(matrix[1]),
            into_red: weights(matrix[2]),
        }
    }

    /// Converts the planes of a 4:2:0 picture of this width in place.
    pub(super) fn run(&self, luma: &mut [u8], blue: &mut [u8], red: &mut [u8], width: usize) {
        if !self.is_needed || width == 0 {
            return;
        }
        let chroma_width = width.div_ceil(2);
        let mut added = vec![0_i16; chroma_width];
        let mut twice = vec![0_i16; chroma_width * 2];
        let chroma = blue
            .chunks_exact_mut(chroma_width)
            .zip(red.chunks_exact_mut(chroma_width));
        for (luma_rows, (blue, red)) in luma.chunks_mut(width * 2).zip(chroma) {
            for ((added, blue), red) in added.iter_mut().zip(blue).zip(red) {
                let samples = [*blue, *red].map(|sample| (i16::from(sample) - 128) << CHROMA_BITS);
                *added = weighed(samples, self.into_luma) + HALF;
                *blue = level(weighed(samples, self.into_blue) + HALF + (128 << FINE_BITS));
                *red = level(weighed(samples, self.into_red) + HALF + (128 << FINE_BITS));
            }
            for (twice, added) in twice.chunks_exact_mut(2).zip(&added) {
                twice.fill(*added);
            }
            for row in luma_rows.chunks_mut(width) {
                for (luma, added) in row.iter_mut().zip(&twice) {
                    let stretched = product((i16::from(*luma) - self.black) << LUMA_BITS, self.luma);
                    *luma = level(stretched + added);
                }
            }
        }
    }
}

fn weighed(samples: [i16; 2], weights: [i16; 2]) -> i16 {
    product(samples[0], weights[0]) + product(samples[1], weights[1])
}

/// The upper half of a product: processors have an instruction for it.
fn product(sample: i16, weight: i16) -> i16 {
    ((i32::from(sample) * i32::from(weight)) >> 16) as i16
}

/// Rounded from 32nds.
#[expect(clippy::cast_sign_loss, reason = "within 0 to 255 after the clamp")]
fn level(fine: i16) -> u8 {
    (fine >> FINE_BITS).clamp(0, 255) as u8
}

/// What turns a sample moved up by so many bits into 32nds in the upper half of the product.
#[expect(clippy::cast_possible_truncation, reason = "weights are below 2")]
fn weight_of(weight: f64, moved_up: u32) -> i16 {
    (weight * f64::from(1_u32 << (16 + FINE_BITS - moved_up))).round() as i16
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
