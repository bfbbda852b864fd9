//! FFmpeg's C interface where `ffmpeg-next` has no safe door: an input opened under our rules, a decoder with limits, scaling with explicit
//! colour, and what a process may use. All `unsafe` of the product is in this folder.

mod decoder;
mod frame;
mod process;
mod scaler;
mod source;
mod stop;

pub use decoder::{Decoded, Threads, VideoDecoder, extradata};
#[cfg(test)]
pub use frame::packed_bytes;
pub use frame::{allocate, rows};
pub use process::{forbid_core_dumps, limit_memory, quit, version};
pub use scaler::{Conversion, Matrix, Scaler, Shape};
pub use source::{Source, is_discarded};
pub use stop::Stop;
