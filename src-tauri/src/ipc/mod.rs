//! The border between the page and the app: one list of commands, from which the handler, the permissions and the
//! TypeScript client are made, and the events.

pub mod bindings;
pub mod error;
pub mod events;
pub mod progress;

use crate::commands::clips::{ClipDetailArgs, ClipFacetsArgs, ClipPageArgs, ShowFileArgs};
use crate::commands::ingest::{CancelArgs, IngestArgs, ShowFailedFileArgs};
use crate::commands::library::{
    ChoosePersonArgs, CreateLibraryArgs, CreateSampleArgs, DoctorArgs, OpenRecentArgs, SetAppearanceArgs, SetMenuArgs,
};
use crate::commands::log::{ExportLogArgs, ImportLogArgs, PreviewLogArgs};
use crate::commands::people::{AddPersonArgs, UpdatePersonArgs};
use crate::commands::pilots::{CreatePilotArgs, PilotArgs, ReportArgs};
use crate::commands::review::{AddReviewTimeArgs, DecideArgs, ReviewQueueArgs, UndoArgs};
use bindings::Client;
use circletake_app::view::clips::{ClipDetail, ClipFacets, ClipPage};
use circletake_app::view::import::{ClipSelection, IngestReport, LogImportReport, LogPreview, Progress};
use circletake_app::view::library::{DoctorView, LibrarySummary, PersonView, StartView};
use circletake_app::view::pilot::{BriefView, PilotView, ReportView};
use circletake_app::view::review::{DecisionResult, ReviewQueue};

macro_rules! commands {
    ($($(#[doc = $doc:literal])* $area:ident {
        $($name:ident($($args:ty)?) -> $result:ty $(, progress $progress:ty)?;)*
    })*) => {
        /// Every command, for the TypeScript client.
        pub fn client() -> Client {
            let mut client = Client::default();
            $(
                client.area(concat!($($doc),*));
                $(client.command::<$result>(
                    stringify!($name),
                    bindings::first_of(&[$(bindings::Argument::of::<$args>)?]),
                    bindings::first_of(&[$(bindings::Argument::of::<$progress>)?]),
                );)*
            )*
            client
        }

        /// Answers every command of the page.
        pub fn handler() -> impl Fn(tauri::ipc::Invoke<tauri::Wry>) -> bool + Send + Sync + 'static {
            tauri::generate_handler![crate::commands::library::start, crate::commands::library::create_library, crate::commands::library::open_library, crate::commands::library::open_recent, crate::commands::library::close_library, crate::commands::library::backup, crate::commands::library::set_appearance, crate::commands::library::choose_person, crate::commands::library::set_menu, crate::commands::people::people, crate::commands::people::add_person, crate::commands::people::update_person, crate::commands::pilots::briefs, crate::commands::clips::clip_page, crate::commands::clips::clip_facets, crate::commands::clips::clip_detail, crate::commands::clips::show_file, crate::commands::ingest::choose_clips, crate::commands::ingest::dropped_clips, crate::commands::ingest::ingest, crate::commands::ingest::show_failed_file, crate::commands::ingest::cancel, crate::commands::review::review_queue, crate::commands::review::decide, crate::commands::review::undo, crate::commands::review::add_review_time]
        }
    };
}
include!("table.rs");
