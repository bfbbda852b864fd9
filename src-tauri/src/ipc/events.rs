//! What the app tells the page without being asked. An event says that something changed; the page fetches it again.

use circletake_app::view::change::Change;
use circletake_app::view::import::ClipSelection;
use ts_rs::TS;

/// Something in the library changed; the payload is a [`Change`].
pub const LIBRARY_CHANGED: &str = "library-changed";
/// Files were dropped on the window; the payload is a [`ClipSelection`].
pub const CLIPS_DROPPED: &str = "clips-dropped";
/// Something dropped is being looked through; the payload is the key of that job.
pub const DROP_BEGUN: &str = "drop-begun";
/// A drop was looked through, or that was stopped; the payload is the key of that job.
pub const DROP_ENDED: &str = "drop-ended";
/// The app was started once more; the page fetches what was asked for.
pub const LIBRARY_ASKED_FOR: &str = "library-asked-for";
/// Something went wrong beside what was asked for; the page fetches it.
pub const PROBLEM_TOLD: &str = "problem-told";
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
    #[ts(rename = "drop-begun")]
    drop_begun: String,
    #[ts(rename = "drop-ended")]
    drop_ended: String,
    #[ts(rename = "library-asked-for")]
    library_asked_for: (),
    #[ts(rename = "problem-told")]
    problem_told: (),
    #[ts(rename = "menu-command")]
    menu_command: String,
}
