//! The window's menu, filled from the page's command registry so that it cannot say anything else than the page does.

use crate::commands::library::{MenuCommand, MenuSection};
use crate::ipc::events::MENU_COMMAND;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use tauri::menu::{Menu, MenuEvent, MenuItem, SubmenuBuilder};
use tauri::{AppHandle, Emitter, Wry};

/// The menu bar as it was filled last.
#[derive(Default)]
pub struct MenuBar(Mutex<Filled>);

#[derive(Default)]
struct Filled {
    sections: Vec<MenuSection>,
    items: HashMap<String, MenuItem<Wry>>,
}

impl MenuBar {
    /// Makes it say this. A menu that a person has open stays open: where only what can be chosen is another, the items
    /// are told and nothing is replaced.
    pub fn show(&self, app: &AppHandle<Wry>, sections: Vec<MenuSection>) -> tauri::Result<()> {
        let mut filled = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match turned(&filled.sections, &sections) {
            Some(turned) => {
                for MenuCommand { id, enabled, .. } in turned {
                    if let Some(item) = filled.items.get(id) {
                        item.set_enabled(*enabled)?;
                    }
                }
            }
            None => filled.items = replace(app, &sections)?,
        }
        filled.sections = sections;
        Ok(())
    }
}

/// The commands that can be chosen now and could not before, or the other way round; nothing where the menus are not the
/// same ones any more.
fn turned<'now>(before: &[MenuSection], now: &'now [MenuSection]) -> Option<Vec<&'now MenuCommand>> {
    if before.is_empty() || words(before) != words(now) {
        return None;
    }
    let both = commands(before).zip(commands(now));
    Some(
        both.filter(|(was, is)| was.enabled != is.enabled)
            .map(|(_, is)| is)
            .collect(),
    )
}

fn commands(sections: &[MenuSection]) -> impl Iterator<Item = &MenuCommand> {
    sections.iter().flat_map(|section| section.groups.iter().flatten())
}

/// What the menus say, whatever of it can be chosen.
fn words(sections: &[MenuSection]) -> Vec<MenuSection> {
    let mut words = sections.to_vec();
    for command in words.iter_mut().flat_map(|section| section.groups.iter_mut().flatten()) {
        command.enabled = true;
    }
    words
}

fn replace(app: &AppHandle<Wry>, sections: &[MenuSection]) -> tauri::Result<HashMap<String, MenuItem<Wry>>> {
    let menu = Menu::new(app)?;
    #[cfg(target_os = "macos")]
    system_menus(app, &menu)?;
    let mut items = HashMap::new();
    for section in sections {
        let mut submenu = SubmenuBuilder::new(app, &section.label);
        for (place, group) in section.groups.iter().enumerate() {
            if place > 0 {
                submenu = submenu.separator();
            }
            for command in group {
                // The key is text, not an accelerator: keys are read by the page, which knows when somebody is typing.
                let text = match &command.keys {
                    Some(keys) => format!("{}\t{keys}", command.label),
                    None => command.label.clone(),
                };
                let item = MenuItem::with_id(app, &command.id, text, command.enabled, None::<&str>)?;
                submenu = submenu.item(&item);
                items.insert(command.id.clone(), item);
            }
        }
        menu.append(&submenu.build()?)?;
    }
    app.set_menu(menu)?;
    Ok(items)
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

#[cfg(test)]
mod tests {
    use super::turned;
    use crate::commands::library::{MenuCommand, MenuSection};

    fn review(keep: bool, reject: bool) -> Vec<MenuSection> {
        let command = |label: &str, enabled| MenuCommand {
            id: label.to_lowercase(),
            label: label.to_owned(),
            keys: None,
            enabled,
        };
        vec![MenuSection {
            label: "Review".to_owned(),
            groups: vec![vec![command("Keep", keep)], vec![command("Reject", reject)]],
        }]
    }

    #[test]
    fn only_the_commands_that_can_be_chosen_now_or_no_more_are_told() {
        let now = review(true, true);
        let told =
            turned(&review(true, false), &now).map(|told| told.iter().map(|one| one.id.as_str()).collect::<Vec<_>>());
        assert_eq!(told, Some(vec!["reject"]));
    }

    #[test]
    fn other_words_and_the_first_words_make_another_menu() {
        let mut now = review(true, true);
        now[0].groups[1][0].keys = Some("X".to_owned());
        assert_eq!(turned(&review(true, true), &now), None);
        assert_eq!(turned(&[], &now), None);
    }
}
