//! Running programs one after the other, saying which and how long each took.

use std::cell::RefCell;
use std::ffi::OsStr;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

/// Why it stopped, in a sentence.
#[derive(Debug)]
pub struct Failed(pub String);

impl fmt::Display for Failed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What every task needs to know.
pub struct Session {
    /// Install without asking.
    pub yes: bool,
    root: PathBuf,
    failures: RefCell<Vec<String>>,
    times: RefCell<Vec<(String, Duration)>>,
}

impl Session {
    /// In the repository that this program was built from.
    pub fn new(yes: bool) -> Result<Self, Failed> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .ancestors()
            .nth(3)
            .ok_or_else(|| Failed("the repository was moved since `cargo xtask` was built".to_owned()))?;
        Ok(Self {
            yes,
            root: root.to_owned(),
            failures: RefCell::default(),
            times: RefCell::default(),
        })
    }

    /// The repository.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Where cargo builds.
    pub fn target(&self) -> PathBuf {
        std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| self.root.join("target"), |folder| self.root.join(folder))
    }

    /// A program, to be run in the repository.
    pub fn program(&self, name: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(name);
        command.current_dir(&self.root);
        command
    }

    /// Cargo, the one that runs us.
    pub fn cargo<'a>(&self, arguments: impl IntoIterator<Item = &'a str>) -> Command {
        let mut command = self.program(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        command.args(arguments);
        // What cargo set for us is not for what we build.
        for variable in ["CARGO_MANIFEST_DIR", "CARGO_PKG_NAME", "CARGO_PKG_VERSION"] {
            command.env_remove(variable);
        }
        command
    }

    /// Runs a step to its end and says how long it took.
    pub fn step(&self, title: &str, command: &mut Command) -> Result<(), Failed> {
        println!("\n== {title}");
        let begun = Instant::now();
        let status = command.status().map_err(|error| not_started(command, &error))?;
        if !status.success() {
            return Err(Failed(format!("{title} failed ({status}): {}", written(command))));
        }
        self.took(title, begun.elapsed());
        Ok(())
    }

    /// Says how long a step took, now and at the end.
    pub fn took(&self, title: &str, time: Duration) {
        println!("   {title}: {} s", time.as_secs());
        self.times.borrow_mut().push((title.to_owned(), time));
    }

    /// The steps that took long, and all of them together.
    pub fn say_times(&self) {
        let times = self.times.borrow();
        let total: Duration = times.iter().map(|(_, time)| *time).sum();
        let long = times.iter().filter(|(_, time)| time.as_secs() >= 10);
        let long: Vec<_> = long
            .map(|(title, time)| format!("{title} {} s", time.as_secs()))
            .collect();
        println!(
            "\n{} min {} s: {}",
            total.as_secs() / 60,
            total.as_secs() % 60,
            long.join(", ")
        );
    }

    /// Remembers that something failed, to go on and say so at the end.
    pub fn note_failure(&self, title: &str) {
        self.failures.borrow_mut().push(title.to_owned());
    }

    /// Whether anything was noted as failed.
    pub fn failures(&self) -> Result<(), Failed> {
        let failures = self.failures.borrow();
        if failures.is_empty() {
            Ok(())
        } else {
            Err(Failed(format!("failed: {}", failures.join(", "))))
        }
    }

    /// Shows what would be installed and asks, unless that was answered before.
    pub fn agree(&self, what: &str) -> Result<(), Failed> {
        println!("{what}");
        if self.yes {
            return Ok(());
        }
        println!("Go on? [y/N]");
        let mut answer = String::new();
        let read = io::stdin().read_line(&mut answer);
        if read.is_ok() && matches!(answer.trim(), "y" | "Y" | "yes") {
            Ok(())
        } else {
            Err(Failed(
                "nothing was installed; `--yes` installs without asking".to_owned(),
            ))
        }
    }
}

/// What a program prints, where it succeeds.
pub fn output(command: &mut Command) -> Result<String, Failed> {
    let output = command.output().map_err(|error| not_started(command, &error))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        let said = String::from_utf8_lossy(&output.stderr).trim().to_owned();
        Err(Failed(format!("`{}` failed: {said}", written(command))))
    }
}

/// Whether a program can be started at all.
pub fn has(name: &str) -> bool {
    std::env::var_os("PATH").is_some_and(|path| std::env::split_paths(&path).any(|folder| folder.join(name).is_file()))
}

fn not_started(command: &Command, error: &io::Error) -> Failed {
    Failed(format!(
        "`{}` could not be started: {error}",
        command.get_program().to_string_lossy()
    ))
}

fn written(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}
