//! Frames that a screen cannot show as they are (more light than it has, or transparency) made plain RGB.

use crate::fault::Fault;
use crate::ffi::{Conversion, Matrix, Scaler, Shape, allocate, pixel_traits, rows, write_rows};
use crate::tone_map::ToneMap;
use circletake_domain::media_failure::MediaFailure;
use ffmpeg_next::format::Pixel;
use ffmpeg_next::software::scaling::Flags;
use ffmpeg_next::{color, frame};

/// Side of a square of the checkerboard behind transparent pictures.
const SQUARE: usize = 12;
/// Its two greys: light enough for dark pictures, dark enough for light ones.
const GREYS: [u8; 2] = [0x8c, 0x66];

/// Why a frame is not shown as it is.
pub(crate) enum Flatten {
    /// Brought to the light of a usual screen.
    ToneMapped(ToneMap),
    /// Laid over a checkerboard.
    OverCheckerboard,
}

impl Flatten {
    /// What this frame needs, if anything.
    pub fn needed(frame: &frame::Video) -> Option<Self> {
        if let Some(map) = ToneMap::of(frame.color_transfer_characteristic()) {
            return Some(Self::ToneMapped(map));
        }
        pixel_traits(frame.format()).alpha.then_some(Self::OverCheckerboard)
    }

    /// The frame at this size, as RGB with 8 bits each.
    pub fn run(&self, frame: &frame::Video, width: u32, height: u32, filter: Flags) -> Result<frame::Video, Fault> {
        let format = match self {
            Self::ToneMapped(_) => Pixel::RGB48,
            Self::OverCheckerboard => Pixel::RGBA,
        };
        let mut scaler = Scaler::new(Shape::of(frame), Shape { format, width, height }, to_rgb(frame), filter)?;
        let small = scaler.run(frame)?;
        let mut flat = Vec::with_capacity(width as usize * height as usize * 3);
        match self {
            Self::ToneMapped(map) => {
                for row in rows(&small, 0, width as usize * 6) {
                    map.map_row(row, &mut flat);
                }
            }
            Self::OverCheckerboard => {
                for (y, row) in rows(&small, 0, width as usize * 4).into_iter().enumerate() {
                    over_checkerboard(y, row, &mut flat);
                }
            }
        }
        let mut rgb = allocate(Pixel::RGB24, width, height)?;
        if write_rows(&mut rgb, 0, width as usize * 3, &flat) {
            Ok(rgb)
        } else {
            Err(Fault::new(MediaFailure::Damaged, "a picture without rows"))
        }
    }
}

/// From a frame's own matrix and range to RGB.
pub(crate) fn to_rgb(frame: &frame::Video) -> Conversion {
    Conversion {
        from: Matrix::of(frame.color_space(), frame.height()),
        from_full_range: is_full_range(frame),
        to: Matrix::Bt709,
        to_full_range: true,
    }
}

/// Whether a frame's levels go from 0 to 255: it says so, or it has one of FFmpeg's old formats that mean it.
pub(crate) fn is_full_range(frame: &frame::Video) -> bool {
    let old = [
        Pixel::YUVJ420P,
        Pixel::YUVJ422P,
        Pixel::YUVJ444P,
        Pixel::YUVJ440P,
        Pixel::YUVJ411P,
    ];
    frame.color_range() == color::Range::JPEG || old.contains(&frame.format())
}

fn over_checkerboard(y: usize, row: &[u8], flat: &mut Vec<u8>) {
    for (x, pixel) in row.chunks_exact(4).enumerate() {
        let behind = u32::from(GREYS[(x / SQUARE + y / SQUARE) % 2]);
        let opacity = u32::from(pixel[3]);
        flat.extend(pixel[..3].iter().map(|level| {
            let mixed = (u32::from(*level) * opacity + behind * (255 - opacity) + 127) / 255;
            u8::try_from(mixed).unwrap_or(u8::MAX)
        }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_transparent_shows_the_checkerboard_and_what_is_not_hides_it() {
        let mut flat = Vec::new();
        over_checkerboard(0, &[10, 20, 30, 255, 10, 20, 30, 0], &mut flat);
        assert_eq!(flat, [10, 20, 30, GREYS[0], GREYS[0], GREYS[0]]);
    }
}
