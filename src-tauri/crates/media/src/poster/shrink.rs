//! The short way from a large picture to a small one: 8-bit planes averaged as they are, colours converted afterwards on few pixels.
//! Everything else goes through swscale, which takes three to four times as long for the same.

use super::recolor::Recolor;
use crate::fault::Fault;
use crate::ffi::{Conversion, JPEG_PIXELS, allocate, plane, write_rows};
use circletake_domain::media_failure::MediaFailure;
use fast_image_resize::images::{TypedImage, TypedImageRef};
use fast_image_resize::pixels::U8;
use fast_image_resize::{FilterType, ResizeAlg, ResizeOptions, Resizer};
use ffmpeg_next::format::Pixel;
use ffmpeg_next::{color, frame};

/// Formats of three 8-bit planes: luma and two of chroma, whatever its resolution.
const PLANAR: [Pixel; 6] = [
    Pixel::YUV420P,
    Pixel::YUVJ420P,
    Pixel::YUV422P,
    Pixel::YUVJ422P,
    Pixel::YUV444P,
    Pixel::YUVJ444P,
];

/// The picture at this size with the planes of a JPEG; `None` where this is not the way for it.
pub(super) fn shrink(
    picture: &frame::Video,
    width: u32,
    height: u32,
    conversion: Conversion,
) -> Result<Option<frame::Video>, Fault> {
    if !PLANAR.contains(&picture.format()) || width > picture.width() || height > picture.height() {
        return Ok(None);
    }
    let mut small = allocate(JPEG_PIXELS, width, height)?;
    small.set_color_range(color::Range::JPEG);
    let mut planes = Vec::with_capacity(3);
    for index in 0..3 {
        let to = (small.plane_width(index), small.plane_height(index));
        match averaged(picture, index, to) {
            Some(plane) => planes.push(plane),
            None => return Ok(None),
        }
    }
    let [luma, blue, red] = &mut planes[..] else {
        return Ok(None);
    };
    Recolor::new(conversion).run(luma, blue, red, small.plane_width(0) as usize);
    for (index, plane) in planes.iter().enumerate() {
        let row_bytes = small.plane_width(index) as usize;
        if !write_rows(&mut small, index, row_bytes, plane) {
            return Err(Fault::new(MediaFailure::Damaged, "a plane of another size"));
        }
    }
    Ok(Some(small))
}

/// One plane averaged to a size, rows packed tightly.
fn averaged(picture: &frame::Video, index: usize, (width, height): (u32, u32)) -> Option<Vec<u8>> {
    let (bytes, stride) = plane(picture, index)?;
    let (from_width, from_height) = (picture.plane_width(index), picture.plane_height(index));
    // Typed, because the untyped way compiles the scaler for every kind of pixel there is, which takes minutes.
    let source = TypedImageRef::<U8>::from_buffer(u32::try_from(stride).ok()?, from_height, bytes).ok()?;
    let mut averaged = vec![0; width as usize * height as usize];
    let mut target = TypedImage::<U8>::from_buffer(width, height, &mut averaged).ok()?;
    // Where a pixel covers less than two, equal shares would shift edges about.
    let filter = if from_width / 2 >= width {
        FilterType::Box
    } else {
        FilterType::Bilinear
    };
    let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(filter)).crop(
        0.0,
        0.0,
        f64::from(from_width),
        f64::from(from_height),
    );
    Resizer::new().resize_typed(&source, &mut target, &options).ok()?;
    Some(averaged)
}
