// The one list of commands: name, arguments, result, progress. It is read twice: by `build.rs`, which makes a
// permission for each, and by `ipc/mod.rs`, which makes the handler and the TypeScript client from it.
commands! {
    /// The library that is open, and how the app was started.
    library {
        start() -> StartView;
        started() -> StartView;
        problems() -> Vec<Problem>;
        asked_for() -> Option<AskedFor>;
        open_asked_for() -> LibrarySummary;
        create_library(CreateLibraryArgs) -> Option<LibrarySummary>;
        open_library() -> Option<LibrarySummary>;
        open_recent(OpenRecentArgs) -> LibrarySummary;
        create_sample(CreateSampleArgs) -> LibrarySummary, progress Progress;
        close_library() -> ();
        backup() -> Option<String>, progress Progress;
        doctor(DoctorArgs) -> DoctorView, progress Progress;
        verify(VerifyArgs) -> VerifyView, progress Progress;
        set_appearance(SetAppearanceArgs) -> ();
        set_keys(SetKeysArgs) -> ();
        choose_person(ChoosePersonArgs) -> LibrarySummary;
        set_menu(SetMenuArgs) -> ();
    }
    /// The people of the library.
    people {
        people() -> Vec<PersonView>;
        add_person(AddPersonArgs) -> PersonView;
        update_person(UpdatePersonArgs) -> PersonView;
    }
    /// Pilots, briefs and their numbers.
    pilots {
        pilots() -> Vec<PilotView>;
        pilot(PilotArgs) -> PilotView;
        create_pilot(CreatePilotArgs) -> PilotView;
        pilot_settings(PilotArgs) -> PilotSettingsView;
        set_pilot_settings(SetPilotSettingsArgs) -> PilotView;
        pilot_decision(PilotArgs) -> PilotDecision;
        briefs() -> Vec<BriefView>;
        put_brief_in_pilot(PutBriefInPilotArgs) -> BriefView;
        report(ReportArgs) -> ReportView;
    }
    /// Prices: the catalogue, settings side by side, buckets, licence bands, exchange rates.
    prices {
        price_catalogue() -> PriceCatalogueView;
        add_price(AddPriceArgs) -> AddedPrice;
        withdraw_price(WithdrawPriceArgs) -> PriceCatalogueView;
        set_exchange_rate(SetExchangeRateArgs) -> PriceCatalogueView;
        choose_price_list() -> Option<PriceImport>;
        import_prices(ImportPricesArgs) -> PriceImport;
        compare_prices(ComparePricesArgs) -> PriceComparison;
        price_tiers() -> PriceTiers;
        set_price_tiers(SetPriceTiersArgs) -> ();
        bucket_presets() -> Vec<BucketPresetView>;
        price_buckets(PriceBucketsArgs) -> BucketAnswer;
        licence_bands() -> LicenceDraft;
        set_licence_bands(SetLicenceBandsArgs) -> ();
        compare_licences(CompareLicencesArgs) -> LicenceComparison;
    }
    /// The screen where a brief is written.
    briefs {
        brief_presets() -> BriefPresets;
        brief_writing(BriefArgs) -> BriefWriting;
        new_brief(NewBriefArgs) -> BriefId;
        duplicate_brief(BriefArgs) -> BriefId;
        keep_brief_draft(KeepBriefDraftArgs) -> BriefCheck;
        make_brief_revision(BriefArgs) -> BriefWriting;
        discard_brief_draft(BriefArgs) -> BriefWriting;
        brief_difference(BriefDifferenceArgs) -> BriefDifference;
        brief_at_revision(BriefAtRevisionArgs) -> BriefForm;
        import_briefs() -> Option<Vec<BriefId>>;
        export_brief(BriefArgs) -> Option<String>;
    }
    /// The Prompts screen.
    prompts {
        templates() -> Vec<TemplateView>;
        named_prompts() -> Vec<NamedPromptView>;
        prompt_placeholders() -> Vec<PlaceholderView>;
        read_template(ReadTemplateArgs) -> TemplateReading;
        create_template(CreateTemplateArgs) -> TemplateView;
        rename_template(RenameTemplateArgs) -> TemplateView;
        new_template_version(VersionArgs) -> TemplateView;
        write_template(WriteTemplateArgs) -> ();
        discard_template_version(VersionArgs) -> TemplateView;
        mark_template_version(MarkVersionArgs) -> TemplateView;
        approve_template_version(ApproveVersionArgs) -> TemplateView;
        use_prompt(UsePromptArgs) -> PromptView;
        compare_prompts(ComparePromptsArgs) -> PromptComparison;
        standing_exclusions() -> Vec<String>;
        set_standing_exclusions(SetStandingExclusionsArgs) -> Vec<String>;
    }
    /// The pilot page.
    dashboard {
        dashboard(DashboardArgs) -> DashboardView;
        overhead(OverheadArgs) -> Vec<OverheadEntryView>;
        add_overhead(AddOverheadArgs) -> ();
        correct_overhead(CorrectOverheadArgs) -> ();
        put_advice_aside(PutAdviceAsideArgs) -> ();
        advice_settings() -> AdviceSettings;
        set_advice_settings(SetAdviceSettingsArgs) -> ();
        refine_or_regenerate(RefineOrRegenerateArgs) -> RefineView;
        export_chart_csv(ExportChartCsvArgs) -> Option<String>;
        export_chart_svg(ExportChartSvgArgs) -> Option<String>;
    }
    /// Runs before they are paid for.
    estimate {
        plan_estimate(PlanEstimateArgs) -> PlanEstimate;
        attempt_sources() -> Vec<SourceView>;
        plans(PlansArgs) -> Vec<PlanView>;
        save_plan(SavePlanArgs) -> PlanView;
        freeze_plan(FreezePlanArgs) -> PlanView;
        projection(ProjectionArgs) -> ProjectionView;
        projection_clips(ProjectionClipsArgs) -> Vec<ClipProjection>;
    }
    /// The Clips screen.
    clips {
        clip_page(ClipPageArgs) -> ClipPage;
        clip_facets(ClipFacetsArgs) -> ClipFacets;
        clip_detail(ClipDetailArgs) -> ClipDetail;
        show_file(ShowFileArgs) -> ();
        clips_in_preparation() -> u32;
        retry_preview(RetryPreviewArgs) -> ();
    }
    /// The edit step.
    edit {
        edit_queue(EditQueueArgs) -> Vec<EditItem>;
        clip_versions(ClipVersionsArgs) -> Vec<ClipVersionView>;
        choose_version() -> Option<ClipSelection>;
        add_version(AddVersionArgs) -> AddedVersion, progress Progress;
    }
    /// The history.
    history {
        history_outline(HistoryOutlineArgs) -> HistoryOutline;
        history_page(HistoryPageArgs) -> Vec<HistoryRow>;
        export_history(ExportHistoryArgs) -> Option<String>;
    }
    /// Bringing clips in.
    ingest {
        choose_clips() -> Option<ClipSelection>;
        dropped_clips() -> Option<ClipSelection>;
        ingest(IngestArgs) -> IngestReport, progress Progress;
        show_failed_file(ShowFailedFileArgs) -> ();
        cancel(CancelArgs) -> ();
    }
    /// Logs in and out.
    log {
        choose_log() -> Option<LogPreview>;
        preview_log(PreviewLogArgs) -> LogPreview;
        import_log(ImportLogArgs) -> LogImportReport, progress Progress;
        export_log(ExportLogArgs) -> Option<String>, progress Progress;
    }
    /// The report of a pilot as a file.
    reports {
        write_report(WriteReportArgs) -> Option<String>, progress Progress;
        show_report() -> ();
    }
    /// The review room.
    review {
        review_queue(ReviewQueueArgs) -> ReviewQueue;
        decide(DecideArgs) -> DecisionResult;
        undo(UndoArgs) -> DecisionResult;
        undo_on(UndoOnArgs) -> DecisionResult;
        hold(HoldArgs) -> ();
        let_go(LetGoArgs) -> ();
        add_time(AddTimeArgs) -> ();
        correct_time(CorrectTimeArgs) -> Vec<TimeView>;
        seen_frames(SeenFramesArgs) -> SeenView;
        add_seen_frames(AddSeenFramesArgs) -> SeenView;
        review_settings() -> ReviewSettings;
        set_review_settings(SetReviewSettingsArgs) -> ();
    }
    /// Notes on frames.
    notes {
        notes(NotesArgs) -> Vec<NoteView>;
        find_notes(FindNotesArgs) -> Vec<NoteView>;
        add_note(AddNoteArgs) -> NoteView;
        edit_note(EditNoteArgs) -> NoteView;
        delete_note(DeleteNoteArgs) -> ();
        carry_notes_over(CarryNotesOverArgs) -> Vec<NoteView>;
        note_drafts(NoteDraftsArgs) -> Vec<NoteDraft>;
        keep_note_drafts(KeepNoteDraftsArgs) -> ();
        export_notes(ExportNotesArgs) -> Option<NoteExport>, progress Progress;
    }
    /// Comparing takes.
    compare {
        compare_state(CompareStateArgs) -> Option<CompareState>;
        keep_compare_state(KeepCompareStateArgs) -> ();
        compare_makings(CompareMakingsArgs) -> MakingComparison;
        judge_pair(JudgePairArgs) -> ();
        pair_tally(PairTallyArgs) -> PairTally;
        save_comparison(SaveComparisonArgs) -> Option<String>;
    }
    /// The sign-off desk.
    sign_off {
        sign_off_queue(SignOffQueueArgs) -> SignOffQueue;
        desk(DeskArgs) -> DeskView;
        answer_gate(AnswerGateArgs) -> DeskView;
        sign(SignArgs) -> DecisionResult;
        export_sign_off_sheet(SignOffSheetArgs) -> Option<String>;
        set_passphrase(SetPassphraseArgs) -> PersonView;
        gate_rules() -> Vec<GateRuleView>;
        set_gate_rule(SetGateRuleArgs) -> Vec<GateRuleView>;
        reset_gate_rules() -> Vec<GateRuleView>;
        checklists() -> Vec<ChecklistView>;
        set_checklist(SetChecklistArgs) -> Vec<ChecklistView>;
        let_makers_sign(LetMakersSignArgs) -> ();
    }
}
