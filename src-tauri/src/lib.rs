//! The Circletake desktop app: a thin shell around the use cases of `circletake-app`.

pub mod commands;
pub mod csp;
pub mod dialogs;
mod drops;
pub mod failed_files;
mod file_browser;
#[cfg(feature = "given-answers")]
mod given_answers;
pub mod ipc;
pub mod jobs;
pub mod later_start;
pub mod media_server;
#[cfg(target_os = "linux")]
pub mod memory;
pub mod menu;
mod pictures;
pub mod selections;
pub mod settings;
pub mod shell;
pub mod startup;
mod window;

use camino::Utf8PathBuf;
use circletake_media::{MediaPool, PoolOptions};
use dialogs::{Dialogs, SystemDialogs};
use ipc::error::CommandError;
use later_start::LaterStarts;
use media_server::MediaServer;
use settings::Settings;
use shell::{Parts, Shell};
use startup::Arguments;
use std::error::Error;
use std::sync::Arc;
use tauri::{AppHandle, Manager, RunEvent, Wry};

/// Starts the app and returns when its window is closed.
pub fn run(arguments: Arguments) -> Result<(), Box<dyn Error>> {
    let media_server = MediaServer::bind()?;
    let mut context = tauri::generate_context!();
    let policy = csp::policy(media_server.port());
    context.config_mut().app.security.csp = Some(tauri::utils::config::Csp::Policy(policy));

    let app = tauri::Builder::default()
        // Before the plugin that hears of later starts, which may be at once.
        .manage(LaterStarts::default())
        .plugin(tauri_plugin_single_instance::init(|app, arguments, folder| {
            later_start::hear(app, arguments, &folder);
        }))
        .plugin(tauri_plugin_window_state::Builder::new().build())
        .plugin(tauri_plugin_dialog::init())
        .plugin(
            tauri_plugin_opener::Builder::new()
                .open_js_links_on_click(false)
                .build(),
        )
        .invoke_handler(ipc::handler())
        .on_menu_event(|app, event| menu::chosen(app, &event))
        .on_window_event(drops::hear)
        .setup(move |app| {
            let shell = Arc::new(shell(app.handle(), &arguments, media_server.base())?);
            app.manage(Arc::clone(&shell));
            // The window first: a library that is brought up to date, or still held by a program that ends, takes its time.
            window::open(app.handle(), shell.settings.appearance())?;
            if let Some(folder) = first_library(&shell, &arguments) {
                shell.begin_with(folder);
            }
            tauri::async_runtime::spawn(async move {
                if let Err(error) = media_server.serve(shell).await {
                    tracing::error!(%error, "the media server ended");
                }
            });
            Ok(())
        })
        .build(context)?;
    app.run(|app, event| {
        if let RunEvent::Exit = event {
            tauri::async_runtime::block_on(app.state::<Arc<Shell>>().close());
        }
    });
    Ok(())
}

fn shell(app: &AppHandle<Wry>, arguments: &Arguments, media_base: String) -> Result<Shell, Box<dyn Error>> {
    let config = Utf8PathBuf::try_from(app.path().app_config_dir()?)?;
    let data = Utf8PathBuf::try_from(app.path().app_data_dir()?)?;
    let (settings, problem) = Settings::read(config.join("settings.json"));
    let shell = Shell::new(Parts {
        app: app.clone(),
        settings,
        dialogs: dialogs(app)?,
        media: MediaPool::new(PoolOptions::of_this_program()?),
        media_base,
        make_sample: arguments.sample,
        sample_folder: data.join("sample-pilot"),
    });
    if let Some(problem) = problem {
        shell.tell(CommandError::SettingsFile(problem).problem());
    }
    Ok(shell)
}

fn dialogs(app: &AppHandle<Wry>) -> Result<Arc<dyn Dialogs>, Box<dyn Error>> {
    #[cfg(feature = "given-answers")]
    if let Some(given) = given_answers::GivenAnswers::of_a_driven_window() {
        return Ok(Arc::new(given?));
    }
    Ok(Arc::new(SystemDialogs(app.clone())))
}

/// What was asked for, or what was open when the app ended.
fn first_library(shell: &Shell, arguments: &Arguments) -> Option<Utf8PathBuf> {
    let made = || Some(shell.sample_folder.clone()).filter(|folder| folder.join("circletake.db").is_file());
    arguments.library.clone().or_else(|| {
        if arguments.sample {
            made()
        } else {
            shell.settings.last_open()
        }
    })
}
