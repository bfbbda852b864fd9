//! Use cases over the library and its media, called by the shell and the command line.
//!
//! [`OpenLibrary`] is the centre: a library, the workers that read its clips, a clock, and the preview queue. Each area adds its use cases
//! in a file of its own; all of them answer with the records of [`view`] or an [`AppError`] that says what to do next.

mod briefs;
mod clips;
mod clock;
mod compare_state;
mod dashboard;
mod decision;
mod derived;
mod doctor;
mod edit;
mod error;
mod estimate;
mod file_watch;
mod history;
mod ingest;
mod library;
mod log_export;
mod log_import;
mod loose_clip;
mod makings;
mod note_drafts;
mod note_export;
mod notes;
mod open_library;
mod pairs;
mod people;
mod picture_file;
mod pilot_report;
mod pilot_settings;
mod pilots;
mod previews;
mod prices;
mod progress;
mod prompts;
mod report;
mod review;
mod review_settings;
mod review_time;
mod sample;
mod scope;
mod sign_off;
mod verify;
mod versions;
pub mod view;
mod whole_file;
mod word_difference;

pub use circletake_media::worker::serve_if_asked;
pub use circletake_store::OpenMode;
pub use clock::{Clock, SystemClock};
pub use error::AppError;
pub use estimate::{generations_needed, plan_estimate_without_library};
pub use ingest::find_clips;
pub use log_import::{LogError, LogImportOptions, LogMapping};
pub use loose_clip::{LooseClips, WrittenPicture};
pub use open_library::{OpenLibrary, Surroundings};
pub use prices::{
    PlannedPrice, PriceFileError, PriceImportOptions, bucket_figure, bucket_questions, check_of, checked_price_file,
    compare_licences, price_line, priced_buckets, shipped_price,
};
pub use progress::ProgressSink;
pub use prompts::PromptName;
