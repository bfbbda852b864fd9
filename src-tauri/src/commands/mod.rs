//! What the page may ask for: decode, call the use case, encode. One file per area; the list is `ipc/table.rs`.

pub mod briefs;
pub mod clips;
pub mod compare;
pub mod dashboard;
pub mod edit;
pub mod estimate;
pub mod history;
pub mod ingest;
pub mod library;
pub mod log;
pub mod notes;
pub mod people;
pub mod pilots;
pub mod prices;
pub mod prompts;
pub mod reports;
pub mod review;
pub mod sign_off;
