//! The pilot page's data on real libraries: the worked pilot, its parts, its files, and everything that is not known.
#![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

use camino::Utf8PathBuf;
use circletake_app::view::dashboard::{
    ChartName, DashboardFilter, DashboardRequest, DashboardView, NewOverheadRequest, OverheadFor,
};
use circletake_app::view::pilot::Scope;
use circletake_app::{OpenLibrary, OpenMode, Surroundings};
use circletake_domain::advice::{AdviceKind, RefineVerdict};
use circletake_domain::day::Day;
use circletake_domain::frame::Microseconds;
use circletake_domain::id::{BriefId, GenerationId, ModelName, PilotId, PromptId};
use circletake_domain::money::{CostBasis, Currency};
use circletake_domain::overhead::OverheadKind;
use circletake_domain::person::Role;
use circletake_domain::reason::RejectionReason;
use circletake_domain::record::LogRecord;
use circletake_domain::status::Status;
use circletake_domain::timestamp::Timestamp;
use circletake_media::{MediaPool, PoolOptions};
use circletake_store::{ImportKind, Library, LibraryFolder, SpentTime, TimeKind, TimeSource};
use rust_decimal::Decimal;

struct Sandbox {
    library: OpenLibrary,
    pilot: PilotId,
    _folder: tempfile::TempDir,
}

fn surroundings() -> Surroundings {
    let media = MediaPool::new(PoolOptions::new(env!("CARGO_BIN_EXE_torture-kill")));
    Surroundings {
        background: false,
        ..Surroundings::new(media)
    }
}

fn record(number: u32, status: Status, cost: Option<&str>) -> LogRecord {
    let mut record = LogRecord::new(
        GenerationId::numbered(number.into()),
        BriefId::new(if number.is_multiple_of(2) { "bf_even" } else { "bf_odd" }).unwrap(),
        status,
    );
    record.model = Some(ModelName::new(if number.is_multiple_of(3) { "=model" } else { "other" }).unwrap());
    record.prompt_id = Some(PromptId::new("pr_1").unwrap());
    record.prompt_version = Some(format!("v{}", number % 2 + 1));
    record.rejection_reason = status.needs_reason().then_some(RejectionReason::TooGeneric);
    record.generation_cost = cost.map(|cost| cost.parse().unwrap());
    record.created_at = Some(Timestamp::parse(&format!("2026-11-{:02}T10:00:00Z", 2 + number / 5)).unwrap());
    record
}

/// 50 attempts, 8 usable of which 5 are published, $0.60 each; 180 minutes of review and 120 of editing at $60 an hour.
fn worked() -> Vec<LogRecord> {
    (0..50)
        .map(|number| {
            let status = match number {
                0..5 => Status::Published,
                5..8 => Status::ApprovedToPublish,
                8..12 => Status::GenerationFailed,
                _ => Status::RejectedQuality,
            };
            record(number, status, Some("0.6"))
        })
        .collect()
}

impl Sandbox {
    /// A pilot of these attempts, the first of which has 180 minutes of review and 120 of editing by Ada, at this rate.
    async fn of(records: &[LogRecord], rate: Option<&str>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let place = Utf8PathBuf::from_path_buf(folder.path().join("library")).unwrap();
        let library = OpenLibrary::create(&place, "Test", Currency::new("USD").unwrap(), surroundings())
            .await
            .unwrap();
        let rate = rate.map(|rate| rate.parse().unwrap());
        let ada = library.add_person("Ada", Role::Editor, rate).await.unwrap().id;
        library.close().await;
        let now = Timestamp::parse("2026-11-20T08:00:00Z").unwrap();
        let store = Library::open(LibraryFolder::new(place.clone()), OpenMode::Write, now)
            .await
            .unwrap();
        let mut write = store.write().await.unwrap();
        let fields = circletake_store::PilotFields {
            name: "Mugs".into(),
            format: "social_broll".into(),
            channel: "tiktok".into(),
            benchmark: Some("75".parse().unwrap()),
            target_generations: Some(60),
            ..circletake_store::PilotFields::default()
        };
        let pilot = write.add_pilot(&fields, now).await.unwrap().id;
        let import = write.begin_import(ImportKind::Log, "log.csv", now).await.unwrap();
        write.import_log_records(records, import, now).await.unwrap();
        for brief in ["bf_even", "bf_odd"] {
            if records.iter().any(|record| record.brief_id.as_str() == brief) {
                write
                    .put_brief_in_pilot(&BriefId::new(brief).unwrap(), &pilot)
                    .await
                    .unwrap();
            }
        }
        if let Some(first) = records.first() {
            for (kind, minutes) in [(TimeKind::Review, 180), (TimeKind::Editing, 120)] {
                let spent = SpentTime {
                    generation: first.id.clone(),
                    person: ada.clone(),
                    kind,
                    duration: Microseconds(minutes * 60_000_000),
                    source: TimeSource::Entered,
                    sitting: None,
                };
                write
                    .add_time(&spent, Timestamp::parse("2026-11-03T12:00:00Z").unwrap())
                    .await
                    .unwrap();
            }
        }
        write.commit().await.unwrap();
        store.close().await;
        let library = OpenLibrary::open(&place, OpenMode::Write, surroundings())
            .await
            .unwrap();
        Self {
            library,
            pilot,
            _folder: folder,
        }
    }
    fn request(&self, filter: DashboardFilter) -> DashboardRequest {
        DashboardRequest {
            scope: Scope::Pilot(self.pilot.clone()),
            filter,
        }
    }
    async fn page(&self, filter: DashboardFilter) -> DashboardView {
        self.library.dashboard(&self.request(filter)).await.unwrap()
    }
    async fn overhead(&self, entered_for: OverheadFor, amount: &str) {
        let request = NewOverheadRequest {
            entered_for,
            kind: OverheadKind::Compliance,
            amount: amount.parse().unwrap(),
            basis: CostBasis::Billed,
            what: None,
            person_id: None,
        };
        self.library.add_overhead(&request).await.unwrap();
    }
}

fn of_model(name: &str) -> DashboardFilter {
    DashboardFilter {
        models: vec![ModelName::new(name).unwrap()],
        ..DashboardFilter::default()
    }
}

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

#[tokio::test]
async fn the_worked_pilot_reads_as_on_the_product_page_and_as_in_the_report() {
    let sandbox = Sandbox::of(&worked(), Some("60")).await;
    let page = sandbox.page(DashboardFilter::default()).await;
    let report = &page.report;
    assert_eq!(report.usable_rate.as_deref(), Some("0.16"));
    assert_eq!(report.attempts_per_usable.as_deref(), Some("6.25"));
    assert_eq!(report.cost_per_usable.as_deref(), Some("41.25"));
    assert_eq!(report.cost_per_published.as_deref(), Some("66"));
    assert_eq!(report.human_minutes_per_usable.as_deref(), Some("37.5"));
    let scope = Scope::Pilot(sandbox.pilot.clone());
    assert_eq!(
        *report,
        sandbox.library.report(&scope, None).await.unwrap(),
        "one number, however it is asked for"
    );
    let last = page.cost_over_attempts.points.last().unwrap();
    assert_eq!((last.attempts, last.cost_per_usable.as_deref()), (50, Some("41.25")));
    let spent = page.spend.last().unwrap();
    assert_eq!(
        (spent.total.as_str(), spent.model.as_str(), spent.people.as_str()),
        ("330", "30", "300")
    );
    assert_eq!(page.price_shock.factor_at_benchmark.as_deref(), Some("10"));
    assert_eq!(
        page.price_shock.points.last().unwrap().cost_per_usable.as_deref(),
        Some("75")
    );
    assert_eq!(page.time_left.attempts_left, Some(10));
    assert!(page.advice.iter().any(|advice| advice.kind == AdviceKind::PromptsToFix));
    let loops: Vec<_> = page.loops.iter().map(|run| run.attempts).collect();
    assert_eq!(
        loops,
        [21, 21],
        "failed and rejected since the last usable one of each brief"
    );
}

#[tokio::test]
async fn the_parts_of_a_pilot_add_up_to_the_whole_with_overhead_shared() {
    let sandbox = Sandbox::of(&worked(), Some("60")).await;
    sandbox.overhead(OverheadFor::Pilot(sandbox.pilot.clone()), "100").await;
    sandbox
        .overhead(OverheadFor::Brief(BriefId::new("bf_odd").unwrap()), "7")
        .await;
    sandbox
        .overhead(OverheadFor::Generation(GenerationId::numbered(3)), "0.01")
        .await;
    let whole = sandbox.page(DashboardFilter::default()).await;
    assert_eq!(whole.report.overhead_cost, "107.01");
    assert_eq!(
        whole.cost_over_attempts.points.last().unwrap().total_cost,
        whole.report.total_cost
    );
    let day = |text| Some(Day::parse(text).unwrap());
    let splits = [
        [of_model("=model"), of_model("other")],
        [
            DashboardFilter {
                to: day("2026-11-05"),
                ..DashboardFilter::default()
            },
            DashboardFilter {
                from: day("2026-11-06"),
                ..DashboardFilter::default()
            },
        ],
    ];
    for split in splits {
        let (mut total, mut attempts, mut usable) = (Decimal::ZERO, 0, 0);
        for part in split {
            let page = sandbox.page(part).await;
            assert!(page.overhead_is_shared);
            total += decimal(&page.report.total_cost);
            attempts += page.report.total;
            usable += page.report.usable;
            assert_eq!(
                page.spend_against.spent, whole.report.total_cost,
                "spend against a budget is never narrowed"
            );
        }
        assert_eq!((attempts, usable), (50, 8));
        assert_eq!(total.round_dp(9), decimal(&whole.report.total_cost));
    }
    let by_model: Decimal = whole.rates.by_model.iter().map(|row| decimal(&row.total_cost)).sum();
    assert_eq!(by_model.round_dp(9), decimal(&whole.report.total_cost));
}

#[tokio::test]
async fn what_is_not_known_and_what_never_was_has_words_not_zeros() {
    let nothing = Sandbox::of(&[], None).await;
    let page = nothing.page(DashboardFilter::default()).await;
    assert_eq!((page.report.total, page.report.cost_per_usable.as_ref()), (0, None));
    assert!(page.cost_over_attempts.points.is_empty() && page.spend.is_empty() && page.advice.is_empty());
    assert_eq!(page.costs[0].share, None);

    let failed: Vec<LogRecord> = (0..12)
        .map(|number| record(number, Status::GenerationFailed, None))
        .collect();
    let all_failed = Sandbox::of(&failed, None).await;
    let page = all_failed.page(DashboardFilter::default()).await;
    assert_eq!((page.report.unknown_costs, page.report.usable), (12, 0));
    assert_eq!(page.report.minutes_without_rate, "300", "one person without a rate");
    assert_eq!(page.report.cost_per_usable, None);
    assert_eq!(
        page.cost_over_attempts.points.last().unwrap().high,
        None,
        "no price is high enough"
    );
    assert_eq!(page.model_cost_basis[0].amount, None);
    assert_eq!(page.price_shock.points[0].cost_per_usable, None);
    let refine = all_failed
        .library
        .refine_or_regenerate(&GenerationId::numbered(0), None)
        .await
        .unwrap();
    assert_eq!(
        (refine.verdict, refine.another, refine.of_brief),
        (RefineVerdict::CannotSay, None, false)
    );

    let unknown = of_model("never used");
    let page = all_failed.page(unknown).await;
    assert_eq!((page.report.total, page.time_left.attempts), (0, 12));
}

#[tokio::test]
async fn advice_put_aside_stays_aside_until_its_figures_move() {
    let sandbox = Sandbox::of(&worked(), Some("60")).await;
    let scope = Scope::Pilot(sandbox.pilot.clone());
    let aside = async |id: &str| {
        let page = sandbox.page(DashboardFilter::default()).await;
        page.advice.iter().find(|one| one.id == id).unwrap().aside.is_some()
    };
    assert!(!aside("prompts_to_fix").await);
    sandbox
        .library
        .put_advice_aside(&scope, "prompts_to_fix", true, None)
        .await
        .unwrap();
    assert!(aside("prompts_to_fix").await);
    sandbox
        .library
        .put_advice_aside(&scope, "prompts_to_fix", false, None)
        .await
        .unwrap();
    assert!(!aside("prompts_to_fix").await);
    let gone = sandbox
        .library
        .put_advice_aside(&scope, "never given", true, None)
        .await;
    assert_eq!(gone.unwrap_err().problem().code, "invalid");
}

#[tokio::test]
async fn the_values_of_every_chart_come_out_as_cells_that_no_spreadsheet_runs() {
    let sandbox = Sandbox::of(&worked()[..12], Some("60")).await;
    let csv = async |chart| {
        let bytes = sandbox
            .library
            .chart_csv(&sandbox.request(DashboardFilter::default()), chart)
            .await
            .unwrap();
        String::from_utf8(bytes).unwrap()
    };
    assert_eq!(
        csv(ChartName::Funnel).await,
        "status,attempts\ngeneration_failed,4\napproved_to_publish,3\npublished,5\n"
    );
    assert_eq!(
        csv(ChartName::CostStack).await,
        "part,amount,share,per_usable_clip,minutes,currency\nmodel,7.2,0.0234375,0.9,,USD\nreview,180,0.5859375,22.5,180,USD\n\
         edit,120,0.390625,15,120,USD\nbrand,0,0,0,0,USD\ncompliance,0,0,0,,USD\noverhead,0,0,0,,USD\n"
    );
    assert_eq!(
        csv(ChartName::Spend).await,
        "day,model,people,overhead,total\n2026-11-02,3,0,0,3\n2026-11-03,6,300,0,306\n2026-11-04,7.2,300,0,307.2\n"
    );
    let models = csv(ChartName::RateByModel).await;
    assert!(models.contains("\n'=model,4,3,0.75,"), "{models}");
    for chart in ChartName::ALL {
        let text = csv(chart).await;
        let cells = text.lines().next().unwrap().split(',').count();
        assert!(text.lines().all(|line| line.split(',').count() == cells), "{text}");
    }
}

#[tokio::test]
async fn only_a_picture_leaves_the_page_as_a_picture() {
    let sandbox = Sandbox::of(&[], None).await;
    let folder = tempfile::tempdir().unwrap();
    let file = Utf8PathBuf::from_path_buf(folder.path().join("chart.svg")).unwrap();
    let good = "<svg xmlns=\"http://www.w3.org/2000/svg\"><title>Spend</title></svg>";
    sandbox.library.write_chart_svg(good.to_owned(), &file).await.unwrap();
    assert_eq!(fs_err::read_to_string(&file).unwrap(), good);
    let lies_there: Vec<_> = fs_err::read_dir(folder.path()).unwrap().collect();
    assert_eq!(lies_there.len(), 1, "{lies_there:?}");
    for bad in [
        "",
        "hello",
        "<svg ><script>1</script></svg>",
        "<svg ><a href=\"x\"/></svg>",
        "<svg ><text xlink:href=\"x\"/></svg>",
        "<svg onload=\"1\"></svg>",
        "<!DOCTYPE x><svg ></svg>",
    ] {
        assert!(
            sandbox.library.write_chart_svg(bad.to_owned(), &file).await.is_err(),
            "{bad}"
        );
    }
    assert_eq!(fs_err::read_to_string(&file).unwrap(), good, "what was there stays");
}
