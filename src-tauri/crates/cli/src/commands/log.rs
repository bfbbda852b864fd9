//! `log import` and `log export`.

use super::Outcome;
use crate::arguments::{ExportFormat, LogCommand};
use crate::exit::Done;
use crate::library::ChosenLibrary;
use crate::output::Output;
use crate::progress::ProgressLine;
use camino::Utf8Path;
use circletake_app::view::import::{LogFormat, LogImportReport, LogPreview};
use circletake_app::view::pilot::Scope;
use circletake_app::{LogImportOptions, LogMapping};
use serde::Serialize;
use std::collections::BTreeSet;
use tokio_util::sync::CancellationToken;

/// Bad rows and conflicts that people are shown one by one; scripts get all.
const MOST_SHOWN: usize = 50;

/// Runs the command.
pub async fn log(library: &ChosenLibrary, command: LogCommand, output: Output, cancel: &CancellationToken) -> Outcome {
    match command {
        LogCommand::Import {
            file,
            mappings,
            dry_run,
            skip_bad,
            update,
        } => {
            let mapping = mappings
                .into_iter()
                .map(|(field, column)| (field, Some(column)))
                .collect();
            let options = LogImportOptions {
                skip_bad,
                update,
                dry_run,
            };
            import(library, &file, &mapping, options, output, cancel).await
        }
        LogCommand::Export {
            brief,
            pilot,
            format,
            output: file,
        } => {
            let scope = match (brief, pilot) {
                (Some(brief), _) => Scope::Brief(brief),
                (None, Some(pilot)) => Scope::Pilot(pilot),
                (None, None) => Scope::Library,
            };
            export(library, &scope, log_format(format, &file), &file, output).await
        }
    }
}

async fn import(
    library: &ChosenLibrary,
    file: &Utf8Path,
    mapping: &LogMapping,
    options: LogImportOptions,
    output: Output,
    cancel: &CancellationToken,
) -> Outcome {
    let library = if options.dry_run {
        library.to_read().await?
    } else {
        library.to_write().await?
    };
    if options.dry_run && !output.is_json() {
        output.line(&preview_words(&library.preview_log(file, mapping).await?));
    }
    let progress = ProgressLine::new(output, "Importing");
    let imported = library
        .import_log(file, mapping, options, &|now| progress.show(&now), cancel)
        .await;
    progress.finish();
    library.close().await;
    let report = imported?;
    output.result(&report, |report| import_words(report, options));
    let untaken = !report.conflicts.is_empty() || !report.bad.is_empty() || !report.clips_failed.is_empty();
    Ok(Done::unless(untaken))
}

/// How the file is read, before anything is written.
fn preview_words(preview: &LogPreview) -> String {
    let mut lines = vec![format!(
        "{}: {} rows, {}",
        preview.file_name, preview.rows, preview.format
    )];
    for (field, column) in &preview.mapping {
        if let Some(column) = column {
            lines.push(format!("  {field} is read from `{column}`"));
        }
    }
    for word in &preview.status_words {
        let read = word.status.as_deref().unwrap_or("not known");
        lines.push(format!("  `{}` ({} rows) is {read}", word.word, word.count));
    }
    lines.join("\n")
}

fn import_words(report: &LogImportReport, options: LogImportOptions) -> String {
    let mut lines = Vec::new();
    for row in report.bad.iter().take(MOST_SHOWN) {
        lines.push(format!(
            "line {}, {}: `{}`: {}",
            row.line, row.field, row.value, row.message
        ));
    }
    for conflict in report.conflicts.iter().take(MOST_SHOWN) {
        lines.push(format!(
            "line {}: {} differs from the library in {}",
            conflict.line,
            conflict.id,
            conflict.fields.join(", ")
        ));
    }
    for failed in report.clips_failed.iter().take(MOST_SHOWN) {
        lines.push(format!(
            "{}: {} {}",
            failed.path, failed.error.message, failed.error.hint
        ));
    }
    lines.push(format!(
        "{}{} imported, {} unchanged, {} updated, {} in conflict, {} bad; {} clips linked",
        if options.dry_run { "Would be: " } else { "" },
        report.imported,
        report.unchanged,
        report.updated,
        report.conflicts.len(),
        bad_rows(report),
        report.clips_linked
    ));
    if !report.bad.is_empty() && !options.skip_bad {
        lines.push("Nothing was imported: correct the rows, or import the good ones with --skip-bad.".to_owned());
    }
    if !report.conflicts.is_empty() && !options.update {
        lines.push("Rows in conflict were left out; --update takes them.".to_owned());
    }
    lines.join("\n")
}

/// A row may have more than one problem.
fn bad_rows(report: &LogImportReport) -> usize {
    report.bad.iter().map(|row| row.line).collect::<BTreeSet<_>>().len()
}

#[derive(Serialize)]
struct Exported<'a> {
    path: &'a Utf8Path,
    exported: u32,
}

async fn export(library: &ChosenLibrary, scope: &Scope, format: LogFormat, file: &Utf8Path, output: Output) -> Outcome {
    let library = library.to_read().await?;
    if file == "-" {
        let mut log = Vec::new();
        library.write_log(scope, format, &mut log).await?;
        library.close().await;
        output.bytes(&log);
        return Ok(Done::Fully);
    }
    let exported = library.export_log(scope, format, file).await;
    library.close().await;
    let exported = Exported {
        path: file,
        exported: exported?,
    };
    output.result(&exported, |done| {
        format!("{} attempts are in {}", done.exported, done.path)
    });
    Ok(Done::Fully)
}

pub(super) fn log_format(asked: Option<ExportFormat>, file: &Utf8Path) -> LogFormat {
    let named_csv = file
        .extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("csv"));
    let is_csv = asked.map_or(named_csv, |asked| asked == ExportFormat::Csv);
    if is_csv { LogFormat::Csv } else { LogFormat::Jsonl }
}
