//! A file that is hashed while it is read. Read once, the bytes the facts were taken from are the bytes the hash is of.

use crate::fault::Fault;
use crate::ffi::Stop;
use circletake_domain::id::ContentHash;
use circletake_domain::media_failure::MediaFailure;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;

/// No read goes across a multiple of this: BLAKE3 works on many blocks side by side only where its input is aligned, and after one jump to an
/// odd place all that follow would be odd.
const ALIGNED_BYTES: u64 = 64 * 1024;

/// Read at once where nobody but the hash wants the bytes.
const CHUNK_BYTES: u64 = 256 * 1024;

/// Sound that is left out between two pictures is less than this. A longer jump is to another part of the file, and comes back.
const MOST_LEFT_OUT: u64 = 1 << 20;

/// A file open for reading anywhere. What is read in order is hashed.
pub(crate) struct HashedFile {
    file: File,
    /// When it was opened.
    length: u64,
    /// Where the system reads next.
    file_at: u64,
    /// Where our reader reads next.
    at: u64,
    hasher: blake3::Hasher,
    /// Everything before this is hashed.
    hashed: u64,
    fills_gaps: bool,
    chunk: Vec<u8>,
}

impl HashedFile {
    pub fn open(path: &Path) -> Result<Self, Fault> {
        let refuse = |error: io::Error| Fault::from_io("open", &error);
        // Not `fs_err`: its errors hide the system's number, by which FFmpeg would tell them apart.
        let file = File::open(path).map_err(refuse)?;
        let length = file.metadata().map_err(refuse)?.len();
        Ok(Self {
            file,
            length,
            file_at: 0,
            at: 0,
            hasher: blake3::Hasher::new(),
            hashed: 0,
            fills_gaps: false,
            chunk: Vec::new(),
        })
    }

    /// How long it was when it was opened.
    pub fn length(&self) -> u64 {
        self.length
    }

    /// From now on a small step forward leaves something out on the way to the end. Before, while the index is looked for, it is a jump that
    /// comes back, and what lies between would be read twice.
    pub fn fill_gaps(&mut self) {
        self.fills_gaps = true;
    }

    /// Reads what nobody has read in order yet: how long the file is, and its hash.
    pub fn finish(&mut self, stop: &Stop) -> Result<(u64, ContentHash), Fault> {
        let refuse = |error: io::Error| Fault::from_io("hash", &error);
        stop.check()?;
        let length = self.file.metadata().map_err(refuse)?.len();
        while self.hashed < length {
            stop.check()?;
            match self.hash_chunk(length) {
                Ok(0) => break,
                Ok(_) => {}
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(refuse(error)),
            }
        }
        if length < self.length || self.hashed != length {
            return Err(Fault::new(
                MediaFailure::Truncated,
                "the file became shorter while it was read",
            ));
        }
        let hash = ContentHash::new(self.hasher.finalize().to_hex().as_str());
        let hash = hash.map_err(|error| Fault::new(MediaFailure::Damaged, error.to_string()))?;
        Ok((self.hashed, hash))
    }

    /// How many bytes need not be read again.
    #[cfg(test)]
    pub fn hashed(&self) -> u64 {
        self.hashed
    }

    /// Hashes on, at most until `end`; 0 where the file ends.
    fn hash_chunk(&mut self, end: u64) -> io::Result<usize> {
        let mut chunk = std::mem::take(&mut self.chunk);
        let wanted = bounded(end.saturating_sub(self.hashed), CHUNK_BYTES - self.hashed % CHUNK_BYTES);
        chunk.resize(chunk.len().max(wanted), 0);
        let read = self.read_at(self.hashed, chunk.get_mut(..wanted).unwrap_or_default());
        if let Ok(count) = read {
            self.hash(self.hashed, chunk.get(..count).unwrap_or_default());
        }
        self.chunk = chunk;
        read
    }

    /// Takes what is new of the bytes that stand at `start`.
    fn hash(&mut self, start: u64, bytes: &[u8]) {
        let known = self
            .hashed
            .checked_sub(start)
            .and_then(|known| usize::try_from(known).ok());
        if let Some(new) = known.and_then(|known| bytes.get(known..)) {
            self.hasher.update(new);
            self.hashed += new.len() as u64;
        }
    }

    fn read_at(&mut self, start: u64, bytes: &mut [u8]) -> io::Result<usize> {
        if self.file_at != start {
            self.file_at = self.file.seek(SeekFrom::Start(start))?;
        }
        let count = self.file.read(bytes)?;
        self.file_at += count as u64;
        Ok(count)
    }
}

impl Read for HashedFile {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        let gap = self.at.saturating_sub(self.hashed);
        while self.fills_gaps && gap <= MOST_LEFT_OUT && self.hashed < self.at {
            if self.hash_chunk(self.at)? == 0 {
                break;
            }
        }
        let wanted = bounded(bytes.len() as u64, ALIGNED_BYTES - self.at % ALIGNED_BYTES);
        let count = self.read_at(self.at, bytes.get_mut(..wanted).unwrap_or_default())?;
        self.hash(self.at, bytes.get(..count).unwrap_or_default());
        self.at += count as u64;
        Ok(count)
    }
}

impl Seek for HashedFile {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let at = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
            SeekFrom::End(by) => self.length.checked_add_signed(by),
        };
        self.at = at.ok_or(io::ErrorKind::InvalidInput)?;
        Ok(self.at)
    }
}

fn bounded(bytes: u64, most: u64) -> usize {
    usize::try_from(bytes.min(most)).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests;
