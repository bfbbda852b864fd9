//! The window's menu, filled from the page's command registry so that it cannot say anything else than the page does.

use crate::commands::library::MenuSection;
use crate::ipc::events::MENU_COMMAND;
use tauri::menu::{Menu, MenuEvent, MenuItem, SubmenuBuilder};
use tauri::{AppHandle, Emitter, Wry};

/// Replaces the menu.
pub fn show(app: &AppHandle<Wry>, sections: &[MenuSection]) -> tauri::Result<()> {
    let menu = Menu::new(app)?;
    #[cfg(target_os = "macos")]
    system_menus(app, &menu)?;
    for section in sections {
        let mut submenu = SubmenuBuilder::new(app, &section.label);
        for item in &section.items {
            // The key is text, not an accelerator: keys are read by the page, which knows when somebody is typing.
            let text = match &item.keys {
                Some(keys) => format!("{}\t{keys}", item.label),
                None => item.label.clone(),
            };
            submenu = submenu.item(&MenuItem::with_id(app, &item.id, text, item.enabled, None::<&str>)?);
        }
        menu.append(&submenu.build()?)?;
    }
    app.set_menu(menu)?;
    Ok(())
}

/// Copy and paste work on macOS only through a menu that has them.
#[cfg(target_os = "macos")]
fn system_menus(app: &AppHandle<Wry>, menu: &Menu<Wry>) -> tauri::Result<()> {
    let app_menu = SubmenuBuilder::new(app, "Circletake")
        .about(None)
        .separator()
        .hide()
        .quit()
        .build()?;
    let edit = SubmenuBuilder::new(app, "Edit")
        .undo()
        .redo()
        .separator()
        .cut()
        .copy()
        .paste()
        .select_all()
        .build()?;
    menu.append_items(&[&app_menu, &edit])
}

/// Tells the page which command was chosen.
pub fn chosen(app: &AppHandle<Wry>, event: &MenuEvent) {
    if let Err(error) = app.emit(MENU_COMMAND, event.id().as_ref()) {
        tracing::warn!(%error, "the page did not hear of a menu command");
    }
}
