//! From a fresh clone to the sample pilot in a window.

use crate::page;
use crate::step::{Failed, Session};
use crate::system_packages::{self, Purpose};
use std::ffi::OsString;
use std::path::PathBuf;

/// Installs what is missing, builds, starts. Arguments behind `--` go to the app instead of `--sample`.
pub fn run(session: &Session, arguments: &[String]) -> Result<(), Failed> {
    // Said before the build, which takes minutes.
    if cfg!(target_os = "linux") && !has_screen(|name| std::env::var_os(name)) {
        return Err(Failed(
            "there is no screen to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set); run it from a desktop session"
                .to_owned(),
        ));
    }
    system_packages::install(session, Purpose::Run)?;
    page::build(session)?;
    let app = build_app(session)?;
    println!("\nCircletake opens on its sample pilot; `cargo xtask run -- --library DIR` opens a library of yours.");
    let sample = ["--sample".to_owned()];
    let arguments = if arguments.is_empty() { &sample } else { arguments };
    session.step("Circletake", session.program(app).args(arguments))
}

/// Builds the app as people run it, around a page that is built already; says where it is.
pub fn build_app(session: &Session) -> Result<PathBuf, Failed> {
    let build = [
        "build",
        "--release",
        "--package",
        "circletake-desktop",
        "--features",
        "custom-protocol",
    ];
    session.step("app build", &mut session.cargo(build))?;
    let name = format!("circletake-desktop{}", std::env::consts::EXE_SUFFIX);
    Ok(session.target().join("release").join(name))
}

/// Whether the variables name an X or Wayland display.
fn has_screen(variable: impl Fn(&str) -> Option<OsString>) -> bool {
    ["DISPLAY", "WAYLAND_DISPLAY"]
        .into_iter()
        .filter_map(variable)
        .any(|display| !display.is_empty())
}

#[cfg(test)]
mod tests {
    use super::has_screen;
    use std::ffi::OsString;

    #[test]
    fn a_display_of_either_kind_is_a_screen_and_an_empty_name_is_none() {
        let only = |set: &'static str, to: &'static str| move |name: &str| (name == set).then(|| OsString::from(to));
        assert!(has_screen(only("DISPLAY", ":0")));
        assert!(has_screen(only("WAYLAND_DISPLAY", "wayland-0")));
        assert!(!has_screen(only("DISPLAY", "")));
        assert!(!has_screen(|_| None));
    }
}
