//! From a decoded frame to the picture that the preview's encoder takes: upright, small, square pixels, standard light, opaque.

use super::Normalised;
use crate::facts::{Orientation, display_size, orientation, sample_aspect};
use crate::fault::Fault;
use crate::ffi::{Conversion, Matrix, Scaler, Shape, Source, pixel_traits};
use crate::flatten::{Flatten, is_full_range};
use crate::movie::PictureCodec;
use crate::poster::upright;
use circletake_domain::media_failure::MediaFailure;
use ffmpeg_next::frame;
use ffmpeg_next::software::scaling::Flags;

/// Renders the frames of one clip at one size.
pub(super) struct Renderer {
    codec: PictureCodec,
    orientation: Orientation,
    /// The size before the picture is turned upright, both even.
    flat_size: (u32, u32),
    matrix: Matrix,
    flatten: Option<Flatten>,
    filter: Flags,
    prepared: Option<(Shape, Conversion, Scaler)>,
    pub normalised: Vec<Normalised>,
}

impl Renderer {
    /// For the clip whose first frame this is.
    pub fn new(source: &Source, stream: usize, first: &frame::Video, short_side: u32, codec: PictureCodec) -> Self {
        let orientation = orientation(source, stream);
        let aspect = sample_aspect(source.stream_sample_aspect(stream), first);
        let shown = display_size(first, aspect, orientation.turn);
        let (width, height) = fitted(shown, short_side.max(2));
        let flat_size = if orientation.turn.is_sideways() {
            (height, width)
        } else {
            (width, height)
        };
        let own_matrix = Matrix::of(first.color_space(), first.height());
        let flatten = Flatten::needed(first);
        // The two matrices that players know are kept, which costs nothing; the others become BT.709.
        let is_plain = flatten.is_none() && !pixel_traits(first.format()).rgb;
        let matrix = if is_plain && own_matrix == Matrix::Bt601 {
            Matrix::Bt601
        } else {
            Matrix::Bt709
        };
        let shrinks = width < shown.0 || height < shown.1;
        let mut normalised = Vec::new();
        let mut note = |what, is_so: bool| normalised.extend(is_so.then_some(what));
        note(Normalised::Rotated, orientation != Orientation::AS_STORED);
        note(
            Normalised::Scaled,
            shown.0.abs_diff(width) > 1 || shown.1.abs_diff(height) > 1,
        );
        note(Normalised::SquarePixels, aspect.numerator() != aspect.denominator());
        note(Normalised::ToneMapped, matches!(flatten, Some(Flatten::ToneMapped(_))));
        note(
            Normalised::TransparencyFlattened,
            matches!(flatten, Some(Flatten::OverCheckerboard)),
        );
        Self {
            codec,
            orientation,
            flat_size,
            matrix,
            flatten,
            filter: if shrinks { Flags::AREA } else { Flags::BICUBIC },
            prepared: None,
            normalised,
        }
    }

    /// The upright size.
    pub fn size(&self) -> (u32, u32) {
        let (width, height) = self.flat_size;
        if self.orientation.turn.is_sideways() {
            (height, width)
        } else {
            (width, height)
        }
    }
    /// The matrix of the pictures made.
    pub fn matrix(&self) -> Matrix {
        self.matrix
    }

    /// Renders one frame.
    pub fn render(&mut self, frame: &frame::Video) -> Result<frame::Video, Fault> {
        let (width, height) = self.flat_size;
        let flat = match &self.flatten {
            Some(flatten) => {
                let rgb = flatten.run(frame, width, height, self.filter)?;
                self.convert(&rgb, Matrix::Bt709, true)?
            }
            None => self.convert(
                frame,
                Matrix::of(frame.color_space(), frame.height()),
                is_full_range(frame),
            )?,
        };
        upright(flat, self.orientation)
    }

    fn convert(&mut self, frame: &frame::Video, from: Matrix, from_full_range: bool) -> Result<frame::Video, Fault> {
        let (width, height) = self.flat_size;
        let shape = Shape::of(frame);
        let conversion = Conversion {
            from,
            from_full_range,
            to: self.matrix,
            to_full_range: self.codec.is_full_range(),
        };
        // A clip may change size or colour on its way; the preview does not.
        let reusable = self
            .prepared
            .as_ref()
            .is_some_and(|(made_for, used, _)| *made_for == shape && *used == conversion);
        if !reusable {
            let to = Shape {
                format: self.codec.pixels(),
                width,
                height,
            };
            self.prepared = Some((shape, conversion, Scaler::new(shape, to, conversion, self.filter)?));
        }
        match &mut self.prepared {
            Some((_, _, scaler)) => scaler.run(frame),
            None => Err(Fault::new(MediaFailure::Damaged, "no conversion")),
        }
    }
}

/// The size shown, its shorter side at most `short_side`, both sides even as H.264 wants them.
fn fitted((width, height): (u32, u32), short_side: u32) -> (u32, u32) {
    let even = |pixels: u64| u32::try_from(pixels & !1).unwrap_or(u32::MAX).max(2);
    let (long, short) = (u64::from(width.max(height)), u64::from(width.min(height)).max(1));
    let target = short.min(u64::from(short_side));
    // A very long picture is kept below what encoders take.
    let scaled = ((long * target * 2 + short) / (short * 2)).min(8192);
    if width >= height {
        (even(scaled + 1), even(target + 1))
    } else {
        (even(target + 1), even(scaled + 1))
    }
}

#[cfg(test)]
mod size_tests {
    use super::fitted;

    #[test]
    fn the_shorter_side_decides_and_small_clips_keep_their_size() {
        assert_eq!(fitted((1920, 1080), 540), (960, 540));
        assert_eq!(fitted((1080, 1920), 540), (540, 960));
        assert_eq!(fitted((320, 180), 540), (320, 180));
        assert_eq!(fitted((721, 481), 540), (722, 482));
        assert_eq!(fitted((3840, 1600), 540), (1296, 540));
    }
}
