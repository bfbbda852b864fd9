//! Temporary libraries, a fixed clock and generated clips; for tests only.
#![expect(clippy::panic, reason = "a test that cannot have its clip must stop with the reason")]

pub mod catalogue;
mod clip_maker;
pub mod clip_recipe;
pub mod mp4_patch;
pub mod real_clips;
pub mod reference;
pub mod test_picture;

pub use clip_recipe::{ClipRecipe, Codec, Color, Container, Sound, Timing};
