//! One writer per library: a lock that the operating system gives up when its holder dies, with a name on it.

use crate::error::{Result, StoreError};
use crate::folder::LibraryFolder;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read, Seek, Write};
use std::path::Path;
use std::time::{Duration, Instant};

/// How long the lock of a program that has ended may linger on a slow computer.
const LINGERING: Duration = Duration::from_secs(10);

/// Who has a library open for writing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LockHolder {
    /// `circletake`, `circletake-desktop`: the program's file name.
    pub program: String,
    /// Its process number.
    pub pid: u32,
    /// The computer.
    pub host: String,
    /// The user's name on that computer.
    pub user: String,
}

impl LockHolder {
    fn this_process() -> Self {
        let program = std::env::current_exe().ok();
        let program = program
            .as_deref()
            .and_then(|path| path.file_stem())
            .map(|stem| stem.to_string_lossy().into_owned());
        let user = ["USER", "LOGNAME", "USERNAME"]
            .into_iter()
            .find_map(|name| std::env::var(name).ok());
        Self {
            program: program.unwrap_or_else(|| "circletake".to_owned()),
            pid: std::process::id(),
            host: host_name(),
            user: user.unwrap_or_else(|| "unknown".to_owned()),
        }
    }
}

impl LockHolder {
    /// Whether this very computer knows that the holder has ended; where it cannot be told, no.
    fn is_gone(&self) -> bool {
        let processes = Path::new("/proc");
        self.host == host_name() && processes.join("self").exists() && !processes.join(self.pid.to_string()).exists()
    }
}

impl fmt::Display for LockHolder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} (process {}, user {}, on {})",
            self.program, self.pid, self.user, self.host
        )
    }
}

/// This computer's name, as far as the system tells it without a library.
pub(crate) fn host_name() -> String {
    let from_file = || {
        fs_err::read_to_string("/etc/hostname")
            .ok()
            .map(|name| name.trim().to_owned())
    };
    ["HOSTNAME", "COMPUTERNAME"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok())
        .or_else(from_file)
        .filter(|name| !name.is_empty())
        .unwrap_or_else(|| "this computer".to_owned())
}

/// The lock of a library, held until dropped. A crash gives it up too: what is written in the file is only a name tag.
#[derive(Debug)]
pub(crate) struct LibraryLock(File);

impl LibraryLock {
    /// Takes the lock, or says who has it. A process that it was just starting may hold the lock of a program that was killed for a moment
    /// longer, until it is a program of its own; that is waited for.
    pub(crate) async fn take(folder: &LibraryFolder) -> Result<std::result::Result<Self, LockHolder>> {
        let begun = Instant::now();
        loop {
            match Self::try_take(folder)? {
                Err(holder) if holder.is_gone() && begun.elapsed() < LINGERING => {
                    tokio::time::sleep(Duration::from_millis(20)).await;
                }
                taken => return Ok(taken),
            }
        }
    }

    fn try_take(folder: &LibraryFolder) -> Result<std::result::Result<Self, LockHolder>> {
        let path = folder.lock();
        let disk = |source| StoreError::Disk {
            path: path.clone(),
            source,
        };
        let mut file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(&path)
            .map_err(disk)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Ok(Err(Self::read_tag(&mut file))),
            Err(TryLockError::Error(source)) => return Err(disk(source)),
        }
        let tag = serde_json::to_vec_pretty(&LockHolder::this_process()).unwrap_or_default();
        file.set_len(0)
            .and_then(|()| file.rewind())
            .and_then(|()| file.write_all(&tag))
            .map_err(disk)?;
        Ok(Ok(Self(file)))
    }

    fn read_tag(file: &mut File) -> LockHolder {
        let mut text = String::new();
        let read = file.read_to_string(&mut text);
        read.ok()
            .and_then(|_| serde_json::from_str(&text).ok())
            .unwrap_or_else(|| LockHolder {
                program: "another program".to_owned(),
                pid: 0,
                host: "an unknown computer".to_owned(),
                user: "unknown".to_owned(),
            })
    }
}

impl Drop for LibraryLock {
    fn drop(&mut self) {
        // Best effort: closing the file gives the lock up anyway, an empty tag only reads better.
        let _ = self.0.set_len(0);
        let _ = self.0.unlock();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn the_second_writer_is_told_who_is_first_and_a_left_over_file_is_no_lock() {
        let folder = tempfile::tempdir().unwrap();
        let folder = LibraryFolder::new(camino::Utf8Path::from_path(folder.path()).unwrap());
        let first = LibraryLock::take(&folder).await.unwrap().unwrap();
        let holder = LibraryLock::take(&folder).await.unwrap().unwrap_err();
        assert_eq!(holder.pid, std::process::id());
        drop(first);
        // What a crashed program leaves behind: a tag, but no lock.
        fs_err::write(
            folder.lock(),
            r#"{"program":"circletake","pid":1,"host":"h","user":"u"}"#,
        )
        .unwrap();
        assert!(LibraryLock::take(&folder).await.unwrap().is_ok());
    }
}
