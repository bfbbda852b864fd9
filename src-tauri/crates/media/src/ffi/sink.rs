//! A file opened for muxing.

use super::source::file_url;
use crate::fault::Fault;
use circletake_domain::media_failure::MediaFailure;
use ffmpeg_next::format::context::Output;
use ffmpeg_next::{Error, ffi};
use std::ffi::CString;
use std::path::Path;
use std::ptr;

/// Opens `path` for writing in a muxer's format, by the muxer's name: the file name need not end in anything.
pub fn open_sink(path: &Path, muxer: &str) -> Result<Output, Fault> {
    let url = file_url(path)?;
    let muxer = CString::new(muxer).map_err(|error| Fault::new(MediaFailure::DiskError, error.to_string()))?;
    let mut context = ptr::null_mut();
    // SAFETY: all pointers are valid, both strings NUL-terminated; a null format means "by name". Null is left behind on failure.
    let outcome =
        unsafe { ffi::avformat_alloc_output_context2(&raw mut context, ptr::null_mut(), muxer.as_ptr(), url.as_ptr()) };
    if outcome < 0 || context.is_null() {
        return Err(Fault::from_ffmpeg(
            "muxer",
            Error::from(outcome),
            MediaFailure::UnsupportedCodec,
        ));
    }
    // SAFETY: the context was just made and is ours; on failure it is freed here, else `Output` closes the file and frees it.
    unsafe {
        let outcome = ffi::avio_open(&raw mut (*context).pb, url.as_ptr(), ffi::AVIO_FLAG_WRITE);
        if outcome < 0 {
            ffi::avformat_free_context(context);
            return Err(Fault::from_ffmpeg(
                "create",
                Error::from(outcome),
                MediaFailure::DiskError,
            ));
        }
        Ok(Output::wrap(context))
    }
}
