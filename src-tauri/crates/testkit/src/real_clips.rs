//! The seven real AI-generated clips that lie beside the repository, where they do.

use camino::{Utf8Path, Utf8PathBuf};

/// The clips, in name order. Where they are not there, says so on standard error and gives `None`: the test is skipped.
pub fn real_clips() -> Option<Vec<Utf8PathBuf>> {
    let folder = folder();
    let Ok(entries) = folder.read_dir_utf8() else {
        eprintln!("SKIPPED: no real clips at {folder}");
        return None;
    };
    let mut clips: Vec<Utf8PathBuf> = entries
        .filter_map(Result::ok)
        .map(|entry| entry.path().to_owned())
        .filter(|path| path.extension() == Some("mp4"))
        .collect();
    clips.sort();
    if clips.is_empty() {
        eprintln!("SKIPPED: the folder {folder} holds no clips");
        return None;
    }
    Some(clips)
}

/// `../shared/clips` from the root of the repository.
fn folder() -> Utf8PathBuf {
    Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../../shared/clips")
}
