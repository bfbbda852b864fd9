//! FFmpeg's C interface where `ffmpeg-next` has no safe door: an input opened under our rules, a decoder with limits, scaling with explicit
//! colour, and what a process may use. All `unsafe` of the product is in this folder.

mod decoder;
mod frame;
#[cfg(windows)]
mod job;
mod jpeg;
mod process;
mod reader;
mod scaler;
mod sink;
mod source;
mod stop;
mod traits;

pub use decoder::{Decoded, Threads, VideoDecoder, extradata};
#[cfg(test)]
pub use frame::packed_bytes;
pub use frame::{allocate, plane, rows, write_rows};
pub use jpeg::{JPEG_PIXELS, JpegQuality, encode_jpeg};
pub use process::{forbid_core_dumps, keep_freed_memory, limit_memory, quit, version};
pub use reader::Content;
pub use scaler::{Conversion, Matrix, Scaler, Shape};
pub use sink::open_sink;
pub use source::{Source, is_discarded};
pub use stop::Stop;
pub use traits::{pixel_traits, sound_traits};
