//! The picture in every generated clip: a counter that can be read back from pixels, moving shades, and flat colours.

/// Cells of the counter strip: white, black, twelve bits, parity, white.
const CELLS: u32 = 16;
const BITS: u32 = 12;

/// The flat colours along the bottom, as red, green, blue.
pub const PATCHES: [[u8; 3]; 8] = [
    [191, 191, 191],
    [191, 191, 0],
    [0, 191, 191],
    [0, 191, 0],
    [191, 0, 191],
    [191, 0, 0],
    [0, 0, 191],
    [40, 40, 40],
];

/// Draws frame `index` as RGBA, 8 bits each, rows from the top. `transparent` clears the bottom right quarter.
pub fn draw(index: u32, width: u32, height: u32, transparent: bool) -> Vec<u8> {
    let mut pixels = Vec::with_capacity((width * height * 4) as usize);
    let box_left = index * 7 % width.max(1);
    for y in 0..height {
        for x in 0..width {
            let color = if y < strip_height(height) {
                let lit = cell_is_lit(index, x * CELLS / width);
                if lit { [255; 3] } else { [0; 3] }
            } else if y >= height - height / 5 {
                PATCHES[(x * 8 / width) as usize]
            } else if x.abs_diff(box_left) < width / 16 && y.abs_diff(height / 2) < height / 8 {
                [250, 240, 220]
            } else {
                [
                    wave(x * 255 / width + index * 5),
                    wave(y * 255 / height),
                    wave(index * 7 + (x + y) / 4),
                ]
            };
            let clear = transparent && x > width / 2 && y > height / 2;
            pixels.extend_from_slice(&[color[0], color[1], color[2], if clear { 0 } else { 255 }]);
        }
    }
    pixels
}

/// The number in the strip at the top of an RGB picture (8 bits each, no row padding), or nothing where none can be read.
pub fn read_counter(rgb: &[u8], width: u32, height: u32) -> Option<u32> {
    if width < CELLS || height < 6 || rgb.len() < (width * height * 3) as usize {
        return None;
    }
    let lit = |cell: u32| {
        let x = (cell * 2 + 1) * width / (CELLS * 2);
        let y = strip_height(height) / 2;
        let at = ((y * width + x) * 3) as usize;
        rgb[at..at + 3].iter().map(|&level| u32::from(level)).sum::<u32>() > 3 * 128
    };
    let number = (0..BITS).fold(0, |number, bit| number << 1 | u32::from(lit(2 + bit)));
    (lit(0) && !lit(1) && lit(CELLS - 1) && lit(2 + BITS) == (number.count_ones() % 2 == 1)).then_some(number)
}

/// The place (row times width plus column) of the middle of one of the flat colours, in a picture of any size.
pub fn middle_of_patch(patch: usize, width: u32, height: u32) -> usize {
    let x = width as usize * (patch * 2 + 1) / 16;
    let y = height as usize - height as usize / 10;
    y * width as usize + x
}

fn strip_height(height: u32) -> u32 {
    (height / 6).max(1)
}
fn cell_is_lit(number: u32, cell: u32) -> bool {
    match cell {
        0 => true,
        1 => false,
        bit if bit < 2 + BITS => number >> (BITS + 1 - bit) & 1 == 1,
        14 => number.count_ones() % 2 == 1,
        _ => true,
    }
}
/// Up and down again within 0..=255.
fn wave(position: u32) -> u8 {
    let within = position % 510;
    u8::try_from(if within > 255 { 510 - within } else { within }).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_counter_drawn_is_the_counter_read() {
        for index in [0, 1, 2, 47, 1000, 4095] {
            let rgb: Vec<u8> = draw(index, 160, 90, false)
                .chunks(4)
                .flat_map(|pixel| pixel[..3].to_vec())
                .collect();
            assert_eq!(read_counter(&rgb, 160, 90), Some(index));
        }
    }
    #[test]
    fn a_picture_without_counter_reads_as_none() {
        assert_eq!(read_counter(&vec![0; 160 * 90 * 3], 160, 90), None);
    }
}
