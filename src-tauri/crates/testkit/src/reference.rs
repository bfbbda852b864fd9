//! What the `ffmpeg` command line says about a clip: the truth that exact frames are compared with.

use camino::Utf8Path;
use std::process::Command;

/// MD5 of every decoded frame in presentation order, in the decoder's own pixel format, neither turned nor scaled.
///
/// # Panics
/// When `ffmpeg` is not installed or cannot decode the clip.
pub fn decoded_frames(clip: &Utf8Path) -> Vec<String> {
    let output = run(&[
        "-noautorotate",
        "-i",
        clip.as_str(),
        "-map",
        "0:v:0",
        "-fps_mode",
        "passthrough",
        "-f",
        "framemd5",
        "-",
    ]);
    String::from_utf8_lossy(&output)
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.rsplit(',').next())
        .map(|hash| hash.trim().to_owned())
        .collect()
}

/// One frame as RGB, 8 bits each, through `filter` after the frame is picked.
///
/// # Panics
/// When `ffmpeg` is not installed or cannot decode the clip.
pub fn rgb_frame(clip: &Utf8Path, index: u32, filter: &str) -> Vec<u8> {
    let graph = format!("select=eq(n\\,{index}),{filter}");
    run(&[
        "-i",
        clip.as_str(),
        "-map",
        "0:v:0",
        "-vf",
        &graph,
        "-fps_mode",
        "passthrough",
        "-frames:v",
        "1",
        "-pix_fmt",
        "rgb24",
        "-f",
        "rawvideo",
        "-",
    ])
}

/// The sound as FFmpeg decodes it, mixed to one channel at 8000 samples a second, silence where the file has none yet.
///
/// # Panics
/// When `ffmpeg` is not installed or there is no sound.
pub fn sound(clip: &Utf8Path) -> Vec<f32> {
    let arguments = [
        "-i",
        clip.as_str(),
        "-map",
        "0:a:0",
        "-af",
        "aresample=8000:async=1:first_pts=0",
        "-ac",
        "1",
        "-f",
        "f32le",
        "-",
    ];
    let bytes = run(&arguments);
    bytes
        .chunks_exact(4)
        .map(|four| f32::from_le_bytes([four[0], four[1], four[2], four[3]]))
        .collect()
}

fn run(arguments: &[&str]) -> Vec<u8> {
    let output = Command::new("ffmpeg")
        .args(["-v", "error", "-nostdin"])
        .args(arguments)
        .output();
    let output = output.unwrap_or_else(|failure| panic!("ffmpeg could not be started: {failure}"));
    assert!(
        output.status.success(),
        "ffmpeg {arguments:?}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    output.stdout
}
