//! One clear reason for every way a clip can fail to be read.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "what cannot go on stops with the reason"
)]

mod support;

use circletake_domain::media_failure::MediaFailure;
use circletake_media::{Allowance, MediaError, MediaPool, PoolOptions};
use circletake_testkit::{ClipRecipe, Codec, Container};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;
use support::{ffmpeg, pool_of};
use tempfile::TempDir;
use tokio_util::sync::CancellationToken;

async fn refusal(pool: &MediaPool, path: &Path) -> MediaError {
    match pool.inspect(path, &CancellationToken::new()).await {
        Err(error) => error,
        Ok(seen) => panic!("{} was read: {:?}", path.display(), seen.facts),
    }
}
async fn assert_refused(pool: &MediaPool, path: &Path, expected: MediaFailure) {
    let error = refusal(pool, path).await;
    assert_eq!(error.failure, expected, "{}: {}", path.display(), error.detail);
    assert_eq!(error.path, path);
}
fn h264() -> Vec<u8> {
    fs::read(ClipRecipe::new(Codec::H264, Container::Mp4).make()).unwrap()
}
fn written(folder: &TempDir, name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder.path().join(name);
    fs::write(&path, bytes).unwrap();
    path
}
fn position(bytes: &[u8], needle: &[u8]) -> usize {
    bytes.windows(needle.len()).position(|window| window == needle).unwrap()
}

#[tokio::test]
async fn what_is_no_file_never_reaches_a_worker() {
    // This program is no worker: reaching it would end in `worker_unavailable`.
    let pool = MediaPool::new(PoolOptions::new("/nowhere/media-worker"));
    let folder = tempfile::tempdir().unwrap();
    assert_refused(&pool, &folder.path().join("gone.mp4"), MediaFailure::Missing).await;
    assert_refused(&pool, folder.path(), MediaFailure::NotAFile).await;
    assert_refused(&pool, &written(&folder, "empty.mp4", b""), MediaFailure::Empty).await;
    let clip = written(&folder, "clip.mp4", &h264());
    assert_refused(&pool, &clip.join("inside.mp4"), MediaFailure::NotAFile).await;
    assert_refused(&pool, &folder.path().join("x".repeat(300)), MediaFailure::NotAFile).await;
    let enormous = written(&folder, "enormous.mp4", b"");
    fs::File::options()
        .write(true)
        .open(&enormous)
        .unwrap()
        .set_len(1 << 40)
        .unwrap();
    assert_refused(&pool, &enormous, MediaFailure::TooLarge).await;
    assert_refused(&pool, &clip, MediaFailure::WorkerUnavailable).await;
}

#[cfg(unix)]
#[tokio::test]
async fn pipes_devices_and_links_that_lead_nowhere_never_reach_a_worker() {
    use std::os::unix::fs::symlink;
    let pool = MediaPool::new(PoolOptions::new("/nowhere/media-worker"));
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("pipe.mp4");
    assert!(
        std::process::Command::new("mkfifo")
            .arg(&pipe)
            .status()
            .unwrap()
            .success()
    );
    assert_refused(&pool, &pipe, MediaFailure::NotAFile).await;
    assert_refused(&pool, Path::new("/dev/zero"), MediaFailure::NotAFile).await;
    symlink("gone.mp4", folder.path().join("dangling.mp4")).unwrap();
    assert_refused(&pool, &folder.path().join("dangling.mp4"), MediaFailure::Missing).await;
    symlink("there.mp4", folder.path().join("here.mp4")).unwrap();
    symlink("here.mp4", folder.path().join("there.mp4")).unwrap();
    assert_refused(&pool, &folder.path().join("here.mp4"), MediaFailure::Missing).await;
}

#[cfg(unix)]
#[tokio::test]
async fn a_file_that_may_not_be_read_is_called_that() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let path = written(&folder, "locked.mp4", b"what is in it does not matter");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
    if fs::File::open(&path).is_ok() {
        // Root reads every file, so this test is left to somebody who does not.
        return run_as_nobody("a_file_that_may_not_be_read_is_called_that");
    }
    assert_refused(&pool_of(1), &path, MediaFailure::PermissionDenied).await;
}

/// Runs one of these tests as the user who owns nothing.
#[cfg(unix)]
fn run_as_nobody(test: &str) {
    use std::os::unix::fs::PermissionsExt;
    use std::os::unix::process::CommandExt;
    const NOBODY: u32 = 65_534;
    let folder = tempfile::tempdir().unwrap();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
    // Where this program was built may be closed to others.
    let program = folder.path().join("failures");
    fs::copy(std::env::current_exe().unwrap(), &program).unwrap();
    let run = std::process::Command::new(&program)
        .args(["--exact", test])
        .current_dir("/")
        .uid(NOBODY)
        .gid(NOBODY)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&run.stdout);
    assert!(run.status.success() && said.contains("1 passed"), "{said}");
}

#[tokio::test]
async fn what_is_no_video_is_called_that_whatever_its_name() {
    let (pool, folder) = (pool_of(1), tempfile::tempdir().unwrap());
    let text = "Dear team, attached are the clips. ".repeat(100);
    assert_refused(
        &pool,
        &written(&folder, "letter.mp4", text.as_bytes()),
        MediaFailure::NotAVideo,
    )
    .await;
    assert_refused(
        &pool,
        &written(&folder, "zeros.mov", &[0; 5000]),
        MediaFailure::NotAVideo,
    )
    .await;
    // Playlists name other files; they are not opened.
    let playlist = b"#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\n/etc/hostname\n#EXT-X-ENDLIST\n";
    assert_refused(&pool, &written(&folder, "list.m3u8", playlist), MediaFailure::NotAVideo).await;
    assert_refused(
        &pool,
        &written(&folder, "list.txt", b"ffconcat version 1.0\nfile /etc/hostname\n"),
        MediaFailure::NotAVideo,
    )
    .await;
}

#[tokio::test]
async fn a_clip_under_another_name_is_still_a_clip() {
    let (pool, folder) = (pool_of(1), tempfile::tempdir().unwrap());
    let path = written(&folder, "clip.txt", &h264());
    assert_eq!(
        pool.inspect(&path, &CancellationToken::new())
            .await
            .unwrap()
            .facts
            .frame_count,
        36
    );
}

#[tokio::test]
async fn sound_without_pictures_is_called_that() {
    let (pool, folder) = (pool_of(1), tempfile::tempdir().unwrap());
    for name in ["tone.m4a", "tone.wav", "tone.mp3"] {
        let path = folder.path().join(name);
        ffmpeg(&["-f", "lavfi", "-i", "sine=duration=1", path.to_str().unwrap()]);
        assert_refused(&pool, &path, MediaFailure::NoVideoStream).await;
    }
}

#[tokio::test]
async fn pictures_without_a_container_are_refused() {
    let (pool, folder) = (pool_of(1), tempfile::tempdir().unwrap());
    for (codec, format) in [
        (Codec::H264, "h264"),
        (Codec::Hevc, "hevc"),
        (Codec::Av1, "obu"),
        (Codec::Mpeg4, "m4v"),
        (Codec::Mpeg2, "mpeg2video"),
    ] {
        let clip = ClipRecipe::new(codec, Container::Mkv).make();
        let path = folder.path().join(format!("bare.{format}"));
        ffmpeg(&["-i", clip.as_str(), "-c", "copy", "-f", format, path.to_str().unwrap()]);
        assert_refused(&pool, &path, MediaFailure::NotAVideo).await;
    }
}

#[tokio::test]
async fn a_codec_nobody_knows_is_called_that() {
    let (pool, folder) = (pool_of(1), tempfile::tempdir().unwrap());
    let mut bytes = h264();
    let at = position(&bytes, b"avc1\0\0\0\0");
    bytes[at..at + 4].copy_from_slice(b"zzz9");
    assert_refused(
        &pool,
        &written(&folder, "odd.mp4", &bytes),
        MediaFailure::UnsupportedCodec,
    )
    .await;
}

#[tokio::test]
async fn a_cut_off_download_is_called_that_in_every_container() {
    let (pool, folder) = (pool_of(1), tempfile::tempdir().unwrap());
    for (codec, container) in [
        (Codec::H264, Container::Mp4),
        (Codec::Vp9, Container::Webm),
        (Codec::Mjpeg, Container::Avi),
    ] {
        let bytes = fs::read(ClipRecipe::new(codec, container).make()).unwrap();
        for share in [3, 6, 9] {
            let path = written(&folder, "cut", &bytes[..bytes.len() * share / 10]);
            assert_refused(&pool, &path, MediaFailure::Truncated).await;
        }
    }
}

#[tokio::test]
async fn pictures_that_cannot_be_decoded_are_damaged() {
    let (pool, folder) = (pool_of(1), tempfile::tempdir().unwrap());
    let mut bytes = h264();
    let start = position(&bytes, b"mdat") + 4;
    let end = position(&bytes, b"moov") - 4;
    if start < end {
        bytes[start..end].fill(0xff);
    } else {
        bytes[start..].fill(0xff);
    }
    assert_refused(&pool, &written(&folder, "noise.mp4", &bytes), MediaFailure::Damaged).await;
}

#[tokio::test]
async fn pictures_beyond_8k_are_too_large() {
    let (pool, folder) = (pool_of(1), tempfile::tempdir().unwrap());
    // A Motion JPEG whose header claims 60000 x 60000.
    let path = folder.path().join("wall.avi");
    ffmpeg(&[
        "-f",
        "lavfi",
        "-i",
        "color=s=64x64:d=0.2",
        "-c:v",
        "mjpeg",
        path.to_str().unwrap(),
    ]);
    let mut bytes = fs::read(&path).unwrap();
    let size = position(&bytes, b"strf") + 12;
    bytes[size..size + 4].copy_from_slice(&60_000_u32.to_le_bytes());
    bytes[size + 4..size + 8].copy_from_slice(&60_000_u32.to_le_bytes());
    fs::write(&path, &bytes).unwrap();
    assert_refused(&pool, &path, MediaFailure::TooLarge).await;
}

#[tokio::test]
async fn work_beyond_its_time_is_ended() {
    let mut options = PoolOptions::new(env!("CARGO_BIN_EXE_media-worker"));
    options.limits.inspect = Allowance {
        time: Duration::ZERO,
        memory_bytes: 1 << 30,
    };
    let clip = ClipRecipe::new(Codec::H264, Container::Mp4).make();
    assert_refused(&MediaPool::new(options), clip.as_std_path(), MediaFailure::TimedOut).await;
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn work_beyond_its_memory_is_ended() {
    let mut options = PoolOptions::new(env!("CARGO_BIN_EXE_media-worker"));
    options.limits.inspect = Allowance {
        time: Duration::from_secs(20),
        memory_bytes: 8 << 20,
    };
    let pool = MediaPool::new(options);
    let large = ClipRecipe::new(Codec::H264, Container::Mp4)
        .size(3840, 2160)
        .frames(3)
        .make();
    let error = refusal(&pool, large.as_std_path()).await;
    assert!(
        matches!(
            error.failure,
            MediaFailure::TooLarge | MediaFailure::WorkerDied | MediaFailure::Damaged
        ),
        "{error:?}"
    );
    let small = ClipRecipe::new(Codec::H264, Container::Mp4).make();
    assert!(
        pool.probe(small.as_std_path(), &CancellationToken::new()).await.is_ok(),
        "the next clip is read"
    );
}

#[tokio::test]
async fn a_program_that_is_no_worker_is_found_out() {
    let clip = ClipRecipe::new(Codec::H264, Container::Mp4).make();
    for program in ["/bin/true", "/bin/ls"] {
        assert_refused(
            &MediaPool::new(PoolOptions::new(program)),
            clip.as_std_path(),
            MediaFailure::WorkerUnavailable,
        )
        .await;
    }
}
