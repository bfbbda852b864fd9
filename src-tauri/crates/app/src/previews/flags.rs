//! What can be seen in a clip's strip: no picture, or one that stands still. Only ever a flag.

use circletake_domain::clip::ClipFacts;
use circletake_domain::clip_flag::ClipFlag;
use circletake_media::Strip;
use image::GrayImage;

/// A pixel this dark shows nothing.
const DARK: u8 = 32;
/// A tile with more dark pixels than this share of a hundred has no picture.
const DARK_SHARE: u64 = 98;
/// Tiles that differ less than this on average (of 255) are the same picture; JPEG alone makes about 1.
const SAME: u64 = 2;
/// From how many of twenty tiles on it is worth a look.
const ENOUGH: usize = 4;

/// What the strip shows. Nothing where it cannot be read: a flag is only raised for what was seen.
pub(super) fn flags_in_strip(strip: &Strip, facts: &ClipFacts) -> Vec<ClipFlag> {
    let Ok(picture) = image::load_from_memory_with_format(&strip.jpeg, image::ImageFormat::Jpeg) else {
        return Vec::new();
    };
    let tiles = tiles(&picture.to_luma8(), strip);
    let black = tiles.iter().filter(|tile| is_black(tile)).count();
    let mut flags = Vec::new();
    if black >= ENOUGH.min(tiles.len()) && black > 0 {
        flags.push(ClipFlag::Black);
    }
    // One frame is a still by nature, and a black clip does not move either.
    let still = tiles
        .windows(2)
        .filter(|pair| is_same(&pair[0], &pair[1]) && !is_black(&pair[0]))
        .count();
    if facts.frame_count > 1 && still >= ENOUGH.min(tiles.len().saturating_sub(1)) && still > 0 {
        flags.push(ClipFlag::Frozen);
    }
    flags
}

fn tiles(strip: &GrayImage, layout: &Strip) -> Vec<GrayImage> {
    let (width, height) = (layout.tile_width.max(1), layout.tile_height.max(1));
    let across = (strip.width() / width).max(1);
    let place = |tile: u32| (tile % across * width, tile / across * height);
    (0..layout.tiles)
        .map(place)
        .filter(|(x, y)| x + width <= strip.width() && y + height <= strip.height())
        .map(|(x, y)| image::imageops::crop_imm(strip, x, y, width, height).to_image())
        .collect()
}

fn is_black(tile: &GrayImage) -> bool {
    let dark = tile.pixels().filter(|pixel| pixel.0[0] < DARK).count() as u64;
    dark * 100 >= DARK_SHARE * u64::from(tile.width()) * u64::from(tile.height())
}

fn is_same(a: &GrayImage, b: &GrayImage) -> bool {
    let difference: u64 = a
        .pixels()
        .zip(b.pixels())
        .map(|(a, b)| u64::from(a.0[0].abs_diff(b.0[0])))
        .sum();
    difference < SAME * u64::from(a.width()) * u64::from(a.height())
}
