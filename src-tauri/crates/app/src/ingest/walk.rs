//! Which files are meant: those named, and every file in the folders named.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use tokio_util::sync::CancellationToken;

/// Files that systems put into folders by themselves; nobody means them.
const NOBODY_MEANS: [&str; 2] = ["thumbs.db", "desktop.ini"];

/// Every file that was named or lies in a folder that was named, in the order given, folders by name, each once. Hidden files and a library's
/// own folder are left out of folders; links to folders are not followed, so that no circle is walked. What is not there stays in the list:
/// reading it says so. A walk that is stopped has found what it found by then.
pub fn find_clips(chosen: &[PathBuf], library: Option<&Path>, stop: &CancellationToken) -> Vec<PathBuf> {
    let library = library.and_then(|folder| folder.canonicalize().ok());
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    for path in chosen {
        if path.is_dir() {
            walk(path, library.as_deref(), stop, &mut |file| {
                add(file, &mut seen, &mut found);
            });
        } else {
            add(path.clone(), &mut seen, &mut found);
        }
    }
    found
}

fn add(file: PathBuf, seen: &mut BTreeSet<PathBuf>, found: &mut Vec<PathBuf>) {
    let real = file.canonicalize().unwrap_or_else(|_| file.clone());
    if seen.insert(real) {
        found.push(file);
    }
}

fn walk(folder: &Path, library: Option<&Path>, stop: &CancellationToken, add: &mut dyn FnMut(PathBuf)) {
    if library.is_some() && folder.canonicalize().ok().as_deref() == library {
        return;
    }
    // A folder that may not be read is one of the things that are reported when it is tried as a clip.
    let Ok(entries) = std::fs::read_dir(folder) else {
        add(folder.to_owned());
        return;
    };
    let mut entries: Vec<_> = entries.filter_map(Result::ok).collect();
    entries.sort_by_key(|entry| natural_order(&entry.file_name().to_string_lossy()));
    for entry in entries {
        if stop.is_cancelled() {
            return;
        }
        let name = entry.file_name().to_string_lossy().to_lowercase();
        if name.starts_with('.') || NOBODY_MEANS.contains(&name.as_str()) {
            continue;
        }
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => walk(&entry.path(), library, stop, add),
            Ok(kind) if kind.is_symlink() && entry.path().is_dir() => {}
            _ => add(entry.path()),
        }
    }
}

/// `take 2` before `take 10`: runs of digits compare as numbers.
fn natural_order(name: &str) -> Vec<(u64, String)> {
    let mut parts = Vec::new();
    let mut rest = name.to_lowercase();
    while !rest.is_empty() {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let words = rest
            .bytes()
            .skip(digits)
            .take_while(|byte| !byte.is_ascii_digit())
            .count();
        // Longer runs of digits than any number are names; the text keeps them apart.
        let number = rest.get(..digits).and_then(|digits| digits.parse().ok()).unwrap_or(0);
        let text = rest.get(digits..digits + words).unwrap_or_default().to_owned();
        parts.push((number, text));
        rest = rest.split_off(digits + words);
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_walked_once_in_natural_order_without_hidden_files_circles_or_the_library() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        for file in [
            "take 10.mp4",
            "take 2.mp4",
            ".hidden.mp4",
            "sub/a.mov",
            "lib/circletake.db",
            "Thumbs.db",
        ] {
            let path = root.join(file);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, file).unwrap();
        }
        #[cfg(unix)]
        std::os::unix::fs::symlink(root, root.join("sub/circle")).unwrap();
        let chosen = [root.to_owned(), root.join("take 2.mp4"), root.join("gone.mp4")];
        let stop = CancellationToken::new();
        let found = find_clips(&chosen, Some(&root.join("lib")), &stop);
        let names: Vec<_> = found
            .iter()
            .map(|path| path.strip_prefix(root).unwrap().to_str().unwrap())
            .collect();
        assert_eq!(names, ["sub/a.mov", "take 2.mp4", "take 10.mp4", "gone.mp4"]);
        stop.cancel();
        assert!(find_clips(&[root.to_owned()], None, &stop).is_empty());
    }
}
