//! The pilot page: its data, its overhead, its advice, its charts as files.

use crate::dialogs::FileKind;
use crate::ipc::error::CommandError;
use crate::shell::Shell;
use circletake_app::view::dashboard::{
    AdviceSettings, ChartName, CorrectOverhead, DashboardRequest, DashboardView, NewOverheadRequest, OverheadEntryView,
    RefineView,
};
use circletake_app::view::pilot::Scope;
use circletake_domain::id::{GenerationId, PersonId, PilotId};
use serde::Deserialize;
use std::sync::Arc;
use tauri::State;
use ts_rs::TS;

const CSV: FileKind = FileKind {
    name: "CSV table",
    extensions: &["csv"],
};
const SVG: FileKind = FileKind {
    name: "SVG picture",
    extensions: &["svg"],
};

/// All data of the pilot page.
#[tauri::command]
pub async fn dashboard(args: DashboardArgs, shell: State<'_, Arc<Shell>>) -> Result<DashboardView, CommandError> {
    Ok(shell.library().await?.dashboard(&args.request).await?)
}

/// Overhead entered for a pilot, its briefs and its clips.
#[tauri::command]
pub async fn overhead(
    args: OverheadArgs,
    shell: State<'_, Arc<Shell>>,
) -> Result<Vec<OverheadEntryView>, CommandError> {
    Ok(shell.library().await?.overhead(&args.pilot_id).await?)
}

/// Enters an overhead cost.
#[tauri::command]
pub async fn add_overhead(args: AddOverheadArgs, shell: State<'_, Arc<Shell>>) -> Result<(), CommandError> {
    Ok(shell.library().await?.add_overhead(&args.request).await?)
}

/// Puts an overhead cost right.
#[tauri::command]
pub async fn correct_overhead(args: CorrectOverheadArgs, shell: State<'_, Arc<Shell>>) -> Result<(), CommandError> {
    Ok(shell.library().await?.correct_overhead(&args.request).await?)
}

/// Puts advice aside, or takes it up again.
#[tauri::command]
pub async fn put_advice_aside(args: PutAdviceAsideArgs, shell: State<'_, Arc<Shell>>) -> Result<(), CommandError> {
    let library = shell.library().await?;
    let person = args.person_id.as_ref();
    Ok(library
        .put_advice_aside(&args.scope, &args.advice, args.aside, person)
        .await?)
}

/// When advice is given.
#[tauri::command]
pub async fn advice_settings(shell: State<'_, Arc<Shell>>) -> Result<AdviceSettings, CommandError> {
    Ok(shell.library().await?.advice_settings().await?)
}

/// Changes when advice is given.
#[tauri::command]
pub async fn set_advice_settings(
    args: SetAdviceSettingsArgs,
    shell: State<'_, Arc<Shell>>,
) -> Result<(), CommandError> {
    Ok(shell.library().await?.set_advice_settings(&args.settings).await?)
}

/// Whether a clip is worth its edit.
#[tauri::command]
pub async fn refine_or_regenerate(
    args: RefineOrRegenerateArgs,
    shell: State<'_, Arc<Shell>>,
) -> Result<RefineView, CommandError> {
    let library = shell.library().await?;
    let person = args.person_id.as_ref();
    Ok(library.refine_or_regenerate(&args.generation_id, person).await?)
}

/// Writes the values of a chart to a file that the person chooses.
#[tauri::command]
pub async fn export_chart_csv(
    args: ExportChartCsvArgs,
    shell: State<'_, Arc<Shell>>,
) -> Result<Option<String>, CommandError> {
    let library = shell.library().await?;
    let name = format!("{}.csv", args.chart.as_str());
    let Some(file) = shell.dialogs.save("Save the values of the chart", &name, CSV).await else {
        return Ok(None);
    };
    library.write_chart_csv(&args.request, args.chart, &file).await?;
    Ok(Some(file.into_string()))
}

/// Writes the picture of a chart to a file that the person chooses. The page hands over the picture, never a path.
#[tauri::command]
pub async fn export_chart_svg(
    args: ExportChartSvgArgs,
    shell: State<'_, Arc<Shell>>,
) -> Result<Option<String>, CommandError> {
    let library = shell.library().await?;
    let name = format!("{}.svg", args.chart.as_str());
    let Some(file) = shell.dialogs.save("Save the picture of the chart", &name, SVG).await else {
        return Ok(None);
    };
    library.write_chart_svg(args.svg, &file).await?;
    Ok(Some(file.into_string()))
}

/// Asks for the page.
#[derive(Debug, Deserialize, TS)]
pub struct DashboardArgs {
    /// What about, and how narrowed.
    pub request: DashboardRequest,
}

/// Asks for what was entered.
#[derive(Debug, Deserialize, TS)]
pub struct OverheadArgs {
    /// For which pilot.
    pub pilot_id: PilotId,
}

/// Enters an overhead cost.
#[derive(Debug, Deserialize, TS)]
pub struct AddOverheadArgs {
    /// Which.
    pub request: NewOverheadRequest,
}

/// Puts an overhead cost right.
#[derive(Debug, Deserialize, TS)]
pub struct CorrectOverheadArgs {
    /// Which, and how.
    pub request: CorrectOverhead,
}

/// Puts advice aside, or takes it up again.
#[derive(Debug, Deserialize, TS)]
pub struct PutAdviceAsideArgs {
    /// Of what.
    pub scope: Scope,
    /// Which.
    pub advice: String,
    /// Aside, or up again.
    pub aside: bool,
    /// Who.
    pub person_id: Option<PersonId>,
}

/// Changes when advice is given.
#[derive(Debug, Deserialize, TS)]
pub struct SetAdviceSettingsArgs {
    /// How.
    pub settings: AdviceSettings,
}

/// Asks whether a clip is worth its edit.
#[derive(Debug, Deserialize, TS)]
pub struct RefineOrRegenerateArgs {
    /// Which clip.
    pub generation_id: GenerationId,
    /// Who would edit it.
    pub person_id: Option<PersonId>,
}

/// Writes the values of a chart.
#[derive(Debug, Deserialize, TS)]
pub struct ExportChartCsvArgs {
    /// Of what, and how narrowed.
    pub request: DashboardRequest,
    /// Which chart.
    pub chart: ChartName,
}

/// Writes the picture of a chart.
#[derive(Debug, Deserialize, TS)]
pub struct ExportChartSvgArgs {
    /// Which chart.
    pub chart: ChartName,
    /// The picture.
    pub svg: String,
}
