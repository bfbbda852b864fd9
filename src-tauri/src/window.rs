//! The one window.

use circletake_app::view::library::Appearance;
use tauri::webview::NewWindowResponse;
use tauri::{AppHandle, Manager, Theme, WebviewUrl, WebviewWindowBuilder, Wry};

/// Opens it. It shows the page and nothing else: no other address, no second window.
pub fn open(app: &AppHandle<Wry>, appearance: Appearance) -> tauri::Result<()> {
    WebviewWindowBuilder::new(app, "main", WebviewUrl::default())
        .title("Circletake")
        .inner_size(1280.0, 800.0)
        .min_inner_size(960.0, 600.0)
        .on_navigation(is_the_page)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .build()?;
    dress(app, appearance);
    Ok(())
}

/// Gives the menu and the frame the look of the page. On Linux only the whole app can be dressed, and only once its
/// window is there.
pub fn dress(app: &AppHandle<Wry>, appearance: Appearance) {
    app.set_theme(theme(appearance));
}

fn theme(appearance: Appearance) -> Option<Theme> {
    match appearance {
        Appearance::Dark => Some(Theme::Dark),
        Appearance::Light => Some(Theme::Light),
        Appearance::System => None,
    }
}

fn is_the_page(address: &tauri::Url) -> bool {
    let page = address.scheme() == "tauri" || address.host_str() == Some("tauri.localhost");
    page || (cfg!(dev) && address.host_str() == Some("localhost"))
}

/// Brings it to the front, because somebody started the app again.
pub fn to_front(app: &AppHandle<Wry>) {
    if let Some(window) = app.get_webview_window("main") {
        // A window that cannot be raised is still there to be found.
        let _ = window.unminimize();
        let _ = window.set_focus();
    }
}
