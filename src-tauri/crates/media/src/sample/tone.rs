//! A soft chord for the samples that have sound.

use std::f32::consts::TAU;

/// Samples per second.
pub(super) const RATE: u32 = 44_100;
/// Loud enough to be heard, quiet enough not to startle.
const LEVEL: f32 = 0.06;
/// Seconds to swell and to fade.
const SWELL: f32 = 0.4;

/// One channel of a chord that swells and fades within `samples`.
#[expect(clippy::cast_precision_loss, reason = "a few seconds of samples")]
pub(super) fn chord(seed: u32, samples: usize) -> Vec<f32> {
    let base = 174.6 * 2_f32.powf((seed % 8) as f32 / 12.0);
    let notes = [base, base * 1.259_92, base * 1.498_31];
    let length = samples as f32 / RATE as f32;
    (0..samples)
        .map(|sample| {
            let time = sample as f32 / RATE as f32;
            let swell = (time / SWELL).min((length - time) / SWELL).clamp(0.0, 1.0);
            notes.iter().map(|note| (TAU * note * time).sin()).sum::<f32>() * LEVEL * swell
        })
        .collect()
}
