//! The clips that tests and benches go through: every kind that is normal input, and a mixed shelf to measure on.

use crate::clip_recipe::{ClipRecipe, Codec, Color, Container};

/// Codecs with the containers they are legal in.
pub const LEGAL: [(Codec, &[Container]); 8] = [
    (
        Codec::H264,
        &[Container::Mp4, Container::Mov, Container::Mkv, Container::Avi],
    ),
    (Codec::Hevc, &[Container::Mp4, Container::Mov, Container::Mkv]),
    (Codec::Vp8, &[Container::Webm, Container::Mkv, Container::Avi]),
    (Codec::Vp9, &[Container::Webm, Container::Mkv, Container::Mp4]),
    (Codec::Av1, &[Container::Mp4, Container::Webm, Container::Mkv]),
    (Codec::ProRes, &[Container::Mov, Container::Mkv]),
    (
        Codec::Mpeg4,
        &[Container::Mp4, Container::Mov, Container::Mkv, Container::Avi],
    ),
    (
        Codec::Mjpeg,
        &[Container::Mov, Container::Mkv, Container::Avi, Container::Mp4],
    ),
];

/// The constant rates that clips come in, as numerator and denominator.
pub const RATES: [(u32, u32); 6] = [(24_000, 1001), (24, 1), (25, 1), (30_000, 1001), (30, 1), (60, 1)];

/// Frames of 20 to 120 ms: a screen recording's rhythm.
pub const UNEVEN: [u32; 5] = [40, 20, 120, 33, 60];

/// Every codec in every container, with the rates dealt out among them.
pub fn every_container() -> Vec<ClipRecipe> {
    let mut rates = RATES.iter().cycle();
    let mut recipes = Vec::new();
    for (codec, containers) in LEGAL {
        for &container in containers {
            let (numerator, denominator) = *rates.next().unwrap_or(&(24, 1));
            recipes.push(ClipRecipe::new(codec, container).rate(numerator, denominator));
        }
    }
    recipes
}

/// Containers whose header names no stream: what is in them shows only in their packets.
pub fn every_container_without_a_list() -> Vec<ClipRecipe> {
    vec![
        ClipRecipe::new(Codec::H264, Container::Flv),
        ClipRecipe::new(Codec::H264, Container::Flv).b_frames(2).audio(),
        ClipRecipe::new(Codec::Mpeg2, Container::Mpg).rate(25, 1),
        ClipRecipe::new(Codec::Mpeg2, Container::Mpg).b_frames(2).audio(),
        // Long enough for seeks into the middle of it.
        ClipRecipe::new(Codec::Mpeg2, Container::Mpg)
            .size(640, 360)
            .rate(25, 1)
            .frames(120)
            .b_frames(2)
            .grain(),
        ClipRecipe::new(Codec::H264, Container::Ts).b_frames(2).audio(),
        ClipRecipe::new(Codec::Mpeg2, Container::Ts).rate(30, 1),
    ]
}

/// Every rate, and a varying one, in the two most common codecs and in the containers that keep time differently.
pub fn every_rate() -> Vec<ClipRecipe> {
    let shelves = [
        (Codec::H264, Container::Mp4),
        (Codec::Vp9, Container::Webm),
        (Codec::H264, Container::Mkv),
    ];
    let mut recipes = Vec::new();
    for (codec, container) in shelves {
        recipes.extend(
            RATES.map(|(numerator, denominator)| ClipRecipe::new(codec, container).rate(numerator, denominator)),
        );
        recipes.push(ClipRecipe::new(codec, container).variable_rate(&UNEVEN));
    }
    recipes
}

/// Timelines and groups of pictures that trip naive frame counting.
pub fn every_bend() -> Vec<ClipRecipe> {
    let h264 = || ClipRecipe::new(Codec::H264, Container::Mp4).b_frames(3);
    let hevc = || ClipRecipe::new(Codec::Hevc, Container::Mp4).b_frames(3);
    vec![
        h264(),
        h264().open_gop(),
        h264().no_edit_list(),
        h264().start_offset_ms(1500),
        h264().cut_head(5),
        h264().open_gop().cut_head(17),
        h264().variable_rate(&UNEVEN),
        h264().audio(),
        ClipRecipe::new(Codec::H264, Container::Mkv)
            .b_frames(3)
            .open_gop()
            .start_offset_ms(700),
        ClipRecipe::new(Codec::H264, Container::Avi).b_frames(2),
        ClipRecipe::new(Codec::H264, Container::Mov)
            .b_frames(2)
            .variable_rate(&UNEVEN)
            .audio(),
        hevc(),
        hevc().open_gop(),
        hevc().open_gop().cut_head(14),
        hevc().pixel_format("yuv420p10le"),
        ClipRecipe::new(Codec::Hevc, Container::Mkv).b_frames(3).open_gop(),
        ClipRecipe::new(Codec::Mpeg4, Container::Avi).b_frames(2),
        ClipRecipe::new(Codec::Mpeg4, Container::Mp4).b_frames(2),
        ClipRecipe::new(Codec::Vp8, Container::Webm)
            .alternate_reference()
            .frames(60)
            .key_interval(60),
        ClipRecipe::new(Codec::Vp9, Container::Webm)
            .alternate_reference()
            .frames(60)
            .key_interval(60)
            .audio(),
        ClipRecipe::new(Codec::Vp9, Container::Webm).start_offset_ms(400),
        ClipRecipe::new(Codec::Av1, Container::Mp4).pixel_format("yuv420p10le"),
        ClipRecipe::new(Codec::H264, Container::Mp4)
            .pixel_format("yuv420p10le")
            .b_frames(2),
        ClipRecipe::new(Codec::H264, Container::Mp4)
            .key_interval(250)
            .frames(72)
            .b_frames(2),
    ]
}

/// Odd sizes, turned pictures, pixels that are not square, transparency.
pub fn every_shape() -> Vec<ClipRecipe> {
    vec![
        ClipRecipe::new(Codec::H264, Container::Mp4).size(322, 182),
        ClipRecipe::new(Codec::H264, Container::Mp4)
            .size(321, 181)
            .pixel_format("yuv444p"),
        ClipRecipe::new(Codec::Vp9, Container::Webm).size(321, 181),
        ClipRecipe::new(Codec::Vp8, Container::Webm).size(175, 233),
        ClipRecipe::new(Codec::Mjpeg, Container::Mov).size(301, 203),
        ClipRecipe::new(Codec::Mpeg4, Container::Mp4).size(323, 241),
        ClipRecipe::new(Codec::H264, Container::Mp4).rotation(90).audio(),
        ClipRecipe::new(Codec::H264, Container::Mov).rotation(180),
        ClipRecipe::new(Codec::Hevc, Container::Mp4).rotation(270),
        ClipRecipe::new(Codec::H264, Container::Mp4)
            .size(288, 240)
            .sample_aspect(4, 3),
        ClipRecipe::new(Codec::H264, Container::Mp4)
            .size(320, 180)
            .sample_aspect(3, 4)
            .rotation(90),
        ClipRecipe::new(Codec::ProRes, Container::Mov).alpha(),
        ClipRecipe::new(Codec::Vp9, Container::Webm).alpha(),
        ClipRecipe::new(Codec::Vp8, Container::Webm).alpha(),
    ]
}

/// Every colour matrix in both ranges, and the HDR transfers.
pub fn every_color() -> Vec<ClipRecipe> {
    let h264 = || ClipRecipe::new(Codec::H264, Container::Mp4).frames(6);
    let mut recipes = Vec::new();
    for color in [Color::Bt601, Color::Bt709, Color::Bt2020] {
        recipes.push(h264().color(color));
        recipes.push(h264().color(color).full_range());
        recipes.push(h264().color(color).pixel_format("yuv444p"));
    }
    recipes.push(h264().color(Color::Bt2020).pixel_format("yuv420p10le"));
    recipes.push(h264().color(Color::Untagged).size(1280, 720));
    recipes.push(
        ClipRecipe::new(Codec::ProRes, Container::Mov)
            .frames(6)
            .color(Color::Bt709),
    );
    recipes.push(
        ClipRecipe::new(Codec::Mjpeg, Container::Mov)
            .frames(6)
            .color(Color::Bt601)
            .full_range(),
    );
    recipes.push(
        ClipRecipe::new(Codec::Vp9, Container::Webm)
            .frames(6)
            .color(Color::Bt709),
    );
    recipes
}

/// Clips with more light than a usual screen shows.
pub fn every_hdr() -> Vec<ClipRecipe> {
    let hdr = |color| {
        ClipRecipe::new(Codec::Hevc, Container::Mp4)
            .pixel_format("yuv420p10le")
            .color(color)
            .frames(12)
    };
    vec![hdr(Color::Pq), hdr(Color::Hlg)]
}

/// At least sixty clips of mixed codecs and sizes, as a team's download folder holds them: what ingest is measured on.
pub fn download_folder() -> Vec<ClipRecipe> {
    const SIZES: [(u32, u32); 6] = [
        (1280, 720),
        (1920, 1080),
        (1080, 1920),
        (854, 480),
        (768, 1360),
        (1024, 1024),
    ];
    // Video models deliver H.264 in MP4 more than anything else.
    const KINDS: [(Codec, Container); 11] = [
        (Codec::H264, Container::Mp4),
        (Codec::H264, Container::Mp4),
        (Codec::Hevc, Container::Mp4),
        (Codec::H264, Container::Mp4),
        (Codec::Vp9, Container::Webm),
        (Codec::H264, Container::Mov),
        (Codec::Av1, Container::Mp4),
        (Codec::H264, Container::Mp4),
        (Codec::Mjpeg, Container::Avi),
        (Codec::ProRes, Container::Mov),
        (Codec::Vp8, Container::Webm),
    ];
    (0..66_u32)
        .map(|index| {
            let (codec, container) = KINDS[index as usize % KINDS.len()];
            let (width, height) = SIZES[(index / 11 + index) as usize % SIZES.len()];
            let (numerator, denominator) = RATES[index as usize % RATES.len()];
            let recipe = ClipRecipe::new(codec, container)
                .size(width, height)
                .rate(numerator, denominator)
                .frames(72 + index % 5);
            let recipe = if index % 2 == 0 && container != Container::Avi {
                recipe.audio()
            } else {
                recipe
            };
            recipe.b_frames(2).key_interval(48).grain()
        })
        .collect()
}
