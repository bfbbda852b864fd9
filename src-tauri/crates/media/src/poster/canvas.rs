//! From a decoded frame to the upright, small picture a JPEG is made of.

use super::shrink::shrink;
use super::upright::upright;
use crate::facts::{Orientation, display_size, orientation, sample_aspect};
use crate::fault::Fault;
use crate::ffi::{Conversion, JPEG_PIXELS, Matrix, Scaler, Shape, Source, pixel_traits};
use crate::flatten::{Flatten, is_full_range};
use ffmpeg_next::software::scaling::Flags;
use ffmpeg_next::{Rational, frame};

/// Draws frames of one clip at one size. The prepared scaler is kept from frame to frame.
pub(crate) struct Canvas {
    bounds: Bounds,
    container_aspect: Rational,
    orientation: Orientation,
    prepared: Option<Prepared>,
}

struct Prepared {
    from: Shape,
    conversion: Conversion,
    scaler: Scaler,
}

/// What an upright picture has to fit into; smaller ones are not blown up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Bounds {
    pub width: u32,
    pub height: u32,
}

impl Canvas {
    /// For pictures of a stream.
    pub(crate) fn new(source: &Source, stream: usize, bounds: Bounds) -> Self {
        let container_aspect = source.stream_sample_aspect(stream);
        Self {
            bounds,
            container_aspect,
            orientation: orientation(source, stream),
            prepared: None,
        }
    }

    /// Scales, converts and turns one frame. HDR is brought to the light of a usual screen, what is transparent laid over a checkerboard.
    pub(crate) fn draw(&mut self, picture: &frame::Video) -> Result<frame::Video, Fault> {
        let (width, height) = self.size_before_turn(picture);
        let flat = match Flatten::needed(picture) {
            Some(flatten) => Some(flatten.run(picture, width, height, Flags::AREA)?),
            None => None,
        };
        let picture = flat.as_ref().unwrap_or(picture);
        let (from, conversion) = (Shape::of(picture), jpeg_colors(picture));
        if let Some(shrunk) = shrink(picture, width, height, conversion)? {
            return upright(shrunk, self.orientation);
        }
        let prepared = match self.prepared.take() {
            Some(prepared) if prepared.from == from && prepared.conversion == conversion => prepared,
            _ => {
                let to = Shape {
                    format: JPEG_PIXELS,
                    width,
                    height,
                };
                Prepared {
                    from,
                    conversion,
                    scaler: Scaler::new(from, to, conversion, Flags::AREA)?,
                }
            }
        };
        let scaled = self.prepared.insert(prepared).scaler.run(picture)?;
        upright(scaled, self.orientation)
    }

    fn size_before_turn(&self, picture: &frame::Video) -> (u32, u32) {
        let shown = display_size(
            picture,
            sample_aspect(self.container_aspect, picture),
            self.orientation.turn,
        );
        let (width, height) = self.bounds.fit(shown);
        if self.orientation.turn.is_sideways() {
            (height, width)
        } else {
            (width, height)
        }
    }
}

impl Bounds {
    fn fit(self, (width, height): (u32, u32)) -> (u32, u32) {
        let (width, height) = (u64::from(width.max(1)), u64::from(height.max(1)));
        let (most_width, most_height) = (u64::from(self.width.max(1)), u64::from(self.height.max(1)));
        let (fitted_width, fitted_height) = if width <= most_width && height <= most_height {
            (width, height)
        } else if width * most_height >= height * most_width {
            (most_width, (height * most_width * 2 + width) / (width * 2))
        } else {
            ((width * most_height * 2 + height) / (height * 2), most_height)
        };
        let size = |pixels: u64| u32::try_from(pixels).unwrap_or(u32::MAX).max(1);
        (size(fitted_width), size(fitted_height))
    }
}

/// From what the frame says of itself to what every JPEG reader expects: BT.601, full range.
fn jpeg_colors(picture: &frame::Video) -> Conversion {
    let from_full_range = pixel_traits(picture.format()).rgb || is_full_range(picture);
    Conversion {
        from: Matrix::of(picture.color_space(), picture.height()),
        from_full_range,
        to: Matrix::Bt601,
        to_full_range: true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_fits_its_bounds_and_is_never_blown_up() {
        let bounds = Bounds {
            width: 480,
            height: 4096,
        };
        assert_eq!(bounds.fit((1920, 1080)), (480, 270));
        assert_eq!(bounds.fit((1080, 1920)), (480, 853));
        assert_eq!(bounds.fit((320, 180)), (320, 180));
        assert_eq!(bounds.fit((8192, 1)), (480, 1));
        assert_eq!(bounds.fit((2, 8192)), (1, 4096));
        assert_eq!(bounds.fit((0, 0)), (1, 1));
    }
}
