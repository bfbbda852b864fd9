//! Frames in memory: making them and reading their rows.

use crate::fault::Fault;
use circletake_domain::media_failure::MediaFailure;
use ffmpeg_next::format::Pixel;
use ffmpeg_next::{Error, ffi, frame};

/// A frame with its own memory. (`frame::Video::new` does not say when there was none to be had.)
pub fn allocate(format: Pixel, width: u32, height: u32) -> Result<frame::Video, Fault> {
    let mut made = frame::Video::empty();
    made.set_format(format);
    made.set_width(width);
    made.set_height(height);
    // SAFETY: the frame is empty and has format and size set; FFmpeg checks both.
    let outcome = unsafe { ffi::av_frame_get_buffer(made.as_mut_ptr(), 0) };
    if outcome < 0 {
        return Err(Fault::from_ffmpeg(
            "frame memory",
            Error::from(outcome),
            MediaFailure::TooLarge,
        ));
    }
    Ok(made)
}

/// The rows of one plane, top to bottom, `row_bytes` each; none when the plane does not have that. Bottom-up frames (some AVI files) come
/// out the right way round.
pub fn rows(frame: &frame::Video, plane: usize, row_bytes: usize) -> Vec<&[u8]> {
    let is_palette = frame.format() == Pixel::PAL8 && plane > 0;
    if is_palette || plane >= frame.planes() {
        return Vec::new();
    }
    // SAFETY: reading plain fields of a frame that is alive for as long as `frame` is borrowed; FFmpeg has 8 of each.
    let (start, stride) = unsafe {
        let raw = frame.as_ptr();
        match ((*raw).data.get(plane), (*raw).linesize.get(plane)) {
            (Some(start), Some(stride)) => (start.cast_const(), *stride as isize),
            _ => return Vec::new(),
        }
    };
    if start.is_null() || row_bytes > stride.unsigned_abs() {
        return Vec::new();
    }
    let height = isize::try_from(frame.plane_height(plane)).unwrap_or(0);
    (0..height)
        .map(|row| {
            // SAFETY: FFmpeg keeps `linesize` bytes for each row of the plane from `start` on, downwards where it is negative; the row lies
            // within (checked above) and stays alive and unchanged while the frame is borrowed.
            unsafe { std::slice::from_raw_parts(start.offset(stride * row), row_bytes) }
        })
        .collect()
}

/// Takes away colour tags that have no meaning. Some decoders (ProRes) hand on whatever byte the file has, and a number that is none of an
/// enum's must never be read as that enum.
pub fn keep_known_colors(frame: &mut frame::Video) {
    const UNSPECIFIED: i32 = 2;
    let is_known_primaries = |number| matches!(number, 0..=12 | 22);
    // SAFETY: plain fields of a frame that is borrowed mutably; C's enums are 32-bit numbers and are touched here as such only.
    unsafe {
        let raw = frame.as_mut_ptr();
        let primaries = (&raw mut (*raw).color_primaries).cast::<i32>();
        if !is_known_primaries(*primaries) {
            *primaries = UNSPECIFIED;
        }
        let transfer = (&raw mut (*raw).color_trc).cast::<i32>();
        if !(0..=18).contains(&*transfer) {
            *transfer = UNSPECIFIED;
        }
        let space = (&raw mut (*raw).colorspace).cast::<i32>();
        if !(0..=14).contains(&*space) {
            *space = UNSPECIFIED;
        }
        let range = (&raw mut (*raw).color_range).cast::<i32>();
        if !(0..=2).contains(&*range) {
            *range = 0;
        }
    }
}

/// All planes without padding between rows, as FFmpeg's `framemd5` hashes them.
#[cfg(test)]
pub fn packed_bytes(frame: &frame::Video) -> Vec<u8> {
    // SAFETY: the frame is alive and has memory for its format and size; the buffer is as large as FFmpeg says it must be.
    unsafe {
        let raw = frame.as_ptr();
        let format: ffi::AVPixelFormat = frame.format().into();
        let size = ffi::av_image_get_buffer_size(format, (*raw).width, (*raw).height, 1);
        let mut bytes = vec![0; usize::try_from(size).unwrap()];
        ffi::av_image_copy_to_buffer(
            bytes.as_mut_ptr(),
            size,
            (*raw).data.as_ptr().cast(),
            (*raw).linesize.as_ptr(),
            format,
            (*raw).width,
            (*raw).height,
            1,
        );
        bytes
    }
}

/// One plane as it lies in memory, and the bytes from row to row; `None` for a plane that is not there, runs bottom-up, or whose last row is
/// cut short: where a decoder crops at the left, rows begin later than their memory and the last one ends beyond it.
pub fn plane(frame: &frame::Video, index: usize) -> Option<(&[u8], usize)> {
    // SAFETY: a plain field of a frame that is alive while borrowed.
    let stride = unsafe { (*frame.as_ptr()).linesize.get(index).copied() };
    let stride = usize::try_from(stride?).ok().filter(|stride| *stride > 0)?;
    let lines = usize::try_from(frame.plane_height(index)).ok()?;
    // The same checks as for rows say that there is such a plane.
    let start = rows(frame, index, 1).first()?.as_ptr();
    let length = stride.checked_mul(lines)?;
    // SAFETY: FFmpeg only looks up which of the frame's buffers the plane lies in, and answers null where it owns none.
    let buffer = unsafe { ffi::av_frame_get_plane_buffer(frame.as_ptr().cast_mut(), i32::try_from(index).ok()?) };
    if buffer.is_null() {
        return None;
    }
    // SAFETY: the buffer belongs to the frame and lives as long; plain fields of it.
    let (memory, size) = unsafe { ((*buffer).data.cast_const(), (*buffer).size) };
    let before = (start as usize).checked_sub(memory as usize)?;
    if before.checked_add(length)? > size {
        return None;
    }
    // SAFETY: `length` bytes from `start` on lie within the buffer (just checked), unchanged while the frame is borrowed.
    Some((unsafe { std::slice::from_raw_parts(start, length) }, stride))
}

/// Fills one plane with rows packed tightly, top to bottom; says whether it is a plane of that size.
pub fn write_rows(frame: &mut frame::Video, plane: usize, row_bytes: usize, packed: &[u8]) -> bool {
    // The same checks as for reading say how many rows of this length there are.
    let height = rows(frame, plane, row_bytes).len();
    if row_bytes == 0 || height == 0 || packed.len() != height * row_bytes {
        return false;
    }
    // SAFETY: a frame is written only by its only owner: FFmpeg makes it so here, copying where others hold the memory too.
    if unsafe { ffi::av_frame_make_writable(frame.as_mut_ptr()) } < 0 {
        return false;
    }
    // SAFETY: see `rows`: each row lies within the plane; after `make_writable` nobody else reads or writes it.
    let (start, stride) = unsafe {
        let raw = frame.as_mut_ptr();
        match ((*raw).data.get(plane), (*raw).linesize.get(plane)) {
            (Some(start), Some(stride)) => (*start, *stride as isize),
            _ => return false,
        }
    };
    for (row, bytes) in (0_isize..).zip(packed.chunks_exact(row_bytes)) {
        // SAFETY: as above; `bytes` is `row_bytes` long and lies elsewhere.
        unsafe { std::ptr::copy_nonoverlapping(bytes.as_ptr(), start.offset(stride * row), row_bytes) };
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use ffmpeg_next::color;

    #[test]
    fn a_color_tag_that_is_none_becomes_unspecified() {
        let mut made = allocate(Pixel::YUV420P, 16, 16).unwrap();
        made.set_color_space(color::Space::BT709);
        // SAFETY: as in the function under test.
        unsafe { *(&raw mut (*made.as_mut_ptr()).color_primaries).cast::<i32>() = 255 };
        keep_known_colors(&mut made);
        assert_eq!(made.color_primaries(), color::Primaries::Unspecified);
        assert_eq!(made.color_space(), color::Space::BT709);
    }

    #[test]
    fn a_plane_that_would_end_beyond_its_memory_is_refused() {
        let mut made = allocate(Pixel::GRAY8, 64, 64).unwrap();
        assert!(plane(&made, 0).is_some_and(|(bytes, stride)| bytes.len() == stride * 64));
        // SAFETY: as if a decoder cropped most rows away without saying so; nothing reads through it but the function under test.
        unsafe { (*made.as_mut_ptr()).data[0] = (*made.as_ptr()).data[0].add(60 * 64) };
        assert!(plane(&made, 0).is_none());
    }
}
