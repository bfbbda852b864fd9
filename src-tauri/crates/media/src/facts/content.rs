//! The file's bytes: how many, and their hash.

use crate::fault::Fault;
use crate::ffi::Stop;
use circletake_domain::id::ContentHash;
use circletake_domain::media_failure::MediaFailure;
use fs_err::File;
use std::io::Read;
use std::path::Path;

/// Read at once; large enough that the hash works on many blocks side by side.
const CHUNK_BYTES: usize = 256 * 1024;

/// Size and BLAKE3 of the file as it is read now.
pub(crate) fn hash(path: &Path, stop: &Stop) -> Result<(u64, ContentHash), Fault> {
    // Reading, not mapping: a file that another program shortens meanwhile must not end this process.
    let mut file = File::open(path).map_err(|error| Fault::from_io("hash", &error))?;
    let mut hasher = blake3::Hasher::new();
    let mut chunk = vec![0; CHUNK_BYTES];
    loop {
        stop.check()?;
        match file.read(&mut chunk).map_err(|error| Fault::from_io("hash", &error))? {
            0 => break,
            count => hasher.update(chunk.get(..count).unwrap_or_default()),
        };
    }
    let hash = ContentHash::new(hasher.finalize().to_hex().as_str());
    let hash = hash.map_err(|error| Fault::new(MediaFailure::Damaged, error.to_string()))?;
    Ok((hasher.count(), hash))
}
