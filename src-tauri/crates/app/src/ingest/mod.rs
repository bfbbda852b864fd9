//! Bringing clips in: files are looked at by several workers at once and kept one after the other, each whole or not at all.

mod arrival;
mod awaited;
mod bring_back;
mod expectations;
mod keep;
mod walk;

pub(crate) use expectations::unmet;
pub(crate) use keep::extension_of;
pub use walk::find_clips;

use crate::error::AppError;
use crate::open_library::OpenLibrary;
use crate::progress::ProgressSink;
use crate::view::change::Change;
use crate::view::import::{FailedFile, IngestOptions, IngestReport, Progress};
use arrival::Arrival;
use circletake_media::{Inspection, MediaError};
use circletake_store::{ImportCounts, ImportKey, ImportKind};
use futures::StreamExt;
use keep::Kept;
use std::path::{Path, PathBuf};
use tokio_util::sync::CancellationToken;

/// Files looked at ahead of the one that is being kept; the pool has fewer workers and queues the rest.
const LOOK_AHEAD: usize = 8;

/// How often at most listeners are told that there are new clips.
const TELL_EVERY: u32 = 20;

impl OpenLibrary {
    /// Brings files and folders in, as attempts of one brief that wait for review. What cannot be read is reported and skipped; on cancel,
    /// what was brought in stays.
    pub async fn ingest(
        &self,
        paths: &[PathBuf],
        options: &IngestOptions,
        progress: ProgressSink<'_>,
        cancel: &CancellationToken,
    ) -> Result<IngestReport, AppError> {
        let arrival = self.arrival(options).await?;
        let own = self.store().folder().path().as_std_path().to_owned();
        let (chosen, stop) = (paths.to_vec(), cancel.clone());
        let found = tokio::task::spawn_blocking(move || find_clips(&chosen, Some(&own), &stop)).await;
        let found =
            found.map_err(|error| AppError::file(self.store().folder().path())(std::io::Error::other(error)))?;
        let total = u32::try_from(found.len()).unwrap_or(u32::MAX);
        let _no_doctor = self.files().read().await;
        let import = self.begin_ingest(paths).await?;
        let mut report = IngestReport {
            // A walk that was stopped did not find everything.
            cancelled: cancel.is_cancelled(),
            ..IngestReport::default()
        };
        progress(Progress {
            done: 0,
            total,
            subject: String::new(),
        });
        let mut looked_at = futures::stream::iter(found)
            .map(|path| {
                let (media, cancel) = (self.media().clone(), cancel.clone());
                // A task of its own, so that workers stay busy while a clip is being copied.
                let task = tokio::spawn({
                    let path = path.clone();
                    async move { media.inspect(&path, &cancel).await }
                });
                async move { (path, task.await) }
            })
            .buffered(LOOK_AHEAD);
        let mut done = 0_u32;
        while let Some((path, inspected)) = looked_at.next().await {
            if cancel.is_cancelled() {
                report.cancelled = true;
                break;
            }
            let inspected = inspected
                .map_err(|error| AppError::file(path.to_string_lossy().as_ref())(std::io::Error::other(error)))?;
            self.take_in(&path, inspected, &arrival, import, &mut report).await?;
            done += 1;
            progress(Progress {
                done,
                total,
                subject: file_name(&path),
            });
            if done.is_multiple_of(TELL_EVERY) {
                self.changed(Change::Clips);
                self.previews().wake();
            }
        }
        drop(looked_at);
        self.finish_ingest(import, &report).await?;
        self.price_import(import).await?;
        self.changed(Change::Clips);
        self.previews().wake();
        Ok(report)
    }

    /// One file: kept, known already, or reported with its reason. An error here is the library's and ends the run.
    async fn take_in(
        &self,
        path: &Path,
        inspected: Result<Inspection, MediaError>,
        arrival: &Arrival<'_>,
        import: ImportKey,
        report: &mut IngestReport,
    ) -> Result<(), AppError> {
        let kept = match inspected {
            Ok(inspection) => self.keep_clip(path, inspection, arrival, import).await,
            Err(error) => Err(error.into()),
        };
        match kept {
            Ok(Kept::New { generation, path }) => report.add(generation, &path),
            Ok(Kept::Awaited { generation, path }) => {
                report.awaited += 1;
                report.add(generation, &path);
            }
            Ok(Kept::Known) => report.duplicates += 1,
            Ok(Kept::Back) => {
                report.duplicates += 1;
                report.back += 1;
            }
            Err(AppError::Store(error)) => return Err(error.into()),
            Err(error) => report.failed.push(FailedFile {
                path: path.to_string_lossy().into_owned(),
                error: error.problem(),
            }),
        }
        Ok(())
    }

    async fn begin_ingest(&self, paths: &[PathBuf]) -> Result<ImportKey, AppError> {
        let source = paths
            .iter()
            .map(|path| path.to_string_lossy())
            .collect::<Vec<_>>()
            .join("\n");
        let mut write = self.store().write().await?;
        let import = write.begin_import(ImportKind::Clips, &source, self.now()).await?;
        write.commit().await?;
        Ok(import)
    }

    async fn finish_ingest(&self, import: ImportKey, report: &IngestReport) -> Result<(), AppError> {
        let counts = ImportCounts {
            added: report.added,
            unchanged: report.duplicates,
            updated: 0,
            failed: u32::try_from(report.failed.len()).unwrap_or(u32::MAX),
            cancelled: report.cancelled,
        };
        let mut write = self.store().write().await?;
        write.finish_import(import, counts, self.now()).await?;
        Ok(write.commit().await?)
    }
}

pub(crate) fn file_name(path: &Path) -> String {
    path.file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}
