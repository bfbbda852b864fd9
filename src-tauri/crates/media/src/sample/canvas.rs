//! A picture being drawn, with the few strokes that the scenes need.

use image::{Rgb, RgbImage};

/// Red, green and blue, 0 to 255, as numbers that can be mixed.
pub(super) type Color = [f32; 3];

/// A picture being drawn.
pub(super) struct Canvas {
    picture: RgbImage,
}

impl Canvas {
    pub fn new(width: u32, height: u32) -> Self {
        Self {
            picture: RgbImage::new(width.max(1), height.max(1)),
        }
    }
    pub fn width(&self) -> f32 {
        f32_of(self.picture.width())
    }
    pub fn height(&self) -> f32 {
        f32_of(self.picture.height())
    }
    pub fn size(&self) -> (u32, u32) {
        self.picture.dimensions()
    }
    /// Packed RGB.
    pub fn bytes(&self) -> &[u8] {
        self.picture.as_raw()
    }

    pub fn black(&mut self) {
        self.picture.fill(0);
    }

    /// Fills the picture from top to bottom.
    pub fn sky(&mut self, top: Color, bottom: Color) {
        let height = self.height();
        for (y, row) in (0_u32..).zip(self.picture.rows_mut()) {
            let color = rgb(mixed(top, bottom, f32_of(y) / height));
            row.for_each(|pixel| *pixel = color);
        }
    }

    /// Paints a texture without sharp edges: its colour is asked for every few pixels and runs evenly in between.
    pub fn paint_softly(&mut self, mut color_at: impl FnMut(f32, f32) -> Color) {
        const CELL: u32 = 4;
        let (width, height) = self.picture.dimensions();
        let (columns, rows) = (width / CELL + 2, height / CELL + 2);
        let mut asked_row = |row: u32| -> Vec<Color> {
            (0..columns)
                .map(|column| color_at(f32_of(column * CELL), f32_of(row * CELL)))
                .collect()
        };
        let mut above = asked_row(0);
        for row in 1..rows {
            let below = asked_row(row);
            for y in (row - 1) * CELL..(row * CELL).min(height) {
                let down = f32_of(y % CELL) / f32_of(CELL);
                let line: Vec<Color> = above
                    .iter()
                    .zip(&below)
                    .map(|(above, below)| mixed(*above, *below, down))
                    .collect();
                for x in 0..width {
                    let cell = (x / CELL) as usize;
                    let across = f32_of(x % CELL) / f32_of(CELL);
                    if let (Some(left), Some(right)) = (line.get(cell), line.get(cell + 1)) {
                        self.picture.put_pixel(x, y, rgb(mixed(*left, *right, across)));
                    }
                }
            }
            above = below;
        }
    }

    /// Fills one column from `top` down to `bottom`, with a soft upper edge.
    pub fn column(&mut self, x: u32, top: f32, bottom: f32, mut color_at: impl FnMut(f32) -> Color) {
        let first = whole(top.max(0.0));
        for y in first..whole(bottom.max(0.0)).min(self.picture.height()) {
            let edge = (f32_of(y) - top + 1.0).clamp(0.0, 1.0);
            self.blend(x, y, color_at(f32_of(y)), edge);
        }
    }

    /// A disc with a soft edge of `softness` pixels.
    pub fn disc(&mut self, center: (f32, f32), radius: f32, softness: f32, color: Color, opacity: f32) {
        self.shaded_disc(center, radius, softness, opacity, |_, _| color);
    }

    /// A disc whose colour follows from the place on it, -1 to 1 in both directions.
    pub fn shaded_disc(
        &mut self,
        center: (f32, f32),
        radius: f32,
        softness: f32,
        opacity: f32,
        mut color_at: impl FnMut(f32, f32) -> Color,
    ) {
        let reach = radius + softness;
        self.each_around(center, (reach, reach), |canvas, x, y, across, down| {
            let distance = across.hypot(down);
            let coverage = ((radius + softness / 2.0 - distance) / softness.max(1.0)).clamp(0.0, 1.0);
            if coverage > 0.0 {
                canvas.blend(x, y, color_at(across / radius, down / radius), coverage * opacity);
            }
        });
    }

    /// Visits the pixels of a box around a point, with their distance from it.
    pub fn each_around(
        &mut self,
        center: (f32, f32),
        reach: (f32, f32),
        mut visit: impl FnMut(&mut Self, u32, u32, f32, f32),
    ) {
        let (width, height) = self.picture.dimensions();
        let columns = whole((center.0 - reach.0).max(0.0))..whole((center.0 + reach.0 + 1.0).max(0.0)).min(width);
        for y in whole((center.1 - reach.1).max(0.0))..whole((center.1 + reach.1 + 1.0).max(0.0)).min(height) {
            for x in columns.clone() {
                visit(self, x, y, f32_of(x) - center.0, f32_of(y) - center.1);
            }
        }
    }

    /// Mixes a colour into one pixel.
    #[inline]
    pub fn blend(&mut self, x: u32, y: u32, color: Color, opacity: f32) {
        // Most pixels are either covered or not.
        if opacity <= 0.0 {
            return;
        }
        if let Some(pixel) = self.picture.get_pixel_mut_checked(x, y) {
            *pixel = if opacity >= 1.0 {
                rgb(color)
            } else {
                rgb(mixed(pixel.0.map(f32::from), color, opacity))
            };
        }
    }
}

/// From one colour to another.
#[inline]
pub(super) fn mixed(from: Color, to: Color, share: f32) -> Color {
    let share = share.clamp(0.0, 1.0);
    [0, 1, 2].map(|channel| from[channel] + (to[channel] - from[channel]) * share)
}

/// Lighter (above 1) or darker.
#[inline]
pub(super) fn lit(color: Color, light: f32) -> Color {
    color.map(|level| level * light)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "`as` saturates, which is meant"
)]
fn rgb(color: Color) -> Rgb<u8> {
    Rgb(color.map(|level| level as u8))
}
#[expect(clippy::cast_precision_loss, reason = "pixels are far below 2^24")]
pub(super) fn f32_of(number: u32) -> f32 {
    number as f32
}
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "`as` saturates, which is meant"
)]
fn whole(number: f32) -> u32 {
    number as u32
}
