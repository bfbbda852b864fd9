//! Briefs as files: the JSON of product briefs, in and out.

use super::Incoming;
use crate::error::AppError;
use crate::open_library::OpenLibrary;
use camino::Utf8Path;
use circletake_domain::brief::Brief;
use circletake_domain::id::BriefId;
use circletake_store::StoreError;
use serde_json::Value;

/// A file of briefs is a page, not a film.
const LARGEST_FILE: u64 = 10_000_000;

impl OpenLibrary {
    /// Brings in the brief of a JSON file, or every brief of a list in it; all of them or none.
    pub async fn add_brief_file(&self, file: &Utf8Path) -> Result<Vec<BriefId>, AppError> {
        let size = fs_err::metadata(file).map_err(AppError::file(file))?.len();
        if size > LARGEST_FILE {
            return Err(AppError::Invalid {
                field: "file",
                problem: format!("`{file}` has {size} bytes, which is no brief"),
            });
        }
        let text = fs_err::read_to_string(file).map_err(AppError::file(file))?;
        let json: Value =
            serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|error| AppError::Invalid {
                field: "file",
                problem: format!("`{file}` is not JSON: {error}"),
            })?;
        let found = match &json {
            Value::Array(list) => list.iter().collect(),
            one => vec![one],
        };
        let incoming = found.into_iter().map(Incoming::read).collect::<Result<Vec<_>, _>>()?;
        self.put_briefs(&incoming).await?;
        Ok(incoming.into_iter().map(|incoming| incoming.brief.brief_id).collect())
    }

    /// A brief as its JSON: a revision of it, or as it is written now where that reads.
    pub async fn brief_json(&self, id: &BriefId, revision: Option<u32>) -> Result<Brief, AppError> {
        if let Some(number) = revision {
            let revisions = self.store().brief_revisions(id).await?;
            let found = revisions.into_iter().find(|revision| revision.number == number);
            let found = found.ok_or_else(|| StoreError::NotFound {
                what: "brief revision",
                id: format!("{id} revision {number}"),
            })?;
            return Ok(found.brief);
        }
        let current = self.store().brief(id).await?.brief;
        match self.store().brief_draft(id).await? {
            Some(draft) => draft.form.read(&current).map_err(AppError::Brief),
            None => Ok(current),
        }
    }

    /// Writes a brief to a JSON file.
    pub async fn write_brief(&self, id: &BriefId, revision: Option<u32>, file: &Utf8Path) -> Result<(), AppError> {
        let brief = self.brief_json(id, revision).await?;
        let mut text = serde_json::to_string_pretty(&brief).map_err(|error| AppError::Invalid {
            field: "brief",
            problem: error.to_string(),
        })?;
        text.push('\n');
        fs_err::write(file, text).map_err(AppError::file(file))
    }
}
