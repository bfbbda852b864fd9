//! Colours that go together, and chance that is the same every time.

use super::canvas::Color;

/// Four colours from dark to light, and an accent.
#[derive(Debug, Clone, Copy)]
pub(super) struct Palette {
    pub dark: Color,
    pub middle: Color,
    pub light: Color,
    pub accent: Color,
}

const fn color(hex: u32) -> Color {
    let [_, red, green, blue] = hex.to_be_bytes();
    [red as f32, green as f32, blue as f32]
}
const fn palette(dark: u32, middle: u32, light: u32, accent: u32) -> Palette {
    Palette {
        dark: color(dark),
        middle: color(middle),
        light: color(light),
        accent: color(accent),
    }
}

const PALETTES: [Palette; 9] = [
    palette(0x002b_1a2f, 0x009a_4f50, 0x00f2_c9a1, 0x00e8_a33d),
    palette(0x0012_2b3a, 0x002f_6f7e, 0x00bf_e3dd, 0x00f2_7d52),
    palette(0x001d_2a1f, 0x005b_7a4a, 0x00e4_e8c8, 0x00d9_9b3b),
    palette(0x0021_1f3c, 0x005d_5a9c, 0x00d7_cdee, 0x00f2_b8c6),
    palette(0x002d_2420, 0x0087_6c59, 0x00ef_e3d3, 0x00b5_4a32),
    palette(0x0010_2436, 0x003b_6ea5, 0x00cf_e2f3, 0x00f4_d35e),
    palette(0x0030_1722, 0x00a8_3f5f, 0x00f7_c6c7, 0x004a_9fa5),
    palette(0x0017_2624, 0x0038_7f73, 0x00c9_ead9, 0x00f0_a58f),
    palette(0x0026_2626, 0x0074_7474, 0x00e6_e3de, 0x00d8_5b3a),
];

impl Palette {
    pub fn of(seed: u32) -> Self {
        // 4 is prime to 9: neighbours differ, and nine in a row are all different.
        let place = (seed as usize).wrapping_mul(4) % PALETTES.len();
        PALETTES.get(place).copied().unwrap_or(PALETTES[0])
    }
}

/// Numbers that look like chance and follow from the seed.
#[derive(Debug, Clone)]
pub(super) struct Chance(u64);

impl Chance {
    pub fn of(seed: u32) -> Self {
        Self(u64::from(seed).wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }
    /// Between two numbers.
    pub fn between(&mut self, low: f32, high: f32) -> f32 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let share = f32::from(u16::try_from(self.0 >> 48).unwrap_or(0)) / f32::from(u16::MAX);
        low + (high - low) * share
    }
}
