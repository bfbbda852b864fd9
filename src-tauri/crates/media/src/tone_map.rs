//! From more light than a usual screen shows to what it can show: PQ and HLG to standard BT.709.

use ffmpeg_next::color::TransferCharacteristic;

/// Diffuse white in HDR, in candela per square metre (ITU-R BT.2408): it becomes a little below full white here.
const REFERENCE_WHITE: f32 = 203.0;
/// Brightest highlight that keeps its gradation, in candela per square metre.
const PEAK: f32 = 1000.0;
/// Up to this share of white, light is shown as it is; above it is compressed.
const KNEE: f32 = 0.6;
/// Entries in a table of code values; 12 bits are what HDR masters have.
const CODES: usize = 4096;
/// Entries in the table from light to 8-bit levels.
const LIGHTS: usize = BRIGHTEST as usize + 1;
const BRIGHTEST: u16 = 4095;

/// Linear BT.2020 to linear BT.709 primaries (ITU-R BT.2087).
const GAMUT: [[f32; 3]; 3] = [
    [1.6605, -0.5876, -0.0728],
    [-0.1246, 1.1329, -0.0083],
    [-0.0182, -0.1006, 1.1187],
];

/// Prepared tables for one transfer.
pub(crate) struct ToneMap {
    /// Code value to light, 1 being reference white.
    light: Vec<f32>,
    /// Light 0..=1 to 8-bit levels.
    level: Vec<u8>,
}

impl ToneMap {
    /// For PQ or HLG; `None` for what a usual screen shows anyway.
    pub fn of(transfer: TransferCharacteristic) -> Option<Self> {
        let light: fn(f32) -> f32 = match transfer {
            TransferCharacteristic::SMPTE2084 => pq_light,
            TransferCharacteristic::ARIB_STD_B67 => hlg_light,
            _ => return None,
        };
        let light = (0..CODES)
            .map(|code| light(share(code, CODES)) / REFERENCE_WHITE)
            .collect();
        let level = (0..LIGHTS).map(|entry| to_level(share(entry, LIGHTS))).collect();
        Some(Self { light, level })
    }

    /// Maps 16-bit RGB (native byte order, as FFmpeg's `rgb48`) to 8-bit RGB, appending it.
    pub fn map_row(&self, row: &[u8], mapped: &mut Vec<u8>) {
        for pixel in row.chunks_exact(6) {
            let light = [
                self.light_of(&pixel[0..2]),
                self.light_of(&pixel[2..4]),
                self.light_of(&pixel[4..6]),
            ];
            let narrow = GAMUT.map(|weights| {
                let sum: f32 = weights.iter().zip(light).map(|(weight, light)| weight * light).sum();
                sum.max(0.0)
            });
            // All three by the same factor, so that colours keep their hue.
            let brightest = narrow[0].max(narrow[1]).max(narrow[2]);
            let factor = if brightest > KNEE {
                compressed(brightest) / brightest
            } else {
                1.0
            };
            mapped.extend(narrow.map(|light| self.level_of(light * factor)));
        }
    }

    fn light_of(&self, code: &[u8]) -> f32 {
        let code = u16::from_ne_bytes([code[0], code[1]]);
        self.light.get(usize::from(code >> 4)).copied().unwrap_or(0.0)
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped to the table"
    )]
    fn level_of(&self, light: f32) -> u8 {
        let entry = (light.clamp(0.0, 1.0) * f32::from(BRIGHTEST)) as usize;
        self.level.get(entry).copied().unwrap_or(u8::MAX)
    }
}

#[expect(clippy::cast_precision_loss, reason = "a few thousand entries")]
fn share(entry: usize, entries: usize) -> f32 {
    entry as f32 / (entries - 1) as f32
}

/// The square root leaves dark steps too coarse for a table of this size, so levels are computed, not interpolated.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0..=255")]
fn to_level(light: f32) -> u8 {
    (light.powf(1.0 / 2.2) * 255.0).round() as u8
}

/// Light above the knee, squeezed so that [`PEAK`] becomes 1 and the slope at the knee stays 1.
fn compressed(light: f32) -> f32 {
    let reach = (PEAK / REFERENCE_WHITE - KNEE) / (1.0 - KNEE);
    let over = ((light - KNEE) / (1.0 - KNEE)).min(reach);
    KNEE + (1.0 - KNEE) * over * (1.0 + over / (reach * reach)) / (1.0 + over)
}

/// SMPTE ST 2084: code 0..=1 to candela per square metre.
fn pq_light(code: f32) -> f32 {
    let (m1, m2) = (0.159_301_76, 78.84375);
    let (c1, c2, c3) = (0.835_937_5, 18.851_563, 18.6875);
    let power = code.powf(1.0 / m2);
    10_000.0 * ((power - c1).max(0.0) / (c2 - c3 * power)).powf(1.0 / m1)
}

/// ITU-R BT.2100 hybrid log-gamma on a 1000 cd/m2 screen. The system gamma is taken per channel, which keeps greys exact.
fn hlg_light(code: f32) -> f32 {
    let (a, b, c) = (0.178_832_77, 0.284_668_92, 0.559_910_7);
    let scene = if code <= 0.5 {
        code * code / 3.0
    } else {
        (((code - c) / a).exp() + b) / 12.0
    };
    1000.0 * scene.powf(1.2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grey(map: &ToneMap, code: f32) -> u8 {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a code value")]
        let code = ((code * 65_535.0) as u16).to_ne_bytes();
        let mut mapped = Vec::new();
        map.map_row(&[code, code, code].concat(), &mut mapped);
        assert!(
            mapped.iter().max().unwrap() - mapped.iter().min().unwrap() <= 1,
            "grey stays grey: {mapped:?}"
        );
        mapped[0]
    }

    #[test]
    fn diffuse_white_becomes_nearly_white_and_the_peak_white() {
        let map = ToneMap::of(TransferCharacteristic::SMPTE2084).unwrap();
        // 203 and 1000 candela are PQ 58 % and 75 %.
        assert!((215..=240).contains(&grey(&map, 0.5807)), "{}", grey(&map, 0.5807));
        assert!(grey(&map, 0.7518) >= 253);
        assert_eq!(grey(&map, 1.0), 255);
        assert_eq!(grey(&map, 0.0), 0);
    }

    #[test]
    fn hlg_reference_white_becomes_nearly_white() {
        let map = ToneMap::of(TransferCharacteristic::ARIB_STD_B67).unwrap();
        assert!((215..=245).contains(&grey(&map, 0.75)), "{}", grey(&map, 0.75));
    }

    #[test]
    fn more_light_is_never_darker() {
        let map = ToneMap::of(TransferCharacteristic::SMPTE2084).unwrap();
        let levels: Vec<u8> = (0_u16..=100)
            .map(|percent| grey(&map, f32::from(percent) / 100.0))
            .collect();
        assert!(levels.is_sorted(), "{levels:?}");
    }

    #[test]
    fn standard_video_needs_no_map() {
        assert!(ToneMap::of(TransferCharacteristic::BT709).is_none());
    }
}
