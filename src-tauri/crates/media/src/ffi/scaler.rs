//! Scaling and pixel format conversion with the colour matrix said, never guessed: plain swscale is off by up to 32 of 255 on BT.709.

use super::frame::allocate;
use crate::fault::Fault;
use circletake_domain::media_failure::MediaFailure;
use ffmpeg_next::format::Pixel;
use ffmpeg_next::software::scaling::Flags;
use ffmpeg_next::{color, ffi, frame};
use std::ptr;

/// The matrix between RGB and YUV.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Matrix {
    /// Standard definition; what JPEG uses.
    Bt601,
    /// High definition.
    Bt709,
    /// Ultra high definition, and HDR.
    Bt2020,
    /// Analogue American video.
    Smpte240m,
    /// Old American television.
    Fcc,
}

impl Matrix {
    /// The matrix of a frame; where the file does not say, 720 lines and more are taken as BT.709, as players do.
    pub fn of(space: color::Space, height: u32) -> Self {
        match space {
            color::Space::BT709 => Self::Bt709,
            color::Space::BT2020NCL | color::Space::BT2020CL => Self::Bt2020,
            color::Space::SMPTE240M => Self::Smpte240m,
            color::Space::FCC => Self::Fcc,
            color::Space::Unspecified if height >= 720 => Self::Bt709,
            _ => Self::Bt601,
        }
    }
    /// The shares of red and blue in luma.
    pub fn red_and_blue(self) -> (f64, f64) {
        match self {
            Self::Bt601 => (0.299, 0.114),
            Self::Bt709 => (0.2126, 0.0722),
            Self::Bt2020 => (0.2627, 0.0593),
            Self::Smpte240m => (0.212, 0.087),
            Self::Fcc => (0.3, 0.11),
        }
    }
    /// `SWS_CS_*`; an enum or a set of constants, depending on the version of FFmpeg, with the same numbers.
    fn coefficients(self) -> i32 {
        match self {
            Self::Bt709 => 1,
            Self::Fcc => 4,
            Self::Bt601 => 5,
            Self::Smpte240m => 7,
            Self::Bt2020 => 9,
        }
    }
}

/// A pixel format and a size.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shape {
    /// The pixel format.
    pub format: Pixel,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
}

impl Shape {
    /// The shape of a frame.
    pub fn of(frame: &frame::Video) -> Self {
        Self {
            format: frame.format(),
            width: frame.width(),
            height: frame.height(),
        }
    }
}

/// Matrix and range on both sides of a conversion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Conversion {
    /// Of the source.
    pub from: Matrix,
    /// Whether the source uses the full range 0..255.
    pub from_full_range: bool,
    /// Of the result; without meaning for RGB.
    pub to: Matrix,
    /// Whether the result uses the full range 0..255.
    pub to_full_range: bool,
}

/// A prepared conversion between two shapes.
pub struct Scaler {
    context: *mut ffi::SwsContext,
    from: Shape,
    to: Shape,
}

// SAFETY: the context is used by whoever owns the scaler and holds no reference to a thread.
unsafe impl Send for Scaler {}

impl Scaler {
    /// Prepares a conversion; `filter` picks the scaling method.
    pub fn new(from: Shape, to: Shape, conversion: Conversion, filter: Flags) -> Result<Self, Fault> {
        let refuse = |what: &str| Fault::new(MediaFailure::UnsupportedCodec, format!("{what}: {from:?} to {to:?}"));
        let size = |pixels: u32| {
            i32::try_from(pixels)
                .ok()
                .filter(|pixels| *pixels > 0)
                .ok_or_else(|| refuse("size"))
        };
        let (from_width, from_height, to_width, to_height) =
            (size(from.width)?, size(from.height)?, size(to.width)?, size(to.height)?);
        // SAFETY: sizes are positive, formats come from FFmpeg's own list, null means defaults; null is checked next.
        let context = unsafe {
            ffi::sws_getContext(
                from_width,
                from_height,
                from.format.into(),
                to_width,
                to_height,
                to.format.into(),
                filter.bits(),
                ptr::null_mut(),
                ptr::null_mut(),
                ptr::null(),
            )
        };
        if context.is_null() {
            return Err(refuse("no conversion"));
        }
        let scaler = Self { context, from, to };
        // SAFETY: the context is valid; the tables are static in FFmpeg; 1 << 16 is neutral contrast and saturation. The result is -1 for
        // formats without a matrix (grey to grey), where there is nothing to set.
        unsafe {
            ffi::sws_setColorspaceDetails(
                scaler.context,
                ffi::sws_getCoefficients(conversion.from.coefficients()),
                i32::from(conversion.from_full_range),
                ffi::sws_getCoefficients(conversion.to.coefficients()),
                i32::from(conversion.to_full_range),
                0,
                1 << 16,
                1 << 16,
            );
        }
        Ok(scaler)
    }

    /// Converts one frame into a new one.
    pub fn run(&mut self, frame: &frame::Video) -> Result<frame::Video, Fault> {
        if Shape::of(frame) != self.from {
            return Err(Fault::new(
                MediaFailure::Damaged,
                "the picture changes its size or format within the clip",
            ));
        }
        let mut scaled = allocate(self.to.format, self.to.width, self.to.height)?;
        // SAFETY: both frames have memory for their format and size (FFmpeg refuses null planes), which are those of the context.
        let lines = unsafe {
            let (source, target) = (frame.as_ptr(), scaled.as_mut_ptr());
            ffi::sws_scale(
                self.context,
                (*source).data.as_ptr().cast(),
                (*source).linesize.as_ptr(),
                0,
                (*source).height,
                (*target).data.as_ptr(),
                (*target).linesize.as_ptr(),
            )
        };
        if lines <= 0 {
            return Err(Fault::new(MediaFailure::Damaged, "scaling failed"));
        }
        Ok(scaled)
    }
}

impl Drop for Scaler {
    fn drop(&mut self) {
        // SAFETY: made by `sws_getContext`, freed once.
        unsafe { ffi::sws_freeContext(self.context) };
    }
}
