//! The report of a pilot is written: everything its page shows, the decision first, as a page, a PDF, rows or data.

use crate::error::AppError;
use crate::open_library::OpenLibrary;
use crate::pilot_settings::settings;
use crate::progress::ProgressSink;
use crate::report::counted;
use crate::view::dashboard::{CostPoint, DashboardRequest, DashboardView, RateRow};
use crate::view::import::Progress;
use crate::view::pilot::Scope as ViewScope;
use crate::view::pilot_report::{Paper, ReportData, ReportFormat};
use crate::whole_file::WholeFile;
use camino::Utf8Path;
use circletake_domain::decision::PilotDecision;
use circletake_domain::id::PilotId;
use circletake_domain::money::exact_decimal;
use circletake_domain::statistics::Tries;
use circletake_domain::status::Status;
use circletake_reports::pilot_report::{
    self as report, MOST_STILLS, PilotReport, ReportedCost, ReportedRate, ReportedSettings, ReportedStill,
};
use circletake_store::{GenerationFilter, GridRow, GridSort, Pilot, PilotFields, Scope, Sums};
use image::{ImageFormat, ImageReader};
use rust_decimal::Decimal;
use std::io::{Cursor, Write};

/// A still larger than this is no poster of ours, and too much for a page to send.
const LARGEST_STILL: usize = 400_000;

/// What a report is made from, before it is put into words.
struct Gathered {
    pilot: Pilot,
    sums: Sums,
    decision: PilotDecision,
    dashboard: DashboardView,
}

impl OpenLibrary {
    /// Writes the report of a pilot to a file. It is written beside it first, so that a report is never half there.
    pub async fn write_pilot_report(
        &self,
        id: &PilotId,
        format: ReportFormat,
        paper: Paper,
        path: &Utf8Path,
        progress: ProgressSink<'_>,
    ) -> Result<(), AppError> {
        let told = |done: u32, subject: &str| {
            progress(Progress {
                done,
                total: 3,
                subject: subject.to_owned(),
            });
        };
        told(0, "Summing up");
        let gathered = self.gather(id).await?;
        let bytes = if format == ReportFormat::Json {
            let data = ReportData {
                written_at: self.now(),
                pilot: self.pilot(id).await?,
                settings: settings(gathered.pilot.fields),
                decision: gathered.decision,
                dashboard: gathered.dashboard,
            };
            serde_json::to_vec_pretty(&data)
                .map_err(std::io::Error::other)
                .map_err(AppError::file(path))?
        } else {
            told(1, "Fetching stills");
            let report = self.pilot_report(gathered).await?;
            told(2, "Setting the pages");
            // Setting a PDF takes a second or two of a whole core.
            let set = tokio::task::spawn_blocking(move || set(&report, format, paper));
            set.await
                .map_err(std::io::Error::other)
                .and_then(|set| set)
                .map_err(AppError::file(path))?
        };
        let mut file = WholeFile::begin(path)?;
        let written = file.out.write_all(&bytes).map_err(AppError::file(path));
        file.end(written)?;
        told(3, "");
        Ok(())
    }

    async fn gather(&self, id: &PilotId) -> Result<Gathered, AppError> {
        self.recheck_signed_files().await?;
        let pilot = self.store().pilot(id).await?;
        let sums = self.store().sums(&Scope::Pilot(pilot.id.clone())).await?;
        let decision = self.decision_of(&pilot.id, &pilot.fields, &sums).await?;
        let request = DashboardRequest {
            scope: ViewScope::Pilot(pilot.id.clone()),
            filter: crate::view::dashboard::DashboardFilter::default(),
        };
        Ok(Gathered {
            dashboard: self.dashboard(&request).await?,
            pilot,
            sums,
            decision,
        })
    }

    async fn pilot_report(&self, gathered: Gathered) -> Result<PilotReport, AppError> {
        let Gathered {
            pilot,
            sums,
            decision,
            dashboard,
        } = gathered;
        let counted = counted(&sums, None);
        let stills = self.stills(&pilot.id).await?;
        let info = self.store().info();
        Ok(PilotReport {
            library: info.name.clone(),
            pilot: pilot.id.to_string(),
            name: pilot.fields.name.clone(),
            written_at: self.now(),
            currency: info.currency.clone(),
            settings: reported_settings(pilot.fields),
            decision,
            tally: counted.tally,
            minutes_without_rate: counted.minutes_without_rate,
            statuses: counted.statuses,
            reasons: counted.reasons,
            costs: dashboard
                .costs
                .iter()
                .map(|part| (part.part, known(&part.amount)))
                .collect(),
            cost_basis: dashboard
                .model_cost_basis
                .iter()
                .map(|sum| (sum.basis, sum.attempts.into(), sum.amount.as_deref().map(known)))
                .collect(),
            course: dashboard.cost_over_attempts.points.iter().map(reported_cost).collect(),
            by_model: rates(&dashboard.rates.by_model, ""),
            by_prompt: rates(&dashboard.rates.by_prompt, ""),
            by_week: rates(&dashboard.rates.by_week, "week of "),
            spend: dashboard
                .spend
                .iter()
                .map(|point| (point.day, known(&point.total)))
                .collect(),
            advice: dashboard
                .advice
                .into_iter()
                .filter(|advice| advice.aside.is_none())
                .map(|advice| (advice.headline, advice.what_to_do))
                .collect(),
            stills,
        })
    }

    /// Posters of usable clips, the published ones first; one that is not on this computer is left out.
    async fn stills(&self, id: &PilotId) -> Result<Vec<ReportedStill>, AppError> {
        let mut stills = Vec::new();
        for statuses in [
            vec![Status::Published],
            vec![Status::Scheduled, Status::ApprovedToPublish],
        ] {
            let filter = GenerationFilter {
                pilot: Some(id.clone()),
                statuses,
                ..GenerationFilter::default()
            };
            let most = u32::try_from(MOST_STILLS).unwrap_or(u32::MAX);
            let page = self.store().grid_page(&filter, GridSort::Oldest, 0, most).await?;
            stills.extend(page.rows.into_iter().filter_map(|row| self.still_of(row)));
        }
        stills.truncate(MOST_STILLS);
        Ok(stills)
    }

    fn still_of(&self, row: GridRow) -> Option<ReportedStill> {
        let jpeg = fs_err::read(self.store().folder().poster(row.clip?.uid)).ok()?;
        let is_picture = jpeg.len() <= LARGEST_STILL
            && ImageReader::with_format(Cursor::new(&jpeg), ImageFormat::Jpeg)
                .decode()
                .is_ok();
        is_picture.then(|| ReportedStill {
            generation: row.id,
            status: row.status,
            model: row.model.map(|model| model.to_string()),
            jpeg,
        })
    }
}

fn set(report: &PilotReport, format: ReportFormat, paper: Paper) -> std::io::Result<Vec<u8>> {
    match format {
        ReportFormat::Pdf => report::pdf(report, paper).map_err(std::io::Error::other),
        ReportFormat::Csv => report::csv(report),
        ReportFormat::Html | ReportFormat::Json => report::html(report)
            .map(String::into_bytes)
            .map_err(std::io::Error::other),
    }
}

/// Amounts of our own views always read.
fn known(amount: &str) -> Decimal {
    exact_decimal(amount).unwrap_or_default()
}

fn reported_settings(fields: PilotFields) -> ReportedSettings {
    let said = settings(fields);
    let seconds = |text: Option<String>| text.and_then(|text| exact_decimal(&text).ok());
    ReportedSettings {
        format: said.format,
        channel: said.channel,
        target: said.target_generations,
        shortest: seconds(said.shortest_seconds),
        longest: seconds(said.longest_seconds),
        models: said.models,
        templates: said.templates,
        benchmark: said.benchmark.map(circletake_domain::money::Amount::decimal),
        benchmark_what: said.benchmark_what,
        benchmark_source: said.benchmark_source,
        budget: said.budget.map(circletake_domain::money::Amount::decimal),
        bar: said.quality_bar,
    }
}

fn reported_cost(point: &CostPoint) -> ReportedCost {
    ReportedCost {
        attempts: point.attempts.into(),
        cost: point.cost_per_usable.as_deref().map(known),
        low: point.low.as_deref().map(known),
        high: point.high.as_deref().map(known),
    }
}

fn rates(rows: &[RateRow], before: &str) -> Vec<ReportedRate> {
    rows.iter()
        .filter_map(|row| {
            Some(ReportedRate {
                name: row.name.as_ref().map(|name| format!("{before}{name}")),
                tries: Tries::new(row.usable.into(), row.total.into()).ok()?,
                cost_per_usable: row.cost_per_usable.as_deref().map(known),
            })
        })
        .collect()
}
