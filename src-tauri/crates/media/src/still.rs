//! One frame as a picture file.
//!
//! Both formats stand upright (the container's rotation is applied). A **JPEG** is for looking at: at display size (pixels made square), in
//! standard light, transparency over a checkerboard, just as the preview shows it. A **PNG** is for measuring: the stored pixels, converted
//! to RGB by the clip's own matrix and range and not changed otherwise; transparency stays, HDR code values stay, pixels keep their shape.

use crate::facts::orientation;
use crate::fault::Fault;
use crate::ffi::{JpegQuality, Scaler, Shape, Stop, encode_jpeg, pixel_traits, rows};
use crate::flatten::to_rgb;
use crate::open_clips::OpenClips;
use crate::poster::{Bounds, Canvas, upright};
use circletake_domain::frame::FrameIndex;
use circletake_domain::media_failure::MediaFailure;
use ffmpeg_next::format::Pixel;
use ffmpeg_next::frame;
use ffmpeg_next::software::scaling::Flags;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder};
use serde::{Deserialize, Serialize};
use std::path::Path;

/// The format of a still.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum StillFormat {
    /// For looking at: as the preview shows it, at full resolution.
    Jpeg,
    /// For measuring: every pixel as decoded.
    Png,
}

/// A frame as a picture file, turned as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Still {
    /// The file's bytes.
    pub bytes: Vec<u8>,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
}

/// As large as the clip is.
const FULL_SIZE: Bounds = Bounds {
    width: u32::MAX,
    height: u32::MAX,
};

/// One frame of a clip that may be open already.
pub(crate) fn still(
    open: &mut OpenClips,
    path: &Path,
    index: FrameIndex,
    format: StillFormat,
    stop: &Stop,
) -> Result<Still, Fault> {
    let made = read(open, path, index, format, stop);
    if made
        .as_ref()
        .is_err_and(|fault| fault.failure != MediaFailure::NoSuchFrame)
    {
        open.close(path);
    }
    made
}

fn read(
    open: &mut OpenClips,
    path: &Path,
    index: FrameIndex,
    format: StillFormat,
    stop: &Stop,
) -> Result<Still, Fault> {
    let reader = open.reader(path, stop)?;
    let frame = reader.frame(index.0)?;
    match format {
        StillFormat::Jpeg => {
            let mut drawn = Canvas::new(reader.source(), reader.stream(), FULL_SIZE).draw(&frame)?;
            let bytes = encode_jpeg(&mut drawn, JpegQuality::Still)?;
            Ok(Still {
                bytes,
                width: drawn.width(),
                height: drawn.height(),
            })
        }
        StillFormat::Png => {
            let planes = upright(rgb_planes(&frame)?, orientation(reader.source(), reader.stream()))?;
            png(&planes)
        }
    }
}

/// Green, blue, red (and opacity) in planes of their own, 8 bits each; the planes can be turned one by one.
fn rgb_planes(frame: &frame::Video) -> Result<frame::Video, Fault> {
    let format = if pixel_traits(frame.format()).alpha {
        Pixel::GBRAP
    } else {
        Pixel::GBRP
    };
    // Without these, swscale takes a short cut that drops every second colour sample and rounds down.
    let exact = Flags::BICUBIC | Flags::ACCURATE_RND | Flags::FULL_CHR_H_INT | Flags::FULL_CHR_H_INP;
    let to = Shape {
        format,
        ..Shape::of(frame)
    };
    Scaler::new(Shape::of(frame), to, to_rgb(frame), exact)?.run(frame)
}

fn png(planes: &frame::Video) -> Result<Still, Fault> {
    let (width, height) = (planes.width(), planes.height());
    let [green, blue, red] = [0, 1, 2].map(|plane| rows(planes, plane, width as usize));
    let alpha = rows(planes, 3, width as usize);
    let channels = if alpha.is_empty() { 3 } else { 4 };
    let mut pixels = Vec::with_capacity(width as usize * height as usize * channels);
    for (y, ((red, green), blue)) in red.iter().zip(&green).zip(&blue).enumerate() {
        let opacity = alpha.get(y);
        for (x, ((red, green), blue)) in red.iter().zip(*green).zip(*blue).enumerate() {
            pixels.extend([*red, *green, *blue]);
            pixels.extend(opacity.and_then(|row| row.get(x)));
        }
    }
    let mut bytes = Vec::new();
    let color = if channels == 4 {
        ExtendedColorType::Rgba8
    } else {
        ExtendedColorType::Rgb8
    };
    PngEncoder::new_with_quality(&mut bytes, CompressionType::Fast, FilterType::Adaptive)
        .write_image(&pixels, width, height, color)
        .map_err(|error| Fault::new(MediaFailure::Damaged, format!("png: {error}")))?;
    Ok(Still { bytes, width, height })
}

#[cfg(test)]
mod tests;
