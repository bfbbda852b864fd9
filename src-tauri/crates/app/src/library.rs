//! The library itself: what it is, and copies of it.

use crate::error::AppError;
use crate::open_library::OpenLibrary;
use crate::view::library::LibrarySummary;
use camino::Utf8Path;
use circletake_store::{GenerationFilter, GridSort};

impl OpenLibrary {
    /// Where it lies.
    pub fn folder(&self) -> &Utf8Path {
        self.store().folder().path()
    }

    /// The library in a line.
    pub async fn summary(&self) -> Result<LibrarySummary, AppError> {
        let info = self.store().info().clone();
        let all = self
            .store()
            .grid_page(&GenerationFilter::default(), GridSort::default(), 0, 0)
            .await?;
        Ok(LibrarySummary {
            name: info.name,
            folder: self.folder().to_string(),
            currency: info.currency,
            is_sample: info.is_sample,
            read_only: self.store().is_read_only(),
            held_by: self.store().held_by().map(ToString::to_string),
            current_person: self.current_person().await?,
            generations: all.total,
        })
    }

    /// Writes a complete copy of the records to a new file. Clips are files of their own, in the library's `clips` folder.
    pub async fn backup(&self, file: &Utf8Path) -> Result<(), AppError> {
        Ok(self.store().back_up(file).await?)
    }
}
