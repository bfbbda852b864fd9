//! Whatever is read in whatever order, the hash is that of the file.

use super::*;
use rand::rngs::StdRng;
use rand::{Rng, RngCore, SeedableRng};
use std::path::PathBuf;
use std::time::Duration;
use tempfile::TempDir;

fn stop() -> Stop {
    Stop::after(Duration::from_mins(2))
}
fn written(folder: &TempDir, length: usize, random: &mut StdRng) -> (PathBuf, Vec<u8>) {
    let mut bytes = vec![0; length];
    random.fill_bytes(&mut bytes);
    let path = folder.path().join("file");
    std::fs::write(&path, &bytes).unwrap();
    (path, bytes)
}
fn assert_is_the_hash(file: &mut HashedFile, bytes: &[u8]) {
    let (length, hash) = file.finish(&stop()).unwrap();
    assert_eq!(length, bytes.len() as u64);
    assert_eq!(hash.as_str(), blake3::hash(bytes).to_hex().as_str());
}

#[test]
fn what_is_read_in_any_order_is_what_stands_there_and_the_hash_is_that_of_the_file() {
    let folder = tempfile::tempdir().unwrap();
    for seed in 0..300 {
        let mut random = StdRng::seed_from_u64(seed);
        let length = random.random_range(0..4_000_000) >> random.random_range(0..22);
        let (path, bytes) = written(&folder, length, &mut random);
        let mut file = HashedFile::open(&path).unwrap();
        let mut buffer = vec![0; 300_000];
        for _ in 0..random.random_range(0..40) {
            match random.random_range(0..8) {
                0 => {
                    // Beyond the end, too.
                    let to = random.random_range(0..=length as u64 + 1000);
                    assert_eq!(file.seek(SeekFrom::Start(to)).unwrap(), to);
                }
                1 => {
                    let by = random.random_range(-100_000..100_000);
                    let (before, expected) = (file.at, file.at.checked_add_signed(by));
                    assert_eq!(file.seek(SeekFrom::Current(by)).ok(), expected);
                    assert_eq!(file.at, expected.unwrap_or(before));
                }
                2 => file.fill_gaps(),
                _ => {
                    let most = buffer.len() >> random.random_range(0..18);
                    let wanted = random.random_range(1..=most);
                    let at = usize::try_from(file.at).unwrap();
                    let count = file.read(&mut buffer[..wanted]).unwrap();
                    assert_eq!(
                        count == 0,
                        at >= length,
                        "seed {seed}: only the end of the file is the end"
                    );
                    assert_eq!(buffer[..count], bytes[at.min(length)..][..count], "seed {seed}");
                }
            }
        }
        assert_is_the_hash(&mut file, &bytes);
        assert_is_the_hash(&mut file, &bytes);
    }
}

#[test]
fn nothing_read_in_order_is_read_again() {
    let (folder, mut random) = (tempfile::tempdir().unwrap(), StdRng::seed_from_u64(1));
    let (path, bytes) = written(&folder, 3_000_000, &mut random);
    let mut file = HashedFile::open(&path).unwrap();
    let mut buffer = vec![0; 40_000];
    // The index at the end, then back and forward, leaving out what is no picture.
    file.seek(SeekFrom::End(-1000)).unwrap();
    file.read_exact(&mut buffer[..1000]).unwrap();
    assert_eq!(file.hashed, 0, "a jump to the end is not followed");
    file.fill_gaps();
    file.seek(SeekFrom::Start(48)).unwrap();
    while file.read(&mut buffer).unwrap() > 0 {
        assert_eq!(file.hashed, file.at);
        file.seek(SeekFrom::Current(70_000)).unwrap();
    }
    assert_eq!(file.hashed, 3_000_000);
    assert_is_the_hash(&mut file, &bytes);
}

#[test]
fn a_file_that_becomes_shorter_is_refused_and_one_that_grows_is_hashed_as_it_is() {
    let (folder, mut random) = (tempfile::tempdir().unwrap(), StdRng::seed_from_u64(2));
    for read in [0, 1, 700_000] {
        let (path, _) = written(&folder, 700_000, &mut random);
        let mut file = HashedFile::open(&path).unwrap();
        let mut buffer = vec![0; read];
        let mut done = 0;
        while done < read {
            done += file.read(&mut buffer[done..]).unwrap();
        }
        File::options()
            .write(true)
            .open(&path)
            .unwrap()
            .set_len(500_000)
            .unwrap();
        assert_eq!(file.finish(&stop()).unwrap_err().failure, MediaFailure::Truncated);
        file.seek(SeekFrom::Start(600_000)).unwrap();
        assert_eq!(file.read(&mut [0; 10]).unwrap(), 0);
    }
    let (path, bytes) = written(&folder, 1000, &mut random);
    let mut file = HashedFile::open(&path).unwrap();
    file.read_exact(&mut [0; 900]).unwrap();
    let grown = [&bytes[..], b"more"].concat();
    std::fs::write(&path, &grown).unwrap();
    assert_is_the_hash(&mut file, &grown);
}

#[test]
fn hashing_ends_when_it_is_stopped() {
    let (folder, mut random) = (tempfile::tempdir().unwrap(), StdRng::seed_from_u64(3));
    let (path, bytes) = written(&folder, 100_000, &mut random);
    let mut file = HashedFile::open(&path).unwrap();
    let cancelled = stop();
    cancelled.cancel();
    assert_eq!(file.finish(&cancelled).unwrap_err().failure, MediaFailure::Cancelled);
    assert_is_the_hash(&mut file, &bytes);
}
