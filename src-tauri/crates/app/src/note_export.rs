//! Notes handed over: a folder with rows for a spreadsheet, markers for an editing program, and a still for each note.

use crate::error::AppError;
use crate::log_import::LogError;
use crate::open_library::OpenLibrary;
use crate::progress::ProgressSink;
use crate::view::import::Progress;
use crate::view::notes::{MissingStill, NoteExport};
use crate::view::pilot::Scope;
use camino::Utf8Path;
use circletake_media::still::StillFormat;
use circletake_reports::notes::{NoteRecord, burn_in, markers, write_csv};
use circletake_store::StoredNote;
use tokio_util::sync::CancellationToken;

impl OpenLibrary {
    /// Writes the notes of a scope into a folder that is new or empty.
    pub async fn export_notes(
        &self,
        scope: &Scope,
        folder: &Utf8Path,
        progress: ProgressSink<'_>,
        cancel: &CancellationToken,
    ) -> Result<NoteExport, AppError> {
        must_be_free(folder)?;
        let stored = self.store().notes_in(&scope.into(), "", u32::MAX).await?;
        let stills = folder.join("stills");
        fs_err::create_dir_all(&stills).map_err(AppError::file(&stills))?;
        let total = u32::try_from(stored.len()).unwrap_or(u32::MAX);
        let mut records = Vec::with_capacity(stored.len());
        let mut without_still = Vec::new();
        for (note, done) in stored.iter().zip(0..) {
            if cancel.is_cancelled() {
                return Err(AppError::Cancelled);
            }
            let subject = format!("{}, frame {}", note.generation, note.fields.range);
            progress(Progress { done, total, subject });
            let name = format!(
                "stills/{}_v{}_{}.png",
                file_word(note.generation.as_str()),
                note.version,
                note.uid
            );
            let still = match self.write_still(note, &folder.join(&name), cancel).await {
                Ok(()) => Some(name),
                Err(error) => {
                    without_still.push(MissingStill {
                        generation_id: note.generation.clone(),
                        range: note.fields.range,
                        problem: error.problem(),
                    });
                    None
                }
            };
            records.push(self.record(note, still).await?);
        }
        let csv = folder.join("notes.csv");
        let file = fs_err::File::create(&csv).map_err(AppError::file(&csv))?;
        write_csv(file, &records).map_err(LogError::Unwritten)?;
        let otio = folder.join("notes.otio");
        let timeline = serde_json::to_vec_pretty(&markers(&self.store().info().name, &records));
        let timeline = timeline.map_err(|error| LogError::Unwritten(error.into()))?;
        fs_err::write(&otio, timeline).map_err(AppError::file(&otio))?;
        Ok(NoteExport {
            folder: folder.to_string(),
            notes: total,
            stills: u32::try_from(records.iter().filter(|record| record.still.is_some()).count()).unwrap_or(u32::MAX),
            without_still,
        })
    }

    /// The exact frame a note begins at, in full resolution, with what was drawn on it.
    async fn write_still(
        &self,
        note: &StoredNote,
        file: &Utf8Path,
        cancel: &CancellationToken,
    ) -> Result<(), AppError> {
        let still = self
            .still(
                &note.clip.to_string(),
                note.fields.range.first(),
                StillFormat::Jpeg,
                cancel,
            )
            .await?;
        let strokes = note.fields.strokes.clone();
        let burnt = tokio::task::spawn_blocking(move || burn_in(&still.bytes, &strokes)).await;
        let burnt = burnt
            .map_err(|_| AppError::Cancelled)?
            .map_err(|error| AppError::Invalid {
                field: "still",
                problem: error.to_string(),
            })?;
        fs_err::write(file, burnt).map_err(AppError::file(file))
    }

    async fn record(&self, note: &StoredNote, still: Option<String>) -> Result<NoteRecord, AppError> {
        let clip = self.store().clip(note.clip).await?;
        Ok(NoteRecord {
            generation: note.generation.clone(),
            brief: note.brief.clone(),
            version: note.version,
            file: self.store().path_of(&clip.place).into_string(),
            frame_rate: note.frame_rate,
            frame_count: note.frame_count,
            range: note.fields.range,
            category: note.fields.category,
            body: note.fields.body.clone(),
            strokes: note.fields.strokes.clone(),
            person: note.person_name.clone(),
            written_at: note.created_at,
            edited_at: note.edited_at,
            still,
        })
    }
}

/// Nothing of anybody's is written over.
fn must_be_free(folder: &Utf8Path) -> Result<(), AppError> {
    let used = folder.exists()
        && folder
            .read_dir_utf8()
            .map_or(true, |mut entries| entries.next().is_some());
    if used {
        return Err(AppError::Invalid {
            field: "folder",
            problem: format!("`{folder}` already holds other files; choose an empty or a new one"),
        });
    }
    Ok(())
}

/// An id as part of a file's name: a log may name a generation `../../x`.
pub(crate) fn file_word(id: &str) -> String {
    id.chars()
        .map(|letter| {
            if letter.is_ascii_alphanumeric() || "-_".contains(letter) {
                letter
            } else {
                '_'
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use camino::Utf8PathBuf;

    #[test]
    fn no_name_of_a_generation_leads_out_of_the_folder() {
        assert_eq!(file_word("../../etc/passwd"), "______etc_passwd");
        assert_eq!(file_word("gen_00042"), "gen_00042");
    }

    #[test]
    fn nothing_is_written_into_a_folder_that_holds_something() {
        let folder = tempfile::tempdir().unwrap();
        let path = Utf8PathBuf::from_path_buf(folder.path().to_owned()).unwrap();
        assert!(must_be_free(&path).is_ok());
        assert!(must_be_free(&path.join("new")).is_ok());
        fs_err::write(path.join("mine.txt"), "x").unwrap();
        assert_eq!(must_be_free(&path).unwrap_err().problem().code, "invalid");
    }
}
