//! The library on disk: SQLite, files, lock, backup. The only crate with SQL.
//!
//! [`Library`] is an open library. Questions are asked on it directly; everything that writes goes through one
//! [`WriteTransaction`], which lasts until its `commit` and of which there is never more than one at a time.

mod actuals;
mod backup;
mod briefs;
mod clips;
mod dashboard;
mod database;
mod decision_records;
mod doctor;
mod error;
mod file_conditions;
mod folder;
mod generations;
mod grid;
mod history;
mod ids;
mod imports;
mod library;
mod lock;
mod log;
mod makings;
mod notes;
mod pairs;
mod people;
mod pilots;
mod previews;
mod prices;
#[cfg(test)]
mod query_plans;
mod requests;
mod review;
mod row;
mod run_plans;
mod schema;
mod scope;
mod seal;
mod seen_attempts;
mod settings;
mod sign_off;
mod sums;
mod templates;
mod time_entries;
mod transaction;
mod verify;
mod versions;
mod watched_work;

pub use actuals::{Actual, ActualClip, ActualPart, ActualsBy, PlannedCost};
pub use briefs::{StoredBrief, StoredDraft, StoredRevision};
pub use clips::{FileCondition, FilePlace, NewClip, StoredClip, new_clip_uid};
pub use dashboard::{
    AsideAdvice, DashboardNames, DashboardSums, LengthSum, Lot, LotFilter, LotSum, MinuteSum, NewOverhead,
    OverheadCorrection, OverheadPlace, OverheadSum, PilotTargets, PromptName, SharedBy, SingleAttempt, SingleMinutes,
    StandingSum, Standings, StoredLoop, StoredOverhead,
};
pub use decision_records::{DecidedCount, DecisionRecords};
pub use doctor::Finding;
pub use error::{Result, StoreError};
pub use file_conditions::SeenFile;
pub use folder::LibraryFolder;
pub use generations::{AttemptWithoutClip, ImportKey, NewGeneration};
pub use grid::{ClipInEdit, Facet, Facets, GenerationFilter, GridClip, GridPage, GridRow, GridSort, StoredGeneration};
pub use history::{
    CHAIN_START, ChainedMove, Decided, HistoryFilter, HistoryMove, HistoryOutline, MoveKey, Step, StoredMove,
};
pub use imports::{ImportCounts, ImportKind};
pub use library::{Library, LibraryInfo, NewLibrary, OpenMode};
pub use lock::LockHolder;
pub use makings::StoredMaking;
pub use notes::{NewNote, NoteFields, StoredNote};
pub use pairs::StoredPairs;
pub use people::{Person, PersonFields};
pub use pilots::{Pilot, PilotFields, PilotStandard};
pub use previews::StoredPreview;
pub use prices::{NewPriceEntry, PricedGeneration, UnpricedGeneration};
pub use requests::PromptReference;
pub use review::{Hold, QueueCounts, QueueList, QueueOrder, QueuePage, QueueQuestion, QueueRow};
pub use run_plans::{NewPlan, StoredPlan};
pub use schema::SCHEMA_VERSION;
pub use scope::Scope;
pub use seen_attempts::{AttemptsOf, SeenAttempts};
pub use sign_off::{
    AskedGate, ChecklistItem, ChecklistLine, KnownPassphrase, Maker, NewAnswer, SignOffRefused, Signature, SignedFile,
    StoredAnswer, StoredSignOff, WaitingForBrand,
};
pub use sums::{Sums, TimeSum};
pub use templates::{KeptPrompt, NamedPrompt, PromptSet, StoredTemplate, StoredVersionText, VersionMarks};
pub use time_entries::{PersonTime, Sitting, SpentTime, TimeKind, TimeSource};
pub use transaction::WriteTransaction;
pub use verify::{RowsAsFound, Tampering, Verified};
pub use versions::StoredVersion;
pub use watched_work::{HowFar, Watcher};
