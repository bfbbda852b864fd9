//! Turns an MP4 or MOV by its display matrix. The flags for it changed between FFmpeg versions; the box did not.

/// Writes the matrix for a clockwise turn of 90, 180 or 270 degrees into every video track header.
///
/// # Panics
/// When the bytes hold no track header.
pub fn set_orientation(file: &mut [u8], degrees: u16, mirrored: bool, width: u32, height: u32) {
    const ONE: i32 = 1 << 16;
    let fixed = |pixels: u32| i32::try_from(pixels << 16).unwrap_or(i32::MAX);
    let mut matrix: [i32; 9] = match degrees {
        90 => [0, ONE, 0, -ONE, 0, 0, fixed(height), 0, 1 << 30],
        180 => [-ONE, 0, 0, 0, -ONE, 0, fixed(width), fixed(height), 1 << 30],
        270 => [0, -ONE, 0, ONE, 0, 0, 0, fixed(width), 1 << 30],
        _ => [ONE, 0, 0, 0, ONE, 0, 0, 0, 1 << 30],
    };
    if mirrored {
        // The picture's own axis from left to right points the other way.
        matrix[0] = -matrix[0];
        matrix[1] = -matrix[1];
    }
    let mut found = false;
    let mut at = 0;
    while let Some(next) = find(&file[at..], b"tkhd") {
        let header = at + next + 4;
        // Version 1 has 64-bit times and so a longer head. A sound track's header ends in a size of 0 x 0.
        let matrix_at = header + if file[header] == 1 { 52 } else { 40 };
        if file[matrix_at + 36..matrix_at + 44] != [0; 8] {
            for (index, value) in matrix.iter().enumerate() {
                file[matrix_at + index * 4..matrix_at + index * 4 + 4].copy_from_slice(&value.to_be_bytes());
            }
            found = true;
        }
        at = header;
    }
    assert!(found, "no video track header to turn");
}

fn find(bytes: &[u8], word: &[u8]) -> Option<usize> {
    bytes.windows(word.len()).position(|window| window == word)
}
