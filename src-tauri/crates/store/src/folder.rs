//! Where things lie in a library's folder.

use camino::{Utf8Path, Utf8PathBuf};
use circletake_domain::id::{BriefId, GenerationId, RecordUid};

/// A library's folder: `circletake.db`, `clips/`, `derived/`, `backups/`, `lock`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LibraryFolder(Utf8PathBuf);

/// The folder that a damaged or unknown file is put into instead of being deleted.
pub(crate) const SET_ASIDE: &str = "set-aside";

impl LibraryFolder {
    /// Names a folder; nothing is touched.
    pub fn new(folder: impl Into<Utf8PathBuf>) -> Self {
        Self(folder.into())
    }
    /// The folder itself.
    pub fn path(&self) -> &Utf8Path {
        &self.0
    }
    /// The database.
    pub fn database(&self) -> Utf8PathBuf {
        self.0.join("circletake.db")
    }
    /// A database that is still being made.
    pub(crate) fn unfinished_database(&self) -> Utf8PathBuf {
        self.0.join("circletake.db.part")
    }
    /// Who has the library open for writing.
    pub fn lock(&self) -> Utf8PathBuf {
        self.0.join("lock")
    }
    /// The clips that were copied in.
    pub fn clips(&self) -> Utf8PathBuf {
        self.0.join("clips")
    }
    /// Posters, strips and previews; all of it can be made again.
    pub fn derived(&self) -> Utf8PathBuf {
        self.0.join("derived")
    }
    /// Copies of the database.
    pub fn backups(&self) -> Utf8PathBuf {
        self.0.join("backups")
    }
    /// Where a check puts files that belong to no record; nothing is ever deleted.
    pub fn set_aside(&self) -> Utf8PathBuf {
        self.0.join(SET_ASIDE)
    }
    /// What is derived from one clip version.
    pub fn derived_of(&self, clip: RecordUid) -> Utf8PathBuf {
        self.derived().join(clip.to_string())
    }
    /// The still that stands for a clip version.
    pub fn poster(&self, clip: RecordUid) -> Utf8PathBuf {
        self.derived_of(clip).join("poster.jpg")
    }
    /// The tiles of hover scrub.
    pub fn strip(&self, clip: RecordUid) -> Utf8PathBuf {
        self.derived_of(clip).join("strip.jpg")
    }
    /// The normalised preview.
    pub fn preview(&self, clip: RecordUid) -> Utf8PathBuf {
        self.derived_of(clip).join("preview.mp4")
    }

    /// Where a clip version is kept, relative to the folder: `clips/bf_2025_001/gen_00042_v1.mp4`.
    pub fn clip_name(brief: &BriefId, generation: &GenerationId, version: u32, extension: &str) -> Utf8PathBuf {
        let extension = file_name_part(&extension.to_lowercase());
        Utf8PathBuf::from("clips")
            .join(file_name_part(brief.as_str()))
            .join(format!(
                "{}_v{version}.{extension}",
                file_name_part(generation.as_str())
            ))
    }
}

/// An id as part of a file name on any system: other characters than letters, digits, `.`, `-` and `_` become `_`, and a
/// short hash keeps two ids apart that would otherwise fall together.
fn file_name_part(text: &str) -> String {
    let plain: String = text
        .chars()
        .map(|letter| {
            if letter.is_ascii_alphanumeric() || "-_.".contains(letter) {
                letter
            } else {
                '_'
            }
        })
        .collect();
    let trimmed = plain.trim_matches('.');
    if trimmed == text && !is_reserved_on_windows(trimmed) {
        plain
    } else {
        let hash = blake3::hash(text.as_bytes()).to_hex();
        format!("{trimmed}-{}", &hash[..8])
    }
}

fn is_reserved_on_windows(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).to_ascii_lowercase();
    let numbered = |prefix: &str| stem.strip_prefix(prefix).is_some_and(|rest| rest.len() == 1);
    matches!(stem.as_str(), "" | "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(brief: &str, generation: &str) -> String {
        let (brief, generation) = (BriefId::new(brief).unwrap(), GenerationId::new(generation).unwrap());
        LibraryFolder::clip_name(&brief, &generation, 1, "MP4").to_string()
    }

    #[test]
    fn a_clip_is_named_after_its_brief_and_generation() {
        assert_eq!(name("bf_2025_001", "gen_00042"), "clips/bf_2025_001/gen_00042_v1.mp4");
    }

    #[test]
    fn no_id_leads_out_of_the_folder_or_onto_another_ids_file() {
        for (brief, generation) in [("../../etc", "passwd"), ("a/b", "c\\d"), ("..", "."), ("con", "nul")] {
            let path = name(brief, generation);
            assert_eq!(Utf8Path::new(&path).components().count(), 3, "{path}");
            assert!(path.split('/').all(|part| part != ".."), "{path}");
        }
        assert_ne!(name("a/b", "g"), name("a:b", "g"));
    }
}
