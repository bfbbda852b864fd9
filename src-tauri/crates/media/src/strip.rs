//! Tiles across a clip's length, side by side in one picture, for hover scrub.

use crate::clip_reader::ClipReader;
use crate::fault::Fault;
use crate::ffi::{JPEG_PIXELS, JpegQuality, Stop, Threads, allocate, encode_jpeg, rows, write_rows};
use crate::poster::{Bounds, Canvas};
use circletake_domain::media_failure::MediaFailure;
use ffmpeg_next::{color, frame};
use std::path::Path;

/// What a tile fits into: a card of the grid on a usual screen.
const TILE: Bounds = Bounds {
    width: 240,
    height: 240,
};
/// More tiles would not fit into a JPEG side by side.
const MOST_TILES: u32 = 100;

/// The finished strip.
pub(crate) struct StripPicture {
    pub jpeg: Vec<u8>,
    pub tiles: u32,
    pub tile_width: u32,
    pub tile_height: u32,
}

/// Draws so many tiles, the first and the last frame among them; fewer where the clip has fewer frames.
pub(crate) fn strip(path: &Path, tiles: u32, stop: &Stop) -> Result<StripPicture, Fault> {
    let mut reader = ClipReader::open(path, Threads::One, stop)?;
    let mut canvas = Canvas::new(reader.source(), reader.stream(), TILE);
    let frames = reader.presentation().frame_count();
    let mut drawn: Vec<frame::Video> = Vec::new();
    for index in spread(frames, tiles.clamp(1, MOST_TILES)) {
        match reader.frame(index) {
            Ok(picture) => drawn.push(canvas.draw(&picture)?),
            // A damaged stretch shows the tile before it; a clip that decodes nowhere has no strip.
            Err(fault) if fault.failure == MediaFailure::Damaged && !drawn.is_empty() => {
                let before = drawn.last().cloned();
                drawn.extend(before);
            }
            Err(fault) => return Err(fault),
        }
    }
    side_by_side(&drawn)
}

/// So many frames, evenly spread from the first to the last.
fn spread(frames: u32, tiles: u32) -> Vec<u32> {
    let tiles = tiles.min(frames);
    if tiles <= 1 {
        return (0..tiles).collect();
    }
    let (last, steps) = (u64::from(frames - 1), u64::from(tiles - 1));
    (0..u64::from(tiles))
        .filter_map(|tile| u32::try_from((tile * last * 2 + steps) / (steps * 2)).ok())
        .collect()
}

fn side_by_side(drawn: &[frame::Video]) -> Result<StripPicture, Fault> {
    let first = drawn
        .first()
        .ok_or_else(|| Fault::new(MediaFailure::Damaged, "no frame to show"))?;
    let tiles = u32::try_from(drawn.len()).unwrap_or(MOST_TILES);
    // Even, so that every tile's chroma begins on a sample of its own.
    let (tile_width, tile_height) = (first.width().next_multiple_of(2), first.height());
    let mut sprite = allocate(JPEG_PIXELS, tile_width * tiles, tile_height)?;
    sprite.set_color_range(color::Range::JPEG);
    for plane in 0..sprite.planes() {
        let wide = if plane == 0 { tile_width } else { tile_width / 2 } as usize;
        let lines: Vec<Vec<&[u8]>> = drawn
            .iter()
            .map(|tile| rows(tile, plane, tile.plane_width(plane) as usize))
            .collect();
        let mut packed = Vec::with_capacity(wide * drawn.len() * sprite.plane_height(plane) as usize);
        for row in 0..sprite.plane_height(plane) as usize {
            for tile in &lines {
                let line = tile.get(row).copied().unwrap_or_default();
                // An odd tile's last column is repeated to the even width.
                packed.extend(
                    line.iter()
                        .chain(std::iter::repeat(line.last().unwrap_or(&0)))
                        .take(wide),
                );
            }
        }
        let row_bytes = sprite.plane_width(plane) as usize;
        if !write_rows(&mut sprite, plane, row_bytes, &packed) {
            return Err(Fault::new(MediaFailure::Damaged, "tiles of different sizes"));
        }
    }
    Ok(StripPicture {
        jpeg: encode_jpeg(&mut sprite, JpegQuality::Poster)?,
        tiles,
        tile_width,
        tile_height,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tiles_run_from_the_first_frame_to_the_last() {
        assert_eq!(spread(49, 5), [0, 12, 24, 36, 48]);
        assert_eq!(spread(3, 20), [0, 1, 2]);
        assert_eq!(spread(1, 20), [0]);
        assert_eq!(spread(0, 20), [] as [u32; 0]);
        assert_eq!(spread(u32::MAX, 3), [0, u32::MAX / 2, u32::MAX - 1]);
    }
}
