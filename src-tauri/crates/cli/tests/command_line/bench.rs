//! A workbench: a folder of its own, the built command, and what it said.

use camino::{Utf8Path, Utf8PathBuf};
use serde_json::Value;
use std::process::Command;
use tempfile::TempDir;

/// A temporary folder with libraries in it.
pub struct Bench {
    root: Utf8PathBuf,
    _folder: TempDir,
}

/// What a command came to.
#[derive(Debug)]
pub struct Ran {
    pub code: i32,
    pub output: String,
    pub errors: String,
}

impl Ran {
    /// The result as JSON.
    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.output).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }
    /// The result, after the command ended with this code.
    #[track_caller]
    pub fn ended(self, code: i32) -> Self {
        assert_eq!(self.code, code, "{self:?}");
        self
    }
}

/// Whatever a test did with the command, every record still fits its seal; only files are changed here by hand.
impl Drop for Bench {
    fn drop(&mut self) {
        if std::thread::panicking() || !self.path("lib/circletake.db").exists() {
            return;
        }
        let verified = self.json(&["verify"]).json();
        let tampering = verified["tampering"].as_array().unwrap();
        let of_files = |found: &&Value| found["code"].as_str().unwrap().starts_with("file_");
        assert!(tampering.iter().all(|found| of_files(&found)), "{verified:#}");
        assert_ne!(verified["rows"], 0);
    }
}

impl Bench {
    pub fn new() -> Self {
        let folder = tempfile::Builder::new().prefix("circletake-cli-").tempdir().unwrap();
        let root = Utf8PathBuf::try_from(folder.path().canonicalize().unwrap()).unwrap();
        Self { root, _folder: folder }
    }
    /// A bench with an empty library called `lib`.
    pub fn with_library() -> Self {
        let bench = Self::new();
        bench.run(&["init", "lib", "--name", "Test"]).ended(0);
        bench
    }
    pub fn path(&self, name: &str) -> Utf8PathBuf {
        self.root.join(name)
    }
    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> Utf8PathBuf {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap_or(Utf8Path::new("/"))).unwrap();
        std::fs::write(&path, bytes).unwrap();
        path
    }
    pub fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }
    /// Runs the command in the bench's folder.
    pub fn run(&self, arguments: &[&str]) -> Ran {
        let ran = Command::new(env!("CARGO_BIN_EXE_circletake"))
            .args(arguments)
            .current_dir(&self.root)
            .env_remove("CIRCLETAKE_LIBRARY")
            .env("HOME", &self.root)
            .output()
            .unwrap();
        Ran {
            code: ran.status.code().unwrap_or(-1),
            output: String::from_utf8(ran.stdout).unwrap(),
            errors: String::from_utf8(ran.stderr).unwrap(),
        }
    }
    /// Runs it on the library `lib`.
    pub fn lib(&self, arguments: &[&str]) -> Ran {
        self.run(&[&["--library", "lib"], arguments].concat())
    }
    /// Passes every gate that is asked, and signs.
    pub fn sign(&self, generation: &str, person: &str) {
        self.pass_gates(generation, person);
        self.lib(&["sign", generation, "--as", person]).ended(0);
    }
    /// Passes every gate that is asked.
    pub fn pass_gates(&self, generation: &str, person: &str) {
        let desk = self.json(&["gate", generation]).ended(0).json();
        for gate in desk["gates"].as_array().unwrap() {
            let gate = gate["key"].as_str().unwrap();
            self.lib(&["gate", generation, gate, "--pass", "--as", person]).ended(0);
        }
    }
    /// Runs it on the library `lib`, with lines to read from descriptors 3, 4 ...
    #[cfg(unix)]
    pub fn given(&self, arguments: &[&str], lines: &[&str]) -> Ran {
        let redirects: Vec<String> = (3..)
            .zip(lines)
            .map(|(descriptor, line)| {
                let file = self.write(&format!("line-{descriptor}"), format!("{line}\n"));
                format!("{descriptor}<'{file}'")
            })
            .collect();
        let script = format!("exec \"$0\" \"$@\" {}", redirects.join(" "));
        let ran = Command::new("sh")
            .args(["-c", &script, env!("CARGO_BIN_EXE_circletake"), "--library", "lib"])
            .args(arguments)
            .current_dir(&self.root)
            .env_remove("CIRCLETAKE_LIBRARY")
            .env("HOME", &self.root)
            .output()
            .unwrap();
        Ran {
            code: ran.status.code().unwrap_or(-1),
            output: String::from_utf8(ran.stdout).unwrap(),
            errors: String::from_utf8(ran.stderr).unwrap(),
        }
    }
    /// Runs it on the library `lib`, for scripts.
    pub fn json(&self, arguments: &[&str]) -> Ran {
        self.lib(&[&["--json"], arguments].concat())
    }
}
