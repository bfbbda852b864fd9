//! How the app was started.

use camino::{Utf8Path, Utf8PathBuf};
use std::ffi::OsString;
use thiserror::Error;

/// What stands behind the program's name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Arguments {
    /// The library to open.
    pub library: Option<Utf8PathBuf>,
    /// Open the sample pilot, and make it first where there is none.
    pub sample: bool,
}

/// Arguments that mean nothing.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ArgumentError {
    /// `--library` without a folder.
    #[error("`--library` needs the library's folder behind it")]
    NoFolder,
    /// Not one of ours.
    #[error("`{0}` is not an argument of Circletake; it knows `--library DIR` and `--sample`")]
    Unknown(String),
}

impl Arguments {
    /// Reads the arguments behind the program's name, as they were meant in this working folder.
    pub fn parse(arguments: impl IntoIterator<Item = OsString>, folder: &Utf8Path) -> Result<Self, ArgumentError> {
        let mut parsed = Self::default();
        let mut arguments = arguments
            .into_iter()
            .map(|argument| argument.to_string_lossy().into_owned());
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                "--sample" => parsed.sample = true,
                "--library" => parsed.library = Some(folder.join(arguments.next().ok_or(ArgumentError::NoFolder)?)),
                _ => return Err(ArgumentError::Unknown(argument)),
            }
        }
        Ok(parsed)
    }
}

/// Nowhere to open a window.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error(
    "Circletake has no screen to open its window on (neither DISPLAY nor WAYLAND_DISPLAY is set): start it in a desktop session, or use the `circletake` command"
)]
pub struct NoScreen;

/// Looks for the screen that the window toolkit would otherwise panic for want of.
pub fn screen(variable: impl Fn(&str) -> Option<OsString>) -> Result<(), NoScreen> {
    let is_set = |name| variable(name).is_some_and(|display| !display.is_empty());
    if cfg!(target_os = "linux") && !is_set("DISPLAY") && !is_set("WAYLAND_DISPLAY") {
        return Err(NoScreen);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(arguments: &[&str]) -> Result<Arguments, ArgumentError> {
        Arguments::parse(arguments.iter().map(OsString::from), Utf8Path::new("/home/maya"))
    }

    #[test]
    fn a_library_or_the_sample_can_be_asked_for() {
        assert_eq!(parse(&["--library", "/tmp/a"]).unwrap().library.unwrap(), "/tmp/a");
        assert!(parse(&["--sample"]).unwrap().sample);
        assert_eq!(parse(&["--library"]), Err(ArgumentError::NoFolder));
        assert!(parse(&["--smaple"]).unwrap_err().to_string().contains("--sample"));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_window_needs_a_display_of_either_kind() {
        let only = |set: &'static str, to: &'static str| move |name: &str| (name == set).then(|| OsString::from(to));
        assert_eq!(screen(only("DISPLAY", ":0")), Ok(()));
        assert_eq!(screen(only("WAYLAND_DISPLAY", "wayland-0")), Ok(()));
        assert_eq!(screen(only("DISPLAY", "")), Err(NoScreen));
        assert_eq!(screen(|_| None), Err(NoScreen));
    }

    #[test]
    fn a_folder_is_meant_where_the_app_was_started() {
        let library = parse(&["--library", "spring"]).unwrap().library.unwrap();
        assert_eq!(library, "/home/maya/spring");
    }
}
