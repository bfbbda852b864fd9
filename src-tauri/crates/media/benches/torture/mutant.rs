//! Broken files of every kind, each following from seed and index.

use circletake_testkit::{ClipRecipe, Codec, Container, catalogue};
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

/// How a clip is broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Untouched,
    Truncated,
    HeadFlipped,
    IndexFlipped,
    SparselyFlipped,
    BlockZeroed,
    BlockDoubled,
    Spliced,
    WrongExtension,
    HugeClaim,
    HugeFile,
    Noise,
    ZeroBytes,
    Pipe,
    Folder,
    DanglingLink,
    LoopingLink,
    Unreadable,
    FourK,
}

/// Each kind as often as it stands here.
const DEAL: [Kind; 40] = {
    use Kind::{
        BlockDoubled, BlockZeroed, FourK, HeadFlipped, HugeClaim, HugeFile, IndexFlipped, Noise, Pipe, SparselyFlipped,
        Spliced, Truncated, Unreadable, Untouched, WrongExtension, ZeroBytes,
    };
    [
        Truncated,
        Truncated,
        Truncated,
        Truncated,
        Truncated,
        HeadFlipped,
        HeadFlipped,
        HeadFlipped,
        HeadFlipped,
        HeadFlipped,
        IndexFlipped,
        IndexFlipped,
        IndexFlipped,
        IndexFlipped,
        IndexFlipped,
        SparselyFlipped,
        SparselyFlipped,
        SparselyFlipped,
        SparselyFlipped,
        BlockZeroed,
        BlockZeroed,
        BlockZeroed,
        BlockDoubled,
        BlockDoubled,
        Spliced,
        Spliced,
        Spliced,
        Spliced,
        HugeClaim,
        HugeClaim,
        HugeClaim,
        WrongExtension,
        WrongExtension,
        Noise,
        Untouched,
        ZeroBytes,
        FourK,
        HugeFile,
        Unreadable,
        Pipe,
    ]
};
/// And these now and then: they never reach a worker.
const RARE: [Kind; 3] = [Kind::Folder, Kind::DanglingLink, Kind::LoopingLink];

/// A broken file in a folder of its own.
pub struct Mutant {
    pub kind: Kind,
    pub path: PathBuf,
    pub folder: TempDir,
}

/// The whole clips that are broken, in memory.
pub struct Shelf {
    seed: u64,
    clips: Vec<(Vec<u8>, String)>,
    large: Vec<(Vec<u8>, String)>,
}

impl Shelf {
    pub fn new(seed: u64) -> Self {
        let read = |recipe: &ClipRecipe| {
            let path = recipe.make();
            let extension = path.extension().unwrap_or("mp4").to_owned();
            (fs::read(path).unwrap(), extension)
        };
        let clips = [
            catalogue::every_container(),
            catalogue::every_container_without_a_list(),
            catalogue::every_bend(),
            catalogue::every_shape(),
        ]
        .concat();
        let large = [
            (Codec::H264, Container::Mp4),
            (Codec::Vp9, Container::Webm),
            (Codec::Mjpeg, Container::Mov),
        ];
        let large = large.map(|(codec, container)| ClipRecipe::new(codec, container).size(3840, 2160).frames(6));
        Self {
            seed,
            clips: clips.iter().map(read).collect(),
            large: large.iter().map(read).collect(),
        }
    }

    pub fn mutant(&self, index: u64) -> Mutant {
        let mut chance = StdRng::seed_from_u64(self.seed.wrapping_mul(1_000_003).wrapping_add(index));
        let kind = if chance.random_ratio(1, 20) {
            one_of(&RARE, &mut chance)
        } else {
            one_of(&DEAL, &mut chance)
        };
        let folder = tempfile::tempdir().unwrap();
        let (clip, extension) = one_of_ref(if kind == Kind::FourK { &self.large } else { &self.clips }, &mut chance);
        let extension = if kind == Kind::WrongExtension {
            one_of(&["mp4", "webm", "avi", "txt", "jpg"], &mut chance)
        } else {
            extension.as_str()
        };
        let path = folder.path().join(format!("mutant.{extension}"));
        match kind {
            Kind::Pipe if cfg!(unix) => assert!(Command::new("mkfifo").arg(&path).status().unwrap().success()),
            Kind::Folder => fs::create_dir(&path).unwrap(),
            Kind::DanglingLink => link("nowhere.mp4", &path),
            Kind::LoopingLink => link(&path.file_name().unwrap().to_string_lossy(), &path),
            _ => fs::write(&path, self.broken(clip.clone(), kind, &mut chance)).unwrap(),
        }
        if kind == Kind::HugeFile {
            let file = fs::File::options().write(true).open(&path).unwrap();
            // Beyond what is read, within what file systems hold; sparse, so it takes no room.
            file.set_len(1 << chance.random_range(36..43)).unwrap();
        }
        if kind == Kind::Unreadable {
            forbid(&path);
        }
        Mutant { kind, path, folder }
    }

    fn broken(&self, mut clip: Vec<u8>, kind: Kind, chance: &mut StdRng) -> Vec<u8> {
        let length = clip.len();
        match kind {
            Kind::Truncated => clip.truncate(chance.random_range(0..length)),
            Kind::HeadFlipped => flip(&mut clip, 0, 4096, 16, chance),
            Kind::IndexFlipped => {
                let index = find(&clip, b"moov").or_else(|| find(&clip, b"idx1")).unwrap_or(0);
                flip(&mut clip, index, 8192, 12, chance);
            }
            Kind::SparselyFlipped => flip(&mut clip, 0, length, 1 + length / 20_000, chance),
            Kind::FourK if chance.random_bool(0.5) => flip(&mut clip, 0, length, 8, chance),
            Kind::BlockZeroed => {
                let start = chance.random_range(0..length);
                let end = (start + chance.random_range(1..65_536)).min(length);
                clip[start..end].fill(0);
            }
            Kind::BlockDoubled => {
                let start = chance.random_range(0..length);
                let block = clip[start..(start + chance.random_range(1..4096)).min(length)].to_vec();
                let at = chance.random_range(0..length);
                clip.splice(at..at, block);
            }
            Kind::Spliced => {
                let (other, _) = one_of_ref(&self.clips, chance);
                clip.truncate(chance.random_range(0..length));
                clip.extend_from_slice(&other[chance.random_range(0..other.len())..]);
            }
            Kind::HugeClaim => claim(&mut clip, chance),
            Kind::Noise => {
                let keep = chance.random_range(0..64.min(length));
                chance.fill(&mut clip[keep..]);
            }
            Kind::ZeroBytes => clip.clear(),
            _ => {}
        }
        clip
    }
}

/// Overwrites a length, a count or a size with the largest there is.
fn claim(clip: &mut [u8], chance: &mut StdRng) {
    const PLACES: [&[u8]; 16] = [
        b"stsz",
        b"stco",
        b"stts",
        b"ctts",
        b"stsc",
        b"stss",
        b"avc1",
        b"hvc1",
        b"tkhd",
        b"mvhd",
        b"mdhd",
        b"elst",
        b"strf",
        b"avih",
        b"idx1",
        b"\xb0\x82",
    ];
    let known: Vec<usize> = PLACES.iter().filter_map(|place| find(clip, place)).collect();
    for _ in 0..chance.random_range(1..4) {
        let near = if known.is_empty() { 0 } else { one_of(&known, chance) };
        let at = near + chance.random_range(0..48);
        let value: [u8; 4] = one_of(
            &[
                [0xff; 4],
                [0x7f, 0xff, 0xff, 0xff],
                [0, 0xff, 0xff, 0xff],
                [0xff, 0xff, 0xff, 0x7f],
            ],
            chance,
        );
        if let Some(place) = clip.get_mut(at..at + 4) {
            place.copy_from_slice(&value);
        }
    }
}

fn flip(clip: &mut [u8], start: usize, span: usize, most: usize, chance: &mut StdRng) {
    let end = (start + span).min(clip.len());
    for _ in 0..chance.random_range(1..=most) {
        let at = chance.random_range(start..end);
        clip[at] = if chance.random_bool(0.5) {
            chance.random()
        } else {
            clip[at] ^ 1 << chance.random_range(0..8)
        };
    }
}

fn find(clip: &[u8], name: &[u8]) -> Option<usize> {
    clip.windows(name.len()).position(|window| window == name)
}
fn one_of<T: Copy>(all: &[T], chance: &mut StdRng) -> T {
    *one_of_ref(all, chance)
}
fn one_of_ref<'a, T>(all: &'a [T], chance: &mut StdRng) -> &'a T {
    &all[chance.random_range(0..all.len())]
}

#[cfg(unix)]
fn link(target: &str, path: &Path) {
    std::os::unix::fs::symlink(target, path).unwrap();
}
#[cfg(unix)]
fn forbid(path: &Path) {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(0o000)).unwrap();
}

// Where there are no such links and permissions, the path stays empty or the file readable: still an input like any other.
#[cfg(not(unix))]
fn link(_target: &str, _path: &Path) {}
#[cfg(not(unix))]
fn forbid(_path: &Path) {}
