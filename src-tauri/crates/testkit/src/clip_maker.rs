//! Runs the `ffmpeg` command line on drawn pictures; keeps each finished clip in a folder shared by all tests.

use crate::clip_recipe::{ClipRecipe, Codec, Color, Container, Timing};
use crate::{mp4_patch, test_picture};
use camino::{Utf8Path, Utf8PathBuf};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::Write;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

/// Raised when clips of the same recipe come out differently, so that old ones are not used.
const GENERATION: u32 = 3;

/// Larger pictures are drawn at most this wide and blown up by FFmpeg: drawing 4K would take longer than encoding it.
const DRAWN_WIDTH: u32 = 640;

pub(crate) fn make(recipe: &ClipRecipe) -> Utf8PathBuf {
    let mut hasher = DefaultHasher::new();
    (GENERATION, recipe).hash(&mut hasher);
    let folder = folder();
    let name = format!(
        "{}-{:016x}.{}",
        recipe.label(),
        hasher.finish(),
        recipe.container.extension()
    );
    let finished = folder.join(&name);
    if !finished.exists() {
        // Tests run side by side in many processes: whoever is last to rename wins, and all wrote the same clip.
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let unique = format!("{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let draft = folder.join(format!("draft-{unique}-{name}"));
        encode(recipe, &draft);
        if recipe.cut_head_frames > 0 {
            cut_head(recipe, &draft);
        }
        if recipe.rotation != 0 || recipe.mirrored.0 {
            turn(recipe, &draft);
        }
        ok(fs_err::rename(&draft, &finished));
    }
    finished
}

fn folder() -> Utf8PathBuf {
    let base = Utf8PathBuf::from_path_buf(std::env::temp_dir());
    let folder = base
        .unwrap_or_else(|path| panic!("{} is not UTF-8", path.display()))
        .join("circletake-test-clips");
    ok(fs_err::create_dir_all(&folder));
    folder
}

fn encode(recipe: &ClipRecipe, output: &Utf8Path) {
    let (width, height) = recipe.upright_size();
    let scale = width.max(height).div_ceil(DRAWN_WIDTH);
    let (drawn_width, drawn_height) = (width.div_ceil(scale), height.div_ceil(scale));
    let mut command = Command::new("ffmpeg");
    command.args(["-v", "error", "-y", "-f", "rawvideo", "-pix_fmt", "rgba"]);
    command.args([
        "-s",
        &format!("{drawn_width}x{drawn_height}"),
        "-r",
        &input_rate(recipe),
        "-i",
        "-",
    ]);
    if let Some(sound) = recipe.sound {
        command.args(["-itsoffset", &format!("{}ms", sound.delay_ms), "-f", "lavfi", "-i"]);
        command.arg(format!("sine=frequency=440:sample_rate={}", sound.rate));
        command.args([
            "-shortest",
            "-ac",
            &sound.channels.to_string(),
            "-ar",
            &sound.rate.to_string(),
        ]);
    }
    command.args(["-vf", &filters(recipe, width, height), "-fps_mode", "passthrough"]);
    if matches!(recipe.timing, Timing::Variable(_)) {
        command.args(["-enc_time_base", "1/1000"]);
    }
    command.args(codec_arguments(recipe));
    command.args(color_arguments(recipe));
    command.args(container_arguments(recipe));
    command.arg(output);
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::piped());
    let mut child = command
        .spawn()
        .unwrap_or_else(|failure| panic!("ffmpeg could not be started: {failure}"));
    if let Some(mut pipe) = child.stdin.take() {
        for index in 0..recipe.frames {
            let mut picture = test_picture::draw(index, drawn_width, drawn_height, recipe.alpha);
            if index < recipe.black_frames {
                picture.chunks_mut(4).for_each(|pixel| pixel[..3].fill(0));
            }
            // A closed pipe means FFmpeg gave up; its own words below say why.
            if pipe.write_all(&picture).is_err() {
                break;
            }
        }
    }
    let done = ok(child.wait_with_output());
    assert!(
        done.status.success(),
        "ffmpeg refused {recipe:?}: {}",
        String::from_utf8_lossy(&done.stderr)
    );
}

fn input_rate(recipe: &ClipRecipe) -> String {
    match &recipe.timing {
        Timing::Constant(rate) => rate.to_string(),
        Timing::Variable(_) => "30".to_owned(),
    }
}

fn filters(recipe: &ClipRecipe, width: u32, height: u32) -> String {
    let range = if recipe.full_range { "full" } else { "limited" };
    let format = pixel_format(recipe);
    let mut filters = vec![
        format!(
            "scale={width}:{height}:flags=neighbor+accurate_rnd+full_chroma_int:in_range=full:out_range={range}:out_color_matrix={}",
            recipe.color.matrix()
        ),
        format!("format={format}"),
    ];
    // Stored turned against the clock, so that the display matrix brings it upright.
    filters.extend(
        match recipe.rotation {
            90 => Some("transpose=cclock"),
            180 => Some("hflip,vflip"),
            270 => Some("transpose=clock"),
            _ => None,
        }
        .map(str::to_owned),
    );
    if recipe.mirrored.0 {
        filters.push("hflip".to_owned());
    }
    if recipe.grain.0 {
        // Half of it stays where it is, as texture does, and half flickers.
        filters.push("noise=all_seed=1:alls=5,noise=all_seed=2:alls=8:allf=t".to_owned());
    }
    let (aspect_width, aspect_height) = recipe.sample_aspect;
    filters.push(format!("setsar={aspect_width}/{aspect_height}"));
    if recipe.codec == Codec::ProRes && recipe.color != Color::Untagged {
        // Its encoder writes the tags of the frames, not those it was given.
        let (primaries, transfer, matrix) = tags(recipe.color);
        filters.push(format!(
            "setparams=color_primaries={primaries}:color_trc={transfer}:colorspace={matrix}"
        ));
    }
    if let Timing::Variable(pattern) = &recipe.timing {
        filters.push(format!("settb=1/1000,setpts={}", uneven_stamps(pattern)));
    }
    filters.join(",")
}

/// When frame `N` starts, in milliseconds, as an expression of FFmpeg's.
fn uneven_stamps(pattern: &[u32]) -> String {
    let length = pattern.len();
    let total: u32 = pattern.iter().sum();
    let within = (1..length).map(|place| {
        format!(
            "eq(mod(N\\,{length})\\,{place})*{}",
            pattern[..place].iter().sum::<u32>()
        )
    });
    std::iter::once(format!("floor(N/{length})*{total}"))
        .chain(within)
        .collect::<Vec<_>>()
        .join("+")
}

fn pixel_format(recipe: &ClipRecipe) -> &'static str {
    match (recipe.pixel_format, recipe.codec) {
        (Some(chosen), _) => chosen,
        (None, Codec::ProRes) if recipe.alpha => "yuva444p10le",
        (None, Codec::ProRes) => "yuv422p10le",
        (None, Codec::Mjpeg) => "yuvj420p",
        (None, _) if recipe.alpha => "yuva420p",
        (None, _) => "yuv420p",
    }
}

fn codec_arguments(recipe: &ClipRecipe) -> Vec<String> {
    let interval = recipe.key_interval;
    let open = u8::from(recipe.open_gop);
    // Losing little of grain would take a hundred megabits a second, which nobody delivers.
    let coarser = if recipe.grain.0 { 5 } else { 0 };
    let text = match recipe.codec {
        Codec::H264 => format!(
            "-c:v libx264 -preset veryfast -crf {} -g {interval} -bf {} -x264-params open-gop={open}:scenecut=0:threads=1:b-adapt=0",
            18 + coarser,
            recipe.b_frames
        ),
        Codec::Hevc => format!(
            "-c:v libx265 -preset ultrafast -crf {} -x265-params log-level=none:keyint={interval}:min-keyint={interval}:bframes={}:b-adapt=0:open-gop={open}:scenecut=0:pools=1:frame-threads=1",
            20 + coarser / 2,
            recipe.b_frames
        ),
        Codec::Vp8 | Codec::Vp9 => {
            let name = if recipe.codec == Codec::Vp8 {
                "libvpx"
            } else {
                "libvpx-vp9"
            };
            let hidden = if recipe.alternate_reference {
                "-deadline good -auto-alt-ref 1 -lag-in-frames 12 -arnr-maxframes 5"
            } else {
                "-deadline realtime -auto-alt-ref 0"
            };
            format!("-c:v {name} {hidden} -cpu-used 5 -b:v 2M -g {interval} -threads 1")
        }
        // SVT-AV1 is by far the fastest, but wants even sizes.
        Codec::Av1 if recipe.size.0.is_multiple_of(2) && recipe.size.1.is_multiple_of(2) => {
            format!("-c:v libsvtav1 -preset 11 -crf 30 -g {interval}")
        }
        Codec::Av1 => format!("-c:v libaom-av1 -usage realtime -cpu-used 9 -crf 30 -b:v 0 -g {interval}"),
        Codec::ProRes if recipe.alpha => "-c:v prores_ks -profile:v 4444".to_owned(),
        Codec::ProRes => "-c:v prores_ks -profile:v standard".to_owned(),
        Codec::Mpeg4 => format!("-c:v mpeg4 -q:v 3 -g {interval} -bf {}", recipe.b_frames),
        Codec::Mjpeg => "-c:v mjpeg -q:v 3".to_owned(),
        Codec::Mpeg2 => format!("-c:v mpeg2video -q:v 3 -g {interval} -bf {}", recipe.b_frames),
    };
    text.split(' ').map(str::to_owned).collect()
}

/// Primaries, transfer and matrix as FFmpeg names them.
fn tags(color: Color) -> (&'static str, &'static str, &'static str) {
    match color {
        Color::Untagged => ("unknown", "unknown", "unknown"),
        Color::Bt601 => ("smpte170m", "smpte170m", "smpte170m"),
        Color::Bt709 => ("bt709", "bt709", "bt709"),
        Color::Bt2020 => ("bt2020", "bt2020-10", "bt2020nc"),
        Color::Pq => ("bt2020", "smpte2084", "bt2020nc"),
        Color::Hlg => ("bt2020", "arib-std-b67", "bt2020nc"),
    }
}

fn color_arguments(recipe: &ClipRecipe) -> Vec<String> {
    if recipe.color == Color::Untagged {
        return Vec::new();
    }
    let (primaries, transfer, matrix) = tags(recipe.color);
    let range = if recipe.full_range { "pc" } else { "tv" };
    [
        "-color_primaries",
        primaries,
        "-color_trc",
        transfer,
        "-colorspace",
        matrix,
        "-color_range",
        range,
    ]
    .map(str::to_owned)
    .to_vec()
}

fn container_arguments(recipe: &ClipRecipe) -> Vec<String> {
    let mut arguments = Vec::new();
    let mut add = |text: &str| arguments.extend(text.split(' ').map(str::to_owned));
    let quicktime = matches!(recipe.container, Container::Mp4 | Container::Mov);
    if quicktime && recipe.codec == Codec::Hevc {
        add("-tag:v hvc1");
    }
    if quicktime && matches!(recipe.timing, Timing::Variable(_)) {
        add("-video_track_timescale 1000");
    }
    if recipe.no_edit_list {
        add("-use_editlist 0");
    }
    if recipe.start_offset_ms > 0 {
        add(&format!("-output_ts_offset {}ms", recipe.start_offset_ms));
    }
    if let Some(sound) = recipe.sound {
        let usual = match recipe.container {
            Container::Mp4 | Container::Mkv | Container::Flv => "aac",
            Container::Mov => "pcm_s16le",
            Container::Webm => "libopus",
            Container::Avi => "libmp3lame",
            Container::Mpg | Container::Ts => "mp2",
        };
        add(&format!("-c:a {} -b:a 96k", sound.codec.unwrap_or(usual)));
    }
    arguments
}

/// Copies from the middle of a group: the packets before the cut stay in, an edit list hides them.
fn cut_head(recipe: &ClipRecipe, draft: &Utf8Path) {
    let Timing::Constant(rate) = &recipe.timing else {
        panic!("only clips of constant rate are cut")
    };
    let uncut = draft.with_extension(format!("uncut.{}", recipe.container.extension()));
    ok(fs_err::rename(draft, &uncut));
    let start = rate
        .start_of(circletake_domain::frame::FrameIndex(recipe.cut_head_frames))
        .0;
    let done = Command::new("ffmpeg")
        .args([
            "-v",
            "error",
            "-nostdin",
            "-y",
            "-ss",
            &format!("{start}us"),
            "-i",
            uncut.as_str(),
            "-c",
            "copy",
            draft.as_str(),
        ])
        .output();
    let done = ok(done);
    assert!(
        done.status.success(),
        "ffmpeg could not cut {recipe:?}: {}",
        String::from_utf8_lossy(&done.stderr)
    );
    ok(fs_err::remove_file(uncut));
}

fn turn(recipe: &ClipRecipe, draft: &Utf8Path) {
    let mut bytes = ok(fs_err::read(draft));
    mp4_patch::set_orientation(
        &mut bytes,
        recipe.rotation,
        recipe.mirrored.0,
        recipe.size.0,
        recipe.size.1,
    );
    ok(fs_err::write(draft, bytes));
}

fn ok<T>(outcome: std::io::Result<T>) -> T {
    outcome.unwrap_or_else(|failure| panic!("{failure}"))
}
