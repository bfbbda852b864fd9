//! The border between the page and the app: one list of commands, from which the handler, the permissions and the
//! TypeScript client are made, and the events.

pub mod bindings;
pub mod error;
pub mod events;
pub mod progress;

use crate::commands::briefs::{BriefArgs, BriefAtRevisionArgs, BriefDifferenceArgs, KeepBriefDraftArgs, NewBriefArgs};
use crate::commands::clips::{ClipDetailArgs, ClipFacetsArgs, ClipPageArgs, RetryPreviewArgs, ShowFileArgs};
use crate::commands::compare::{
    CompareMakingsArgs, CompareStateArgs, JudgePairArgs, KeepCompareStateArgs, PairTallyArgs, SaveComparisonArgs,
};
use crate::commands::dashboard::{
    AddOverheadArgs, CorrectOverheadArgs, DashboardArgs, ExportChartCsvArgs, ExportChartSvgArgs, OverheadArgs,
    PutAdviceAsideArgs, RefineOrRegenerateArgs, SetAdviceSettingsArgs,
};
use crate::commands::edit::{AddVersionArgs, ClipVersionsArgs, EditQueueArgs};
use crate::commands::estimate::{
    FreezePlanArgs, PlanEstimateArgs, PlansArgs, ProjectionArgs, ProjectionClipsArgs, SavePlanArgs,
};
use crate::commands::history::{ExportHistoryArgs, HistoryOutlineArgs, HistoryPageArgs};
use crate::commands::ingest::{CancelArgs, IngestArgs, ShowFailedFileArgs};
use crate::commands::library::{
    ChoosePersonArgs, CreateLibraryArgs, CreateSampleArgs, DoctorArgs, OpenRecentArgs, SetAppearanceArgs, SetKeysArgs,
    SetMenuArgs, VerifyArgs,
};
use crate::commands::log::{ExportLogArgs, ImportLogArgs, PreviewLogArgs};
use crate::commands::notes::{
    AddNoteArgs, CarryNotesOverArgs, DeleteNoteArgs, EditNoteArgs, ExportNotesArgs, FindNotesArgs, KeepNoteDraftsArgs,
    NoteDraftsArgs, NotesArgs,
};
use crate::commands::people::{AddPersonArgs, UpdatePersonArgs};
use crate::commands::pilots::{CreatePilotArgs, PilotArgs, PutBriefInPilotArgs, ReportArgs, SetPilotSettingsArgs};
use crate::commands::prices::{
    AddPriceArgs, CompareLicencesArgs, ComparePricesArgs, ImportPricesArgs, PriceBucketsArgs, SetExchangeRateArgs,
    SetLicenceBandsArgs, SetPriceTiersArgs, WithdrawPriceArgs,
};
use crate::commands::prompts::{
    ApproveVersionArgs, ComparePromptsArgs, CreateTemplateArgs, MarkVersionArgs, ReadTemplateArgs, RenameTemplateArgs,
    SetStandingExclusionsArgs, UsePromptArgs, VersionArgs, WriteTemplateArgs,
};
use crate::commands::reports::WriteReportArgs;
use crate::commands::review::{
    AddSeenFramesArgs, AddTimeArgs, CorrectTimeArgs, DecideArgs, HoldArgs, LetGoArgs, ReviewQueueArgs, SeenFramesArgs,
    SetReviewSettingsArgs, UndoArgs, UndoOnArgs,
};
use crate::commands::sign_off::{
    AnswerGateArgs, DeskArgs, LetMakersSignArgs, SetChecklistArgs, SetGateRuleArgs, SetPassphraseArgs, SignArgs,
    SignOffQueueArgs, SignOffSheetArgs,
};
use crate::later_start::AskedFor;
use bindings::Client;
use circletake_app::view::Problem;
use circletake_app::view::brief::{BriefCheck, BriefDifference, BriefPresets, BriefWriting};
use circletake_app::view::clips::{ClipDetail, ClipFacets, ClipPage};
use circletake_app::view::compare::{CompareState, MakingComparison, PairTally};
use circletake_app::view::dashboard::{AdviceSettings, DashboardView, OverheadEntryView, RefineView};
use circletake_app::view::edit::{AddedVersion, ClipVersionView, EditItem};
use circletake_app::view::estimate::{ClipProjection, PlanEstimate, PlanView, ProjectionView, SourceView};
use circletake_app::view::history::{HistoryOutline, HistoryRow};
use circletake_app::view::import::{ClipSelection, IngestReport, LogImportReport, LogPreview, Progress};
use circletake_app::view::library::{DoctorView, LibrarySummary, PersonView, StartView, VerifyView};
use circletake_app::view::notes::{NoteDraft, NoteExport, NoteView};
use circletake_app::view::pilot::{BriefView, PilotView, ReportView};
use circletake_app::view::pilot_settings::PilotSettingsView;
use circletake_app::view::prices::{
    AddedPrice, BucketAnswer, BucketPresetView, LicenceComparison, LicenceDraft, PriceCatalogueView, PriceComparison,
    PriceImport, PriceTiers,
};
use circletake_app::view::prompt::{
    NamedPromptView, PlaceholderView, PromptComparison, PromptView, TemplateReading, TemplateView,
};
use circletake_app::view::review::{DecisionResult, ReviewQueue, ReviewSettings, SeenView, TimeView};
use circletake_app::view::sign_off::{ChecklistView, DeskView, GateRuleView, SignOffQueue};
use circletake_domain::brief::BriefForm;
use circletake_domain::decision::PilotDecision;
use circletake_domain::id::BriefId;

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
            tauri::generate_handler![$($(crate::commands::$area::$name,)*)*]
        }

        /// The names of all commands.
        #[cfg(test)]
        const NAMES: &[&str] = &[$($(stringify!($name),)*)*];
    };
}
include!("table.rs");

#[cfg(test)]
mod tests {
    use super::NAMES;
    use std::collections::BTreeSet;

    #[test]
    fn the_window_is_granted_every_command_and_nothing_else_but_listening() {
        let capability: serde_json::Value = serde_json::from_str(include_str!("../../capabilities/main.json")).unwrap();
        let granted: BTreeSet<_> = capability["permissions"]
            .as_array()
            .unwrap()
            .iter()
            .map(|name| name.as_str().unwrap().to_owned())
            .collect();
        let listening = ["core:event:allow-listen", "core:event:allow-unlisten"].map(str::to_owned);
        let commands = NAMES.iter().map(|name| format!("allow-{}", name.replace('_', "-")));
        assert_eq!(granted, commands.chain(listening).collect());
        assert_eq!(capability["windows"], serde_json::json!(["main"]));
    }
}
