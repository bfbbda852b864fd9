//! Turning a planar picture upright, and mirroring it.

use crate::facts::{Orientation, Turn};
use crate::fault::Fault;
use crate::ffi::{allocate, rows, write_rows};
use circletake_domain::media_failure::MediaFailure;
use ffmpeg_next::frame;

/// The picture as it is shown. Its planes must be 8 bits a sample, which those of a JPEG are.
pub(crate) fn upright(picture: frame::Video, orientation: Orientation) -> Result<frame::Video, Fault> {
    if orientation == Orientation::AS_STORED {
        return Ok(picture);
    }
    let (width, height) = (picture.width(), picture.height());
    let (upright_width, upright_height) = if orientation.turn.is_sideways() {
        (height, width)
    } else {
        (width, height)
    };
    let mut upright = allocate(picture.format(), upright_width, upright_height)?;
    upright.set_color_range(picture.color_range());
    for plane in 0..picture.planes() {
        let plane_width = picture.plane_width(plane) as usize;
        let lines = rows(&picture, plane, plane_width);
        let mirrored: Vec<Vec<u8>>;
        let lines: Vec<&[u8]> = if orientation.mirrored {
            mirrored = lines.iter().map(|line| line.iter().rev().copied().collect()).collect();
            mirrored.iter().map(Vec::as_slice).collect()
        } else {
            lines
        };
        let samples = turned_samples(&lines, plane_width, orientation.turn);
        let row_bytes = upright.plane_width(plane) as usize;
        if !write_rows(&mut upright, plane, row_bytes, &samples) {
            return Err(Fault::new(MediaFailure::Damaged, "a plane that cannot be turned"));
        }
    }
    Ok(upright)
}

fn turned_samples(lines: &[&[u8]], width: usize, turn: Turn) -> Vec<u8> {
    let column = |x: usize| lines.iter().map(move |line| line.get(x).copied().unwrap_or_default());
    match turn {
        Turn::None => lines.concat(),
        Turn::Quarter => (0..width).flat_map(|x| column(x).rev()).collect(),
        Turn::Half => lines.iter().rev().flat_map(|line| line.iter().rev().copied()).collect(),
        Turn::ThreeQuarters => (0..width).rev().flat_map(column).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stored_top_left_corner_goes_clockwise_round() {
        let lines: [&[u8]; 2] = [&[1, 2, 3], &[4, 5, 6]];
        assert_eq!(turned_samples(&lines, 3, Turn::Quarter), [4, 1, 5, 2, 6, 3]);
        assert_eq!(turned_samples(&lines, 3, Turn::Half), [6, 5, 4, 3, 2, 1]);
        assert_eq!(turned_samples(&lines, 3, Turn::ThreeQuarters), [3, 6, 2, 5, 1, 4]);
    }
}
