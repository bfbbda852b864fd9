//! A session bus of a test's own: over it a later start of the app finds the one that runs. Without one each start is on its own.

use crate::trouble::Trouble;
use camino::Utf8Path;
use std::io::{self, BufRead, BufReader};
use std::process::{Child, Command, Stdio};

/// A running bus; it ends when this is dropped.
pub(crate) struct SessionBus {
    address: String,
    daemon: Child,
}

impl SessionBus {
    /// Starts it with its socket in this folder; `None` where this computer has no such program.
    pub(crate) fn start(folder: &Utf8Path) -> Result<Option<Self>, Trouble> {
        let started = Command::new("dbus-daemon")
            .args(["--session", "--nofork", "--nopidfile", "--print-address=1"])
            .arg(format!("--address=unix:path={folder}/bus"))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn();
        let mut daemon = match started {
            Ok(daemon) => daemon,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error.into()),
        };
        let mut address = String::new();
        if let Some(said) = daemon.stdout.take() {
            BufReader::new(said).read_line(&mut address)?;
        }
        let address = address.trim().to_owned();
        let bus = Self { address, daemon };
        if bus.address.is_empty() {
            return Err(Trouble::Program {
                program: "dbus-daemon".to_owned(),
                detail: "ended at once".to_owned(),
            });
        }
        Ok(Some(bus))
    }

    /// As in the variable `DBUS_SESSION_BUS_ADDRESS`.
    pub(crate) fn address(&self) -> &str {
        &self.address
    }
}

impl Drop for SessionBus {
    fn drop(&mut self) {
        // Already gone is as good.
        let _ = self.daemon.kill();
        let _ = self.daemon.wait();
    }
}
