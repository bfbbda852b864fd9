//! Memory of decoded pictures goes back to the system when they are let go.
//!
//! The review room keeps hundreds of pictures of a megabyte or so in the web process. The C library soon learns to keep blocks of that
//! size for itself, between others that are still in use: after leaving the room more than half of it was still held. With a fixed
//! threshold each such block is a mapping of its own, and freeing it gives it back at once.

use std::ffi::OsStr;
use std::os::unix::process::CommandExt;
use std::process::Command;

/// Read by the C library when a process starts, so also by the web process that this one starts.
const THRESHOLD: &str = "MALLOC_MMAP_THRESHOLD_";
/// Larger than anything but pictures and files.
const BYTES: &str = "262144";

/// Starts this program over with the threshold set, in the same process; does nothing the second time.
pub fn give_back_what_pictures_took() {
    if std::env::var_os(THRESHOLD).is_some() {
        return;
    }
    let Ok(program) = std::env::current_exe() else { return };
    let mut arguments = std::env::args_os();
    let name = arguments
        .next()
        .unwrap_or_else(|| OsStr::new("circletake-desktop").to_owned());
    // Comes back only where it could not be done; then the app runs as it is, and holds on to more memory.
    let error = Command::new(program)
        .arg0(name)
        .args(arguments)
        .env(THRESHOLD, BYTES)
        .exec();
    eprintln!("memory of pictures will be given back late: {error}");
}
