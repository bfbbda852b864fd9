//! Libraries that tests start from, made by the command line.

use camino::{Utf8Path, Utf8PathBuf};
use circletake_testkit::{ClipRecipe, Codec, Container};
use circletake_tests::{Ran, Sandbox, Trouble};
use std::io;
use std::sync::{Mutex, PoisonError};

/// A clip whose frames carry their number: 48 frames of 24 a second.
pub fn counted_clip() -> ClipRecipe {
    ClipRecipe::new(Codec::H264, Container::Mp4)
        .size(640, 360)
        .frames(48)
        .b_frames(2)
}

/// Another one: the same shelf, other bytes.
pub fn another_counted_clip() -> ClipRecipe {
    counted_clip().key_interval(24)
}

/// A new library in the sandbox.
pub fn empty(sandbox: &Sandbox) -> Result<Utf8PathBuf, Trouble> {
    named(sandbox, "library", "Nordlys Coffee")
}

/// A new library of this name in a folder of the sandbox.
pub fn named(sandbox: &Sandbox, folder: &str, name: &str) -> Result<Utf8PathBuf, Trouble> {
    let library = sandbox.path(folder);
    Ran::done(&["init", library.as_str(), "--name", name])?;
    Ok(library)
}

/// A new library with these clips waiting for review, all of one brief.
pub fn with_clips(sandbox: &Sandbox, clips: &[ClipRecipe]) -> Result<Utf8PathBuf, Trouble> {
    let library = empty(sandbox)?;
    for clip in clips {
        ingest(&library, &clip.make())?;
    }
    Ok(library)
}

/// Brings one file in.
pub fn ingest(library: &Utf8Path, file: &Utf8Path) -> Result<(), Trouble> {
    Ran::done(&[
        "--library",
        library.as_str(),
        "ingest",
        file.as_str(),
        "--brief",
        "bf_2025_001",
        "--model",
        "veo-3",
    ])
}

/// The files in the library's folder, by their names.
pub fn stored(library: &Utf8Path) -> Result<Vec<Utf8PathBuf>, Trouble> {
    let mut files = Vec::new();
    for brief in library.join("clips").read_dir_utf8()? {
        for file in brief?.path().read_dir_utf8()? {
            files.push(file?.into_path());
        }
    }
    files.sort();
    Ok(files)
}

/// The sample pilot: made once, because fifty clips are encoded for it, and copied for every test.
pub fn sample(sandbox: &Sandbox) -> Result<Utf8PathBuf, Trouble> {
    static MADE: Mutex<Option<Sandbox>> = Mutex::new(None);
    let mut made = MADE.lock().unwrap_or_else(PoisonError::into_inner);
    let original = if let Some(original) = made.take() {
        original
    } else {
        let original = Sandbox::new()?;
        Ran::done(&["sample", original.path("sample").as_str()])?;
        original
    };
    let library = sandbox.path("sample");
    copy(&original.path("sample"), &library)?;
    *made = Some(original);
    Ok(library)
}

fn copy(from: &Utf8Path, to: &Utf8Path) -> io::Result<()> {
    fs_err::create_dir(to)?;
    for entry in from.read_dir_utf8()? {
        let entry = entry?;
        let copied = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(entry.path(), &copied)?;
        } else {
            fs_err::copy(entry.path(), &copied)?;
        }
    }
    Ok(())
}
