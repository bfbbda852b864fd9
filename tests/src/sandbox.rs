//! A home of its own for every test, so that nothing reads or touches what belongs to the user.

use crate::session_bus::SessionBus;
use crate::trouble::Trouble;
use camino::{Utf8Path, Utf8PathBuf};
use std::io;
use tempfile::TempDir;

/// A temporary home with the folders desktop programs look for. Goes away with the test.
pub struct Sandbox {
    bus: Option<SessionBus>,
    root: Utf8PathBuf,
    _folder: TempDir,
}

impl Sandbox {
    /// Makes the folders.
    pub fn new() -> io::Result<Self> {
        let folder = tempfile::Builder::new().prefix("circletake-test-").tempdir()?;
        let root = Utf8PathBuf::try_from(folder.path().to_owned()).map_err(io::Error::other)?;
        for name in ["home", "config", "data", "cache", "state", "runtime", "clips"] {
            fs_err::create_dir(root.join(name))?;
        }
        Ok(Self {
            bus: None,
            root,
            _folder: folder,
        })
    }

    /// The same with a session bus, so that a later start of the app finds the first; `None` where this computer has no bus to start.
    pub fn with_a_bus() -> Result<Option<Self>, Trouble> {
        let sandbox = Self::new()?;
        let bus = SessionBus::start(&sandbox.path("runtime"))?;
        Ok(bus.map(|bus| Self {
            bus: Some(bus),
            ..sandbox
        }))
    }

    /// A path inside; nothing is made there.
    pub fn path(&self, name: &str) -> Utf8PathBuf {
        self.root.join(name)
    }

    /// A folder to put clips in that are dropped on the window.
    pub fn clips(&self) -> Utf8PathBuf {
        self.path("clips")
    }

    /// Puts a copy of a clip into the folder of clips.
    pub fn add_clip(&self, from: &Utf8Path, name: &str) -> io::Result<Utf8PathBuf> {
        let to = self.clips().join(name);
        fs_err::copy(from, &to)?;
        Ok(to)
    }

    /// Puts a file of these bytes into the folder of clips.
    pub fn add_file(&self, name: &str, bytes: &[u8]) -> io::Result<Utf8PathBuf> {
        let to = self.clips().join(name);
        fs_err::write(&to, bytes)?;
        Ok(to)
    }

    /// What the app and its driver are started with.
    pub(crate) fn environment(&self, display: &str) -> Vec<(&'static str, String)> {
        let inside = |name: &str| self.path(name).into_string();
        let bus = self
            .bus
            .as_ref()
            .map(|bus| ("DBUS_SESSION_BUS_ADDRESS", bus.address().to_owned()));
        let mut environment = vec![
            ("DISPLAY", display.to_owned()),
            ("HOME", inside("home")),
            ("XDG_CONFIG_HOME", inside("config")),
            ("XDG_DATA_HOME", inside("data")),
            ("XDG_CACHE_HOME", inside("cache")),
            ("XDG_STATE_HOME", inside("state")),
            ("XDG_RUNTIME_DIR", inside("runtime")),
            ("TAURI_WEBVIEW_AUTOMATION", "true".to_owned()),
            ("WEBKIT_DISABLE_COMPOSITING_MODE", "1".to_owned()),
            ("GDK_BACKEND", "x11".to_owned()),
            ("NO_AT_BRIDGE", "1".to_owned()),
            // With the C locale the page's `navigator.language` is "C", and `Intl` throws.
            ("LANG", "en_US.UTF-8".to_owned()),
            ("TZ", "UTC".to_owned()),
        ];
        environment.extend(bus);
        environment
    }
}
