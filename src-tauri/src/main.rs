//! The Circletake desktop app.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use camino::Utf8PathBuf;
use circletake_desktop::startup::Arguments;
use std::process::ExitCode;
use tracing_subscriber::EnvFilter;

fn main() -> ExitCode {
    circletake_media::worker::serve_if_asked();
    #[cfg(target_os = "linux")]
    circletake_desktop::memory::give_back_what_pictures_took();
    let levels = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("warn"));
    tracing_subscriber::fmt()
        .with_env_filter(levels)
        .with_writer(std::io::stderr)
        .init();
    let folder = std::env::current_dir().ok();
    // Without a working folder only whole paths can be meant.
    let folder = folder.and_then(|folder| Utf8PathBuf::try_from(folder).ok());
    let arguments = match Arguments::parse(std::env::args_os().skip(1), &folder.unwrap_or_default()) {
        Ok(arguments) => arguments,
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::from(2);
        }
    };
    if let Err(error) = circletake_desktop::startup::screen(|name| std::env::var_os(name)) {
        eprintln!("{error}");
        return ExitCode::FAILURE;
    }
    match circletake_desktop::run(arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("Circletake could not start: {error}");
            ExitCode::FAILURE
        }
    }
}
