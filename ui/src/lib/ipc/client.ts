// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { AddNoteArgs } from "./bindings/AddNoteArgs";
import type { AddOverheadArgs } from "./bindings/AddOverheadArgs";
import type { AddPersonArgs } from "./bindings/AddPersonArgs";
import type { AddPriceArgs } from "./bindings/AddPriceArgs";
import type { AddSeenFramesArgs } from "./bindings/AddSeenFramesArgs";
import type { AddTimeArgs } from "./bindings/AddTimeArgs";
import type { AddVersionArgs } from "./bindings/AddVersionArgs";
import type { AddedPrice } from "./bindings/AddedPrice";
import type { AddedVersion } from "./bindings/AddedVersion";
import type { AdviceSettings } from "./bindings/AdviceSettings";
import type { AnswerGateArgs } from "./bindings/AnswerGateArgs";
import type { ApproveVersionArgs } from "./bindings/ApproveVersionArgs";
import type { AskedFor } from "./bindings/AskedFor";
import type { BriefArgs } from "./bindings/BriefArgs";
import type { BriefAtRevisionArgs } from "./bindings/BriefAtRevisionArgs";
import type { BriefCheck } from "./bindings/BriefCheck";
import type { BriefDifference } from "./bindings/BriefDifference";
import type { BriefDifferenceArgs } from "./bindings/BriefDifferenceArgs";
import type { BriefForm } from "./bindings/BriefForm";
import type { BriefId } from "./bindings/BriefId";
import type { BriefPresets } from "./bindings/BriefPresets";
import type { BriefView } from "./bindings/BriefView";
import type { BriefWriting } from "./bindings/BriefWriting";
import type { BucketAnswer } from "./bindings/BucketAnswer";
import type { BucketPresetView } from "./bindings/BucketPresetView";
import type { CancelArgs } from "./bindings/CancelArgs";
import type { CarryNotesOverArgs } from "./bindings/CarryNotesOverArgs";
import type { ChecklistView } from "./bindings/ChecklistView";
import type { ChoosePersonArgs } from "./bindings/ChoosePersonArgs";
import type { ClipDetail } from "./bindings/ClipDetail";
import type { ClipDetailArgs } from "./bindings/ClipDetailArgs";
import type { ClipFacets } from "./bindings/ClipFacets";
import type { ClipFacetsArgs } from "./bindings/ClipFacetsArgs";
import type { ClipPage } from "./bindings/ClipPage";
import type { ClipPageArgs } from "./bindings/ClipPageArgs";
import type { ClipProjection } from "./bindings/ClipProjection";
import type { ClipSelection } from "./bindings/ClipSelection";
import type { ClipVersionView } from "./bindings/ClipVersionView";
import type { ClipVersionsArgs } from "./bindings/ClipVersionsArgs";
import type { CompareLicencesArgs } from "./bindings/CompareLicencesArgs";
import type { CompareMakingsArgs } from "./bindings/CompareMakingsArgs";
import type { ComparePricesArgs } from "./bindings/ComparePricesArgs";
import type { ComparePromptsArgs } from "./bindings/ComparePromptsArgs";
import type { CompareState } from "./bindings/CompareState";
import type { CompareStateArgs } from "./bindings/CompareStateArgs";
import type { CorrectOverheadArgs } from "./bindings/CorrectOverheadArgs";
import type { CorrectTimeArgs } from "./bindings/CorrectTimeArgs";
import type { CreateLibraryArgs } from "./bindings/CreateLibraryArgs";
import type { CreatePilotArgs } from "./bindings/CreatePilotArgs";
import type { CreateSampleArgs } from "./bindings/CreateSampleArgs";
import type { CreateTemplateArgs } from "./bindings/CreateTemplateArgs";
import type { DashboardArgs } from "./bindings/DashboardArgs";
import type { DashboardView } from "./bindings/DashboardView";
import type { DecideArgs } from "./bindings/DecideArgs";
import type { DecisionResult } from "./bindings/DecisionResult";
import type { DeleteNoteArgs } from "./bindings/DeleteNoteArgs";
import type { DeskArgs } from "./bindings/DeskArgs";
import type { DeskView } from "./bindings/DeskView";
import type { DoctorArgs } from "./bindings/DoctorArgs";
import type { DoctorView } from "./bindings/DoctorView";
import type { EditItem } from "./bindings/EditItem";
import type { EditNoteArgs } from "./bindings/EditNoteArgs";
import type { EditQueueArgs } from "./bindings/EditQueueArgs";
import type { ExportChartCsvArgs } from "./bindings/ExportChartCsvArgs";
import type { ExportChartSvgArgs } from "./bindings/ExportChartSvgArgs";
import type { ExportHistoryArgs } from "./bindings/ExportHistoryArgs";
import type { ExportLogArgs } from "./bindings/ExportLogArgs";
import type { ExportNotesArgs } from "./bindings/ExportNotesArgs";
import type { FindNotesArgs } from "./bindings/FindNotesArgs";
import type { FreezePlanArgs } from "./bindings/FreezePlanArgs";
import type { GateRuleView } from "./bindings/GateRuleView";
import type { HistoryOutline } from "./bindings/HistoryOutline";
import type { HistoryOutlineArgs } from "./bindings/HistoryOutlineArgs";
import type { HistoryPageArgs } from "./bindings/HistoryPageArgs";
import type { HistoryRow } from "./bindings/HistoryRow";
import type { HoldArgs } from "./bindings/HoldArgs";
import type { ImportLogArgs } from "./bindings/ImportLogArgs";
import type { ImportPricesArgs } from "./bindings/ImportPricesArgs";
import type { IngestArgs } from "./bindings/IngestArgs";
import type { IngestReport } from "./bindings/IngestReport";
import type { JudgePairArgs } from "./bindings/JudgePairArgs";
import type { KeepBriefDraftArgs } from "./bindings/KeepBriefDraftArgs";
import type { KeepCompareStateArgs } from "./bindings/KeepCompareStateArgs";
import type { KeepNoteDraftsArgs } from "./bindings/KeepNoteDraftsArgs";
import type { LetGoArgs } from "./bindings/LetGoArgs";
import type { LetMakersSignArgs } from "./bindings/LetMakersSignArgs";
import type { LibrarySummary } from "./bindings/LibrarySummary";
import type { LicenceComparison } from "./bindings/LicenceComparison";
import type { LicenceDraft } from "./bindings/LicenceDraft";
import type { LogImportReport } from "./bindings/LogImportReport";
import type { LogPreview } from "./bindings/LogPreview";
import type { MakingComparison } from "./bindings/MakingComparison";
import type { MarkVersionArgs } from "./bindings/MarkVersionArgs";
import type { NamedPromptView } from "./bindings/NamedPromptView";
import type { NewBriefArgs } from "./bindings/NewBriefArgs";
import type { NoteDraft } from "./bindings/NoteDraft";
import type { NoteDraftsArgs } from "./bindings/NoteDraftsArgs";
import type { NoteExport } from "./bindings/NoteExport";
import type { NoteView } from "./bindings/NoteView";
import type { NotesArgs } from "./bindings/NotesArgs";
import type { OpenRecentArgs } from "./bindings/OpenRecentArgs";
import type { OverheadArgs } from "./bindings/OverheadArgs";
import type { OverheadEntryView } from "./bindings/OverheadEntryView";
import type { PairTally } from "./bindings/PairTally";
import type { PairTallyArgs } from "./bindings/PairTallyArgs";
import type { PersonView } from "./bindings/PersonView";
import type { PilotArgs } from "./bindings/PilotArgs";
import type { PilotDecision } from "./bindings/PilotDecision";
import type { PilotSettingsView } from "./bindings/PilotSettingsView";
import type { PilotView } from "./bindings/PilotView";
import type { PlaceholderView } from "./bindings/PlaceholderView";
import type { PlanEstimate } from "./bindings/PlanEstimate";
import type { PlanEstimateArgs } from "./bindings/PlanEstimateArgs";
import type { PlanView } from "./bindings/PlanView";
import type { PlansArgs } from "./bindings/PlansArgs";
import type { PreviewLogArgs } from "./bindings/PreviewLogArgs";
import type { PriceBucketsArgs } from "./bindings/PriceBucketsArgs";
import type { PriceCatalogueView } from "./bindings/PriceCatalogueView";
import type { PriceComparison } from "./bindings/PriceComparison";
import type { PriceImport } from "./bindings/PriceImport";
import type { PriceTiers } from "./bindings/PriceTiers";
import type { Problem } from "./bindings/Problem";
import type { Progress } from "./bindings/Progress";
import type { ProjectionArgs } from "./bindings/ProjectionArgs";
import type { ProjectionClipsArgs } from "./bindings/ProjectionClipsArgs";
import type { ProjectionView } from "./bindings/ProjectionView";
import type { PromptComparison } from "./bindings/PromptComparison";
import type { PromptView } from "./bindings/PromptView";
import type { PutAdviceAsideArgs } from "./bindings/PutAdviceAsideArgs";
import type { PutBriefInPilotArgs } from "./bindings/PutBriefInPilotArgs";
import type { ReadTemplateArgs } from "./bindings/ReadTemplateArgs";
import type { RefineOrRegenerateArgs } from "./bindings/RefineOrRegenerateArgs";
import type { RefineView } from "./bindings/RefineView";
import type { RenameTemplateArgs } from "./bindings/RenameTemplateArgs";
import type { ReportArgs } from "./bindings/ReportArgs";
import type { ReportView } from "./bindings/ReportView";
import type { RetryPreviewArgs } from "./bindings/RetryPreviewArgs";
import type { ReviewQueue } from "./bindings/ReviewQueue";
import type { ReviewQueueArgs } from "./bindings/ReviewQueueArgs";
import type { ReviewSettings } from "./bindings/ReviewSettings";
import type { SaveComparisonArgs } from "./bindings/SaveComparisonArgs";
import type { SavePlanArgs } from "./bindings/SavePlanArgs";
import type { SeenFramesArgs } from "./bindings/SeenFramesArgs";
import type { SeenView } from "./bindings/SeenView";
import type { SetAdviceSettingsArgs } from "./bindings/SetAdviceSettingsArgs";
import type { SetAppearanceArgs } from "./bindings/SetAppearanceArgs";
import type { SetChecklistArgs } from "./bindings/SetChecklistArgs";
import type { SetExchangeRateArgs } from "./bindings/SetExchangeRateArgs";
import type { SetGateRuleArgs } from "./bindings/SetGateRuleArgs";
import type { SetKeysArgs } from "./bindings/SetKeysArgs";
import type { SetLicenceBandsArgs } from "./bindings/SetLicenceBandsArgs";
import type { SetMenuArgs } from "./bindings/SetMenuArgs";
import type { SetPassphraseArgs } from "./bindings/SetPassphraseArgs";
import type { SetPilotSettingsArgs } from "./bindings/SetPilotSettingsArgs";
import type { SetPriceTiersArgs } from "./bindings/SetPriceTiersArgs";
import type { SetReviewSettingsArgs } from "./bindings/SetReviewSettingsArgs";
import type { SetStandingExclusionsArgs } from "./bindings/SetStandingExclusionsArgs";
import type { ShowFailedFileArgs } from "./bindings/ShowFailedFileArgs";
import type { ShowFileArgs } from "./bindings/ShowFileArgs";
import type { SignArgs } from "./bindings/SignArgs";
import type { SignOffQueue } from "./bindings/SignOffQueue";
import type { SignOffQueueArgs } from "./bindings/SignOffQueueArgs";
import type { SignOffSheetArgs } from "./bindings/SignOffSheetArgs";
import type { SourceView } from "./bindings/SourceView";
import type { StartView } from "./bindings/StartView";
import type { TemplateReading } from "./bindings/TemplateReading";
import type { TemplateView } from "./bindings/TemplateView";
import type { TimeView } from "./bindings/TimeView";
import type { UndoArgs } from "./bindings/UndoArgs";
import type { UndoOnArgs } from "./bindings/UndoOnArgs";
import type { UpdatePersonArgs } from "./bindings/UpdatePersonArgs";
import type { UsePromptArgs } from "./bindings/UsePromptArgs";
import type { VerifyArgs } from "./bindings/VerifyArgs";
import type { VerifyView } from "./bindings/VerifyView";
import type { VersionArgs } from "./bindings/VersionArgs";
import type { WithdrawPriceArgs } from "./bindings/WithdrawPriceArgs";
import type { WriteReportArgs } from "./bindings/WriteReportArgs";
import type { WriteTemplateArgs } from "./bindings/WriteTemplateArgs";

/** Every command of the app. A refused one rejects with a `Problem`. */
export interface Commands {
  // The library that is open, and how the app was started.
  start(): Promise<StartView>;
  started(): Promise<StartView>;
  problems(): Promise<Array<Problem>>;
  asked_for(): Promise<AskedFor | null>;
  open_asked_for(): Promise<LibrarySummary>;
  create_library(args: CreateLibraryArgs): Promise<LibrarySummary | null>;
  open_library(): Promise<LibrarySummary | null>;
  open_recent(args: OpenRecentArgs): Promise<LibrarySummary>;
  create_sample(args: CreateSampleArgs, onProgress: (progress: Progress) => void): Promise<LibrarySummary>;
  close_library(): Promise<null>;
  backup(onProgress: (progress: Progress) => void): Promise<string | null>;
  doctor(args: DoctorArgs, onProgress: (progress: Progress) => void): Promise<DoctorView>;
  verify(args: VerifyArgs, onProgress: (progress: Progress) => void): Promise<VerifyView>;
  set_appearance(args: SetAppearanceArgs): Promise<null>;
  set_keys(args: SetKeysArgs): Promise<null>;
  choose_person(args: ChoosePersonArgs): Promise<LibrarySummary>;
  set_menu(args: SetMenuArgs): Promise<null>;

  // The people of the library.
  people(): Promise<Array<PersonView>>;
  add_person(args: AddPersonArgs): Promise<PersonView>;
  update_person(args: UpdatePersonArgs): Promise<PersonView>;

  // Pilots, briefs and their numbers.
  pilots(): Promise<Array<PilotView>>;
  pilot(args: PilotArgs): Promise<PilotView>;
  create_pilot(args: CreatePilotArgs): Promise<PilotView>;
  pilot_settings(args: PilotArgs): Promise<PilotSettingsView>;
  set_pilot_settings(args: SetPilotSettingsArgs): Promise<PilotView>;
  pilot_decision(args: PilotArgs): Promise<PilotDecision>;
  briefs(): Promise<Array<BriefView>>;
  put_brief_in_pilot(args: PutBriefInPilotArgs): Promise<BriefView>;
  report(args: ReportArgs): Promise<ReportView>;

  // Prices: the catalogue, settings side by side, buckets, licence bands, exchange rates.
  price_catalogue(): Promise<PriceCatalogueView>;
  add_price(args: AddPriceArgs): Promise<AddedPrice>;
  withdraw_price(args: WithdrawPriceArgs): Promise<PriceCatalogueView>;
  set_exchange_rate(args: SetExchangeRateArgs): Promise<PriceCatalogueView>;
  choose_price_list(): Promise<PriceImport | null>;
  import_prices(args: ImportPricesArgs): Promise<PriceImport>;
  compare_prices(args: ComparePricesArgs): Promise<PriceComparison>;
  price_tiers(): Promise<PriceTiers>;
  set_price_tiers(args: SetPriceTiersArgs): Promise<null>;
  bucket_presets(): Promise<Array<BucketPresetView>>;
  price_buckets(args: PriceBucketsArgs): Promise<BucketAnswer>;
  licence_bands(): Promise<LicenceDraft>;
  set_licence_bands(args: SetLicenceBandsArgs): Promise<null>;
  compare_licences(args: CompareLicencesArgs): Promise<LicenceComparison>;

  // The screen where a brief is written.
  brief_presets(): Promise<BriefPresets>;
  brief_writing(args: BriefArgs): Promise<BriefWriting>;
  new_brief(args: NewBriefArgs): Promise<BriefId>;
  duplicate_brief(args: BriefArgs): Promise<BriefId>;
  keep_brief_draft(args: KeepBriefDraftArgs): Promise<BriefCheck>;
  make_brief_revision(args: BriefArgs): Promise<BriefWriting>;
  discard_brief_draft(args: BriefArgs): Promise<BriefWriting>;
  brief_difference(args: BriefDifferenceArgs): Promise<BriefDifference>;
  brief_at_revision(args: BriefAtRevisionArgs): Promise<BriefForm>;
  import_briefs(): Promise<Array<BriefId> | null>;
  export_brief(args: BriefArgs): Promise<string | null>;

  // The Prompts screen.
  templates(): Promise<Array<TemplateView>>;
  named_prompts(): Promise<Array<NamedPromptView>>;
  prompt_placeholders(): Promise<Array<PlaceholderView>>;
  read_template(args: ReadTemplateArgs): Promise<TemplateReading>;
  create_template(args: CreateTemplateArgs): Promise<TemplateView>;
  rename_template(args: RenameTemplateArgs): Promise<TemplateView>;
  new_template_version(args: VersionArgs): Promise<TemplateView>;
  write_template(args: WriteTemplateArgs): Promise<null>;
  discard_template_version(args: VersionArgs): Promise<TemplateView>;
  mark_template_version(args: MarkVersionArgs): Promise<TemplateView>;
  approve_template_version(args: ApproveVersionArgs): Promise<TemplateView>;
  use_prompt(args: UsePromptArgs): Promise<PromptView>;
  compare_prompts(args: ComparePromptsArgs): Promise<PromptComparison>;
  standing_exclusions(): Promise<Array<string>>;
  set_standing_exclusions(args: SetStandingExclusionsArgs): Promise<Array<string>>;

  // The pilot page.
  dashboard(args: DashboardArgs): Promise<DashboardView>;
  overhead(args: OverheadArgs): Promise<Array<OverheadEntryView>>;
  add_overhead(args: AddOverheadArgs): Promise<null>;
  correct_overhead(args: CorrectOverheadArgs): Promise<null>;
  put_advice_aside(args: PutAdviceAsideArgs): Promise<null>;
  advice_settings(): Promise<AdviceSettings>;
  set_advice_settings(args: SetAdviceSettingsArgs): Promise<null>;
  refine_or_regenerate(args: RefineOrRegenerateArgs): Promise<RefineView>;
  export_chart_csv(args: ExportChartCsvArgs): Promise<string | null>;
  export_chart_svg(args: ExportChartSvgArgs): Promise<string | null>;

  // Runs before they are paid for.
  plan_estimate(args: PlanEstimateArgs): Promise<PlanEstimate>;
  attempt_sources(): Promise<Array<SourceView>>;
  plans(args: PlansArgs): Promise<Array<PlanView>>;
  save_plan(args: SavePlanArgs): Promise<PlanView>;
  freeze_plan(args: FreezePlanArgs): Promise<PlanView>;
  projection(args: ProjectionArgs): Promise<ProjectionView>;
  projection_clips(args: ProjectionClipsArgs): Promise<Array<ClipProjection>>;

  // The Clips screen.
  clip_page(args: ClipPageArgs): Promise<ClipPage>;
  clip_facets(args: ClipFacetsArgs): Promise<ClipFacets>;
  clip_detail(args: ClipDetailArgs): Promise<ClipDetail>;
  show_file(args: ShowFileArgs): Promise<null>;
  clips_in_preparation(): Promise<number>;
  retry_preview(args: RetryPreviewArgs): Promise<null>;

  // The edit step.
  edit_queue(args: EditQueueArgs): Promise<Array<EditItem>>;
  clip_versions(args: ClipVersionsArgs): Promise<Array<ClipVersionView>>;
  choose_version(): Promise<ClipSelection | null>;
  add_version(args: AddVersionArgs, onProgress: (progress: Progress) => void): Promise<AddedVersion>;

  // The history.
  history_outline(args: HistoryOutlineArgs): Promise<HistoryOutline>;
  history_page(args: HistoryPageArgs): Promise<Array<HistoryRow>>;
  export_history(args: ExportHistoryArgs): Promise<string | null>;

  // Bringing clips in.
  choose_clips(): Promise<ClipSelection | null>;
  dropped_clips(): Promise<ClipSelection | null>;
  ingest(args: IngestArgs, onProgress: (progress: Progress) => void): Promise<IngestReport>;
  show_failed_file(args: ShowFailedFileArgs): Promise<null>;
  cancel(args: CancelArgs): Promise<null>;

  // Logs in and out.
  choose_log(): Promise<LogPreview | null>;
  preview_log(args: PreviewLogArgs): Promise<LogPreview>;
  import_log(args: ImportLogArgs, onProgress: (progress: Progress) => void): Promise<LogImportReport>;
  export_log(args: ExportLogArgs, onProgress: (progress: Progress) => void): Promise<string | null>;

  // The report of a pilot as a file.
  write_report(args: WriteReportArgs, onProgress: (progress: Progress) => void): Promise<string | null>;
  show_report(): Promise<null>;

  // The review room.
  review_queue(args: ReviewQueueArgs): Promise<ReviewQueue>;
  decide(args: DecideArgs): Promise<DecisionResult>;
  undo(args: UndoArgs): Promise<DecisionResult>;
  undo_on(args: UndoOnArgs): Promise<DecisionResult>;
  hold(args: HoldArgs): Promise<null>;
  let_go(args: LetGoArgs): Promise<null>;
  add_time(args: AddTimeArgs): Promise<null>;
  correct_time(args: CorrectTimeArgs): Promise<Array<TimeView>>;
  seen_frames(args: SeenFramesArgs): Promise<SeenView>;
  add_seen_frames(args: AddSeenFramesArgs): Promise<SeenView>;
  review_settings(): Promise<ReviewSettings>;
  set_review_settings(args: SetReviewSettingsArgs): Promise<null>;

  // Notes on frames.
  notes(args: NotesArgs): Promise<Array<NoteView>>;
  find_notes(args: FindNotesArgs): Promise<Array<NoteView>>;
  add_note(args: AddNoteArgs): Promise<NoteView>;
  edit_note(args: EditNoteArgs): Promise<NoteView>;
  delete_note(args: DeleteNoteArgs): Promise<null>;
  carry_notes_over(args: CarryNotesOverArgs): Promise<Array<NoteView>>;
  note_drafts(args: NoteDraftsArgs): Promise<Array<NoteDraft>>;
  keep_note_drafts(args: KeepNoteDraftsArgs): Promise<null>;
  export_notes(args: ExportNotesArgs, onProgress: (progress: Progress) => void): Promise<NoteExport | null>;

  // Comparing takes.
  compare_state(args: CompareStateArgs): Promise<CompareState | null>;
  keep_compare_state(args: KeepCompareStateArgs): Promise<null>;
  compare_makings(args: CompareMakingsArgs): Promise<MakingComparison>;
  judge_pair(args: JudgePairArgs): Promise<null>;
  pair_tally(args: PairTallyArgs): Promise<PairTally>;
  save_comparison(args: SaveComparisonArgs): Promise<string | null>;

  // The sign-off desk.
  sign_off_queue(args: SignOffQueueArgs): Promise<SignOffQueue>;
  desk(args: DeskArgs): Promise<DeskView>;
  answer_gate(args: AnswerGateArgs): Promise<DeskView>;
  sign(args: SignArgs): Promise<DecisionResult>;
  export_sign_off_sheet(args: SignOffSheetArgs): Promise<string | null>;
  set_passphrase(args: SetPassphraseArgs): Promise<PersonView>;
  gate_rules(): Promise<Array<GateRuleView>>;
  set_gate_rule(args: SetGateRuleArgs): Promise<Array<GateRuleView>>;
  reset_gate_rules(): Promise<Array<GateRuleView>>;
  checklists(): Promise<Array<ChecklistView>>;
  set_checklist(args: SetChecklistArgs): Promise<Array<ChecklistView>>;
  let_makers_sign(args: LetMakersSignArgs): Promise<null>;
}

/** Carries one command to the app: its name, its arguments, and where its progress goes. */
export type Transport = (command: string, args?: object, onProgress?: (progress: unknown) => void) => Promise<unknown>;

/** The commands over a transport. */
export function commandsOver(call: Transport): Commands {
  return {
    start: () => call("start") as Promise<StartView>,
    started: () => call("started") as Promise<StartView>,
    problems: () => call("problems") as Promise<Array<Problem>>,
    asked_for: () => call("asked_for") as Promise<AskedFor | null>,
    open_asked_for: () => call("open_asked_for") as Promise<LibrarySummary>,
    create_library: (args) => call("create_library", args) as Promise<LibrarySummary | null>,
    open_library: () => call("open_library") as Promise<LibrarySummary | null>,
    open_recent: (args) => call("open_recent", args) as Promise<LibrarySummary>,
    create_sample: (args, onProgress) => call("create_sample", args, onProgress as (progress: unknown) => void) as Promise<LibrarySummary>,
    close_library: () => call("close_library") as Promise<null>,
    backup: (onProgress) => call("backup", undefined, onProgress as (progress: unknown) => void) as Promise<string | null>,
    doctor: (args, onProgress) => call("doctor", args, onProgress as (progress: unknown) => void) as Promise<DoctorView>,
    verify: (args, onProgress) => call("verify", args, onProgress as (progress: unknown) => void) as Promise<VerifyView>,
    set_appearance: (args) => call("set_appearance", args) as Promise<null>,
    set_keys: (args) => call("set_keys", args) as Promise<null>,
    choose_person: (args) => call("choose_person", args) as Promise<LibrarySummary>,
    set_menu: (args) => call("set_menu", args) as Promise<null>,
    people: () => call("people") as Promise<Array<PersonView>>,
    add_person: (args) => call("add_person", args) as Promise<PersonView>,
    update_person: (args) => call("update_person", args) as Promise<PersonView>,
    pilots: () => call("pilots") as Promise<Array<PilotView>>,
    pilot: (args) => call("pilot", args) as Promise<PilotView>,
    create_pilot: (args) => call("create_pilot", args) as Promise<PilotView>,
    pilot_settings: (args) => call("pilot_settings", args) as Promise<PilotSettingsView>,
    set_pilot_settings: (args) => call("set_pilot_settings", args) as Promise<PilotView>,
    pilot_decision: (args) => call("pilot_decision", args) as Promise<PilotDecision>,
    briefs: () => call("briefs") as Promise<Array<BriefView>>,
    put_brief_in_pilot: (args) => call("put_brief_in_pilot", args) as Promise<BriefView>,
    report: (args) => call("report", args) as Promise<ReportView>,
    price_catalogue: () => call("price_catalogue") as Promise<PriceCatalogueView>,
    add_price: (args) => call("add_price", args) as Promise<AddedPrice>,
    withdraw_price: (args) => call("withdraw_price", args) as Promise<PriceCatalogueView>,
    set_exchange_rate: (args) => call("set_exchange_rate", args) as Promise<PriceCatalogueView>,
    choose_price_list: () => call("choose_price_list") as Promise<PriceImport | null>,
    import_prices: (args) => call("import_prices", args) as Promise<PriceImport>,
    compare_prices: (args) => call("compare_prices", args) as Promise<PriceComparison>,
    price_tiers: () => call("price_tiers") as Promise<PriceTiers>,
    set_price_tiers: (args) => call("set_price_tiers", args) as Promise<null>,
    bucket_presets: () => call("bucket_presets") as Promise<Array<BucketPresetView>>,
    price_buckets: (args) => call("price_buckets", args) as Promise<BucketAnswer>,
    licence_bands: () => call("licence_bands") as Promise<LicenceDraft>,
    set_licence_bands: (args) => call("set_licence_bands", args) as Promise<null>,
    compare_licences: (args) => call("compare_licences", args) as Promise<LicenceComparison>,
    brief_presets: () => call("brief_presets") as Promise<BriefPresets>,
    brief_writing: (args) => call("brief_writing", args) as Promise<BriefWriting>,
    new_brief: (args) => call("new_brief", args) as Promise<BriefId>,
    duplicate_brief: (args) => call("duplicate_brief", args) as Promise<BriefId>,
    keep_brief_draft: (args) => call("keep_brief_draft", args) as Promise<BriefCheck>,
    make_brief_revision: (args) => call("make_brief_revision", args) as Promise<BriefWriting>,
    discard_brief_draft: (args) => call("discard_brief_draft", args) as Promise<BriefWriting>,
    brief_difference: (args) => call("brief_difference", args) as Promise<BriefDifference>,
    brief_at_revision: (args) => call("brief_at_revision", args) as Promise<BriefForm>,
    import_briefs: () => call("import_briefs") as Promise<Array<BriefId> | null>,
    export_brief: (args) => call("export_brief", args) as Promise<string | null>,
    templates: () => call("templates") as Promise<Array<TemplateView>>,
    named_prompts: () => call("named_prompts") as Promise<Array<NamedPromptView>>,
    prompt_placeholders: () => call("prompt_placeholders") as Promise<Array<PlaceholderView>>,
    read_template: (args) => call("read_template", args) as Promise<TemplateReading>,
    create_template: (args) => call("create_template", args) as Promise<TemplateView>,
    rename_template: (args) => call("rename_template", args) as Promise<TemplateView>,
    new_template_version: (args) => call("new_template_version", args) as Promise<TemplateView>,
    write_template: (args) => call("write_template", args) as Promise<null>,
    discard_template_version: (args) => call("discard_template_version", args) as Promise<TemplateView>,
    mark_template_version: (args) => call("mark_template_version", args) as Promise<TemplateView>,
    approve_template_version: (args) => call("approve_template_version", args) as Promise<TemplateView>,
    use_prompt: (args) => call("use_prompt", args) as Promise<PromptView>,
    compare_prompts: (args) => call("compare_prompts", args) as Promise<PromptComparison>,
    standing_exclusions: () => call("standing_exclusions") as Promise<Array<string>>,
    set_standing_exclusions: (args) => call("set_standing_exclusions", args) as Promise<Array<string>>,
    dashboard: (args) => call("dashboard", args) as Promise<DashboardView>,
    overhead: (args) => call("overhead", args) as Promise<Array<OverheadEntryView>>,
    add_overhead: (args) => call("add_overhead", args) as Promise<null>,
    correct_overhead: (args) => call("correct_overhead", args) as Promise<null>,
    put_advice_aside: (args) => call("put_advice_aside", args) as Promise<null>,
    advice_settings: () => call("advice_settings") as Promise<AdviceSettings>,
    set_advice_settings: (args) => call("set_advice_settings", args) as Promise<null>,
    refine_or_regenerate: (args) => call("refine_or_regenerate", args) as Promise<RefineView>,
    export_chart_csv: (args) => call("export_chart_csv", args) as Promise<string | null>,
    export_chart_svg: (args) => call("export_chart_svg", args) as Promise<string | null>,
    plan_estimate: (args) => call("plan_estimate", args) as Promise<PlanEstimate>,
    attempt_sources: () => call("attempt_sources") as Promise<Array<SourceView>>,
    plans: (args) => call("plans", args) as Promise<Array<PlanView>>,
    save_plan: (args) => call("save_plan", args) as Promise<PlanView>,
    freeze_plan: (args) => call("freeze_plan", args) as Promise<PlanView>,
    projection: (args) => call("projection", args) as Promise<ProjectionView>,
    projection_clips: (args) => call("projection_clips", args) as Promise<Array<ClipProjection>>,
    clip_page: (args) => call("clip_page", args) as Promise<ClipPage>,
    clip_facets: (args) => call("clip_facets", args) as Promise<ClipFacets>,
    clip_detail: (args) => call("clip_detail", args) as Promise<ClipDetail>,
    show_file: (args) => call("show_file", args) as Promise<null>,
    clips_in_preparation: () => call("clips_in_preparation") as Promise<number>,
    retry_preview: (args) => call("retry_preview", args) as Promise<null>,
    edit_queue: (args) => call("edit_queue", args) as Promise<Array<EditItem>>,
    clip_versions: (args) => call("clip_versions", args) as Promise<Array<ClipVersionView>>,
    choose_version: () => call("choose_version") as Promise<ClipSelection | null>,
    add_version: (args, onProgress) => call("add_version", args, onProgress as (progress: unknown) => void) as Promise<AddedVersion>,
    history_outline: (args) => call("history_outline", args) as Promise<HistoryOutline>,
    history_page: (args) => call("history_page", args) as Promise<Array<HistoryRow>>,
    export_history: (args) => call("export_history", args) as Promise<string | null>,
    choose_clips: () => call("choose_clips") as Promise<ClipSelection | null>,
    dropped_clips: () => call("dropped_clips") as Promise<ClipSelection | null>,
    ingest: (args, onProgress) => call("ingest", args, onProgress as (progress: unknown) => void) as Promise<IngestReport>,
    show_failed_file: (args) => call("show_failed_file", args) as Promise<null>,
    cancel: (args) => call("cancel", args) as Promise<null>,
    choose_log: () => call("choose_log") as Promise<LogPreview | null>,
    preview_log: (args) => call("preview_log", args) as Promise<LogPreview>,
    import_log: (args, onProgress) => call("import_log", args, onProgress as (progress: unknown) => void) as Promise<LogImportReport>,
    export_log: (args, onProgress) => call("export_log", args, onProgress as (progress: unknown) => void) as Promise<string | null>,
    write_report: (args, onProgress) => call("write_report", args, onProgress as (progress: unknown) => void) as Promise<string | null>,
    show_report: () => call("show_report") as Promise<null>,
    review_queue: (args) => call("review_queue", args) as Promise<ReviewQueue>,
    decide: (args) => call("decide", args) as Promise<DecisionResult>,
    undo: (args) => call("undo", args) as Promise<DecisionResult>,
    undo_on: (args) => call("undo_on", args) as Promise<DecisionResult>,
    hold: (args) => call("hold", args) as Promise<null>,
    let_go: (args) => call("let_go", args) as Promise<null>,
    add_time: (args) => call("add_time", args) as Promise<null>,
    correct_time: (args) => call("correct_time", args) as Promise<Array<TimeView>>,
    seen_frames: (args) => call("seen_frames", args) as Promise<SeenView>,
    add_seen_frames: (args) => call("add_seen_frames", args) as Promise<SeenView>,
    review_settings: () => call("review_settings") as Promise<ReviewSettings>,
    set_review_settings: (args) => call("set_review_settings", args) as Promise<null>,
    notes: (args) => call("notes", args) as Promise<Array<NoteView>>,
    find_notes: (args) => call("find_notes", args) as Promise<Array<NoteView>>,
    add_note: (args) => call("add_note", args) as Promise<NoteView>,
    edit_note: (args) => call("edit_note", args) as Promise<NoteView>,
    delete_note: (args) => call("delete_note", args) as Promise<null>,
    carry_notes_over: (args) => call("carry_notes_over", args) as Promise<Array<NoteView>>,
    note_drafts: (args) => call("note_drafts", args) as Promise<Array<NoteDraft>>,
    keep_note_drafts: (args) => call("keep_note_drafts", args) as Promise<null>,
    export_notes: (args, onProgress) => call("export_notes", args, onProgress as (progress: unknown) => void) as Promise<NoteExport | null>,
    compare_state: (args) => call("compare_state", args) as Promise<CompareState | null>,
    keep_compare_state: (args) => call("keep_compare_state", args) as Promise<null>,
    compare_makings: (args) => call("compare_makings", args) as Promise<MakingComparison>,
    judge_pair: (args) => call("judge_pair", args) as Promise<null>,
    pair_tally: (args) => call("pair_tally", args) as Promise<PairTally>,
    save_comparison: (args) => call("save_comparison", args) as Promise<string | null>,
    sign_off_queue: (args) => call("sign_off_queue", args) as Promise<SignOffQueue>,
    desk: (args) => call("desk", args) as Promise<DeskView>,
    answer_gate: (args) => call("answer_gate", args) as Promise<DeskView>,
    sign: (args) => call("sign", args) as Promise<DecisionResult>,
    export_sign_off_sheet: (args) => call("export_sign_off_sheet", args) as Promise<string | null>,
    set_passphrase: (args) => call("set_passphrase", args) as Promise<PersonView>,
    gate_rules: () => call("gate_rules") as Promise<Array<GateRuleView>>,
    set_gate_rule: (args) => call("set_gate_rule", args) as Promise<Array<GateRuleView>>,
    reset_gate_rules: () => call("reset_gate_rules") as Promise<Array<GateRuleView>>,
    checklists: () => call("checklists") as Promise<Array<ChecklistView>>,
    set_checklist: (args) => call("set_checklist", args) as Promise<Array<ChecklistView>>,
    let_makers_sign: (args) => call("let_makers_sign", args) as Promise<null>,
  };
}
