//! The Circletake desktop app: a thin shell around the use cases of `circletake-app`.

pub mod commands;
pub mod csp;
pub mod dialogs;
mod drops;
pub mod failed_files;
pub mod ipc;
pub mod jobs;
pub mod media_server;
#[cfg(target_os = "linux")]
pub mod memory;
pub mod menu;
pub mod selections;
pub mod settings;
pub mod shell;
pub mod startup;
mod window;

use camino::Utf8PathBuf;
use circletake_media::{MediaPool, PoolOptions};
use dialogs::{Dialogs, GivenAnswers, SystemDialogs};
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
    let instance = startup::instance_name(&context.config().identifier, arguments.library.as_ref());

    let app = tauri::Builder::default()
        .plugin(
            tauri_plugin_single_instance::Builder::new()
                .dbus_id(instance)
                .callback(|app, _arguments, _folder| window::to_front(app))
                .build(),
        )
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
            open_first_library(&shell, &arguments);
            let appearance = shell.settings.appearance();
            app.manage(Arc::clone(&shell));
            tauri::async_runtime::spawn(async move {
                if let Err(error) = media_server.serve(shell).await {
                    tracing::error!(%error, "the media server ended");
                }
            });
            window::open(app.handle(), appearance)?;
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
    let dialogs: Arc<dyn Dialogs> = match GivenAnswers::of_a_driven_window() {
        Some(given) => Arc::new(given?),
        None => Arc::new(SystemDialogs(app.clone())),
    };
    Ok(Shell::new(Parts {
        app: app.clone(),
        settings: Settings::read(config.join("settings.json")),
        dialogs,
        media: MediaPool::new(PoolOptions::of_this_program()?),
        media_base,
        make_sample: arguments.sample,
        sample_folder: data.join("sample-pilot"),
    }))
}

/// Opens what was asked for, or what was open when the app ended. The window opens either way and says what went wrong.
fn open_first_library(shell: &Shell, arguments: &Arguments) {
    let made = || Some(shell.sample_folder.clone()).filter(|folder| folder.join("circletake.db").is_file());
    let or_else = || {
        if arguments.sample {
            made()
        } else {
            shell.settings.last_open()
        }
    };
    let Some(folder) = arguments.library.clone().or_else(or_else) else {
        return;
    };
    if let Err(error) = tauri::async_runtime::block_on(shell.open(&folder))
        && let Ok(mut problem) = shell.start_problem.lock()
    {
        *problem = Some(error.problem());
    }
}
