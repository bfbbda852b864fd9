//! What the app tells the page without being asked. An event says that something changed; the page fetches it again.

use circletake_app::view::change::Change;
use circletake_app::view::import::ClipSelection;
use ts_rs::TS;

/// Something in the library changed; the payload is a [`Change`].
pub const LIBRARY_CHANGED: &str = "library-changed";
/// Files were dropped on the window; the payload is a [`ClipSelection`].
pub const CLIPS_DROPPED: &str = "clips-dropped";
/// A menu item was chosen; the payload is the command's id in the page's registry.
pub const MENU_COMMAND: &str = "menu-command";

/// Every event with its payload, for the TypeScript client.
#[derive(TS)]
#[expect(dead_code, reason = "only its TypeScript form is used")]
pub struct Events {
    #[ts(rename = "library-changed")]
    library_changed: Change,
    #[ts(rename = "clips-dropped")]
    clips_dropped: ClipSelection,
    #[ts(rename = "menu-command")]
    menu_command: String,
}
