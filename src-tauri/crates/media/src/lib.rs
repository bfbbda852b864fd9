//! Probing, exact frames, posters, strips and previews, in worker processes.
//!
//! Files come from strangers, so no byte of them is parsed in the app's own process. [`MediaPool`] starts copies of the running program as
//! workers, sends each a request over its standard input, and ends the one that hangs, crashes or grows. The modules that touch FFmpeg run
//! only in there.
//!
//! Every `main` that makes a pool begins with [`worker::serve_if_asked`].

pub mod error;
pub mod fault;
pub mod frame_table;
pub mod preview;
pub mod protocol;
pub mod sample;
pub mod still;
pub mod worker;

mod pool;
mod precheck;

// Run inside a worker:
mod clip_reader;
mod draft;
mod facts;
#[expect(
    unsafe_code,
    reason = "the one place where FFmpeg's C interface is called; every block says why it is sound"
)]
mod ffi;
mod first_picture;
mod flatten;
mod floor;
mod hashed_file;
mod hidden;
mod inspect;
mod movie;
mod open_clips;
mod operations;
mod packets;
mod poster;
mod presentation;
mod recognise;
mod strip;
mod tone_map;

pub use error::MediaError;
#[doc(hidden)]
pub use floor::{Floor, open_and_decode};
pub use pool::{Allowance, Inspection, Limits, MediaPool, PoolOptions, Poster, Strip};

/// The version of the FFmpeg this program runs with.
pub fn ffmpeg_version() -> String {
    ffi::version()
}
