//! Charts as files, written where a person chose.

use super::chart_markup::is_only_drawn;
use super::chart_tables::table;
use crate::error::AppError;
use crate::open_library::OpenLibrary;
use crate::view::dashboard::{ChartName, DashboardRequest};
use crate::whole_file::WholeFile;
use camino::Utf8Path;
use std::io::Write;

/// The largest chart is a few hundred kilobytes.
const LARGEST_SVG: usize = 16 * 1024 * 1024;

impl OpenLibrary {
    /// The values of a chart as CSV.
    pub async fn chart_csv(&self, request: &DashboardRequest, chart: ChartName) -> Result<Vec<u8>, AppError> {
        let view = self.dashboard(request).await?;
        let mut csv = Vec::new();
        circletake_reports::table::write_csv(&mut csv, &table(&view, chart)).map_err(AppError::file("chart.csv"))?;
        Ok(csv)
    }

    /// Writes the values of a chart.
    pub async fn write_chart_csv(
        &self,
        request: &DashboardRequest,
        chart: ChartName,
        file: &Utf8Path,
    ) -> Result<(), AppError> {
        let csv = self.chart_csv(request, chart).await?;
        write(file, csv).await
    }

    /// Writes the picture of a chart. What is no SVG, or would run, is refused: nothing else leaves the page by this door.
    pub async fn write_chart_svg(&self, svg: String, file: &Utf8Path) -> Result<(), AppError> {
        let refused = |problem: &str| AppError::Invalid {
            field: "picture",
            problem: problem.to_owned(),
        };
        if svg.len() > LARGEST_SVG {
            return Err(refused("it is larger than 16 MB"));
        }
        if !svg.starts_with("<svg ") || !svg.ends_with("</svg>") {
            return Err(refused("it is not an SVG"));
        }
        if !is_only_drawn(&svg) {
            return Err(refused("a chart has no script and leads nowhere"));
        }
        write(file, svg.into_bytes()).await
    }
}

async fn write(file: &Utf8Path, bytes: Vec<u8>) -> Result<(), AppError> {
    let path = file.to_owned();
    let written = tokio::task::spawn_blocking(move || {
        let mut file = WholeFile::begin(&path)?;
        let written = file.out.write_all(&bytes).map_err(AppError::file(path));
        file.end(written)
    });
    written.await.map_err(|_stopped| AppError::Cancelled)?
}
