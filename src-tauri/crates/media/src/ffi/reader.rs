//! How FFmpeg reads a file that is hashed on the way: by calling us. `ffmpeg-next` has a reader too, which copies every byte once more than
//! this one: half of what is won by reading the file once.

use super::Stop;
use crate::fault::Fault;
use crate::hashed_file::HashedFile;
use circletake_domain::id::ContentHash;
use circletake_domain::media_failure::MediaFailure;
use ffmpeg_next::ffi;
use std::ffi::{c_int, c_void};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::{ptr, slice};

/// What FFmpeg asks for at once: enough for the hash to work on many blocks side by side, and still in the processor's cache when it does.
const BUFFER_BYTES: c_int = 64 * 1024;

/// The bytes of a file that a [`super::Source`] reads.
pub struct Content(Arc<Mutex<HashedFile>>);

impl Content {
    pub(super) fn open(path: &Path) -> Result<Self, Fault> {
        Ok(Self(Arc::new(Mutex::new(HashedFile::open(path)?))))
    }

    /// The container is open: from now on reading goes forward.
    pub(super) fn fill_gaps(&self) {
        locked(&self.0).fill_gaps();
    }

    /// Reads what the demuxer left out: how long the file is, and its hash.
    pub fn finish(&self, stop: &Stop) -> Result<(u64, ContentHash), Fault> {
        locked(&self.0).finish(stop)
    }
}

/// What the callbacks work on.
struct Shared {
    file: Arc<Mutex<HashedFile>>,
    asked: Arc<Mutex<Stop>>,
}

/// FFmpeg's side of a [`Content`].
pub(super) struct Reader {
    context: *mut ffi::AVIOContext,
    shared: *mut Shared,
}

// SAFETY: both pointers are owned and tied to no thread; what is behind `shared` is `Send`, and FFmpeg calls back only on the thread that
// works with the demuxer.
unsafe impl Send for Reader {}

impl Reader {
    pub fn new(content: &Content, asked: &Arc<Mutex<Stop>>) -> Result<Self, Fault> {
        let shared = Box::into_raw(Box::new(Shared {
            file: Arc::clone(&content.0),
            asked: Arc::clone(asked),
        }));
        let mut reader = Self {
            context: ptr::null_mut(),
            shared,
        };
        // SAFETY: plain allocation. The context takes the buffer; where there is none, the buffer is freed at once, null or not.
        unsafe {
            let buffer = ffi::av_malloc(BUFFER_BYTES as usize);
            if !buffer.is_null() {
                let (opaque, buffer) = (shared.cast(), buffer.cast());
                reader.context = ffi::avio_alloc_context(buffer, BUFFER_BYTES, 0, opaque, Some(read), None, Some(seek));
            }
            if reader.context.is_null() {
                ffi::av_free(buffer);
                return Err(Fault::new(MediaFailure::TooLarge, "no memory for a reader"));
            }
        }
        Ok(reader)
    }

    /// For a demuxer that ends before this does.
    pub fn as_mut_ptr(&mut self) -> *mut ffi::AVIOContext {
        self.context
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        // SAFETY: both were made in `new`, and the demuxer that called back is closed. FFmpeg may have put another buffer in the place of
        // the first, so it is the context's that is freed.
        unsafe {
            if !self.context.is_null() {
                ffi::av_freep((&raw mut (*self.context).buffer).cast());
                ffi::avio_context_free(&raw mut self.context);
            }
            drop(Box::from_raw(self.shared));
        }
    }
}

/// Up to `size` bytes; as `extern "C"` it ends the process rather than unwind into FFmpeg.
unsafe extern "C" fn read(opaque: *mut c_void, buffer: *mut u8, size: c_int) -> c_int {
    // SAFETY: `opaque` is the `Shared` of a `Reader` that lives as long as the demuxer that calls.
    let shared = unsafe { &*opaque.cast::<Shared>() };
    let size = usize::try_from(size).unwrap_or(0);
    // SAFETY: FFmpeg lends as many bytes, to nobody else meanwhile. The system writes into them before anyone reads them.
    let bytes = unsafe { slice::from_raw_parts_mut(buffer, size) };
    loop {
        // FFmpeg asks its interrupt callback only where it reads the file itself.
        if locked(&shared.asked).reached().is_some() {
            return ffi::AVERROR_EXIT;
        }
        match locked(&shared.file).read(bytes) {
            Ok(0) => return ffi::AVERROR_EOF,
            Ok(count) => return c_int::try_from(count).unwrap_or(c_int::MAX),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return code(&error),
        }
    }
}

unsafe extern "C" fn seek(opaque: *mut c_void, offset: i64, whence: c_int) -> i64 {
    const SET: c_int = 0;
    const CURRENT: c_int = 1;
    const END: c_int = 2;
    // SAFETY: as in `read`.
    let shared = unsafe { &*opaque.cast::<Shared>() };
    let mut file = locked(&shared.file);
    let outcome = match whence & !ffi::AVSEEK_FORCE {
        ffi::AVSEEK_SIZE => Ok(file.length()),
        SET => u64::try_from(offset)
            .map_err(|_| io::ErrorKind::InvalidInput.into())
            .and_then(|offset| file.seek(SeekFrom::Start(offset))),
        CURRENT => file.seek(SeekFrom::Current(offset)),
        END => file.seek(SeekFrom::End(offset)),
        _ => Err(io::ErrorKind::InvalidInput.into()),
    };
    match outcome {
        Ok(at) => i64::try_from(at).unwrap_or(i64::MAX),
        Err(error) => code(&error).into(),
    }
}

/// The system's number where there is one: FFmpeg's own readers answer with it, too. A place before the beginning, which only a damaged
/// clip sends the demuxer to, is no fault of the disk.
fn code(error: &io::Error) -> c_int {
    use ffmpeg_next::util::error::{EINVAL, EIO};
    let number = error.raw_os_error().filter(|number| cfg!(unix) && *number > 0);
    let otherwise = if error.kind() == io::ErrorKind::InvalidInput {
        EINVAL
    } else {
        EIO
    };
    ffi::AVERROR(number.unwrap_or(otherwise))
}

fn locked<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests;
