//! Use cases over the library and its media, called by the shell and the command line.

mod loose_clip;
pub mod view;

pub use circletake_media::worker::serve_if_asked;
pub use loose_clip::{LooseClips, WrittenPicture};
