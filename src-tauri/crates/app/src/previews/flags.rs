//! What can be seen in a clip's strip: no picture, or one that stands still. Only ever a flag.

use circletake_domain::clip::ClipFacts;
use circletake_domain::clip_flag::ClipFlag;
use circletake_media::Strip;
use image::GrayImage;

/// A pixel this dark shows nothing.
const DARK: u8 = 32;
/// A tile of which more than this share of a hundred is dark has no picture; a label may still stand on it.
const DARK_SHARE: usize = 96;
/// A pixel has changed when it differs by more than JPEG alone makes of the same picture.
const CHANGED: u8 = 10;
/// Two tiles are the same picture when fewer than one pixel in this many has changed. A slow pan moves more than that along its edges; a
/// picture that stands still moves none.
const STILL_SHARE: usize = 1_000;
/// From how many of twenty tiles on it is worth a look.
const ENOUGH: usize = 4;

/// What the strip shows. Nothing where it cannot be read: a flag is only raised for what was seen.
pub(super) fn flags_in_strip(strip: &Strip, facts: &ClipFacts) -> Vec<ClipFlag> {
    let Ok(picture) = image::load_from_memory_with_format(&strip.jpeg, image::ImageFormat::Jpeg) else {
        return Vec::new();
    };
    flags_in_tiles(&tiles(&picture.to_luma8(), strip), facts.frame_count)
}

fn flags_in_tiles(tiles: &[GrayImage], frame_count: u32) -> Vec<ClipFlag> {
    let mut flags = Vec::new();
    let enough = ENOUGH.min(tiles.len());
    let black: Vec<bool> = tiles.iter().map(is_black).collect();
    if enough > 0 && black.iter().filter(|black| **black).count() >= enough {
        flags.push(ClipFlag::Black);
    }
    // One frame is a still by nature; and what is black does not move either, but that was said.
    let pairs = tiles
        .windows(2)
        .zip(black.windows(2))
        .filter(|(_, black)| !black[0] && !black[1]);
    let still = pairs.filter(|(pair, _)| is_same(&pair[0], &pair[1])).count();
    if frame_count > 1 && still >= enough.saturating_sub(1).max(1) {
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
    let dark = tile.pixels().filter(|pixel| pixel.0[0] < DARK).count();
    dark * 100 >= DARK_SHARE * tile.pixels().len()
}

fn is_same(a: &GrayImage, b: &GrayImage) -> bool {
    let changed = a
        .pixels()
        .zip(b.pixels())
        .filter(|(a, b)| a.0[0].abs_diff(b.0[0]) > CHANGED)
        .count();
    changed * STILL_SHARE < a.pixels().len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::Luma;

    /// A bright disc that stands at `x` on grey.
    fn disc(x: i32) -> GrayImage {
        GrayImage::from_fn(120, 200, |px, py| {
            let (dx, dy) = (px.cast_signed() - x, py.cast_signed() - 100);
            Luma([if dx * dx + dy * dy < 400 { 220 } else { 90 }])
        })
    }

    #[test]
    fn a_clip_that_moves_only_a_little_is_not_frozen() {
        let tiles: Vec<_> = (0..20).map(|tile| disc(30 + tile)).collect();
        assert_eq!(flags_in_tiles(&tiles, 120), []);
    }

    #[test]
    fn a_clip_that_stops_or_goes_black_is_flagged_once_for_what_it_does() {
        let stops: Vec<_> = (0..20).map(|tile| disc(30 + tile.min(6) * 5)).collect();
        assert_eq!(flags_in_tiles(&stops, 120), [ClipFlag::Frozen]);
        let goes_black: Vec<_> = (0..20)
            .map(|tile| {
                if tile < 6 {
                    disc(30 + tile * 5)
                } else {
                    GrayImage::new(120, 200)
                }
            })
            .collect();
        assert_eq!(flags_in_tiles(&goes_black, 120), [ClipFlag::Black]);
    }

    #[test]
    fn a_single_frame_is_no_freeze() {
        assert_eq!(flags_in_tiles(&[disc(50)], 1), []);
    }
}
