//! How the review room behaves for everybody in a library.

use crate::error::AppError;
use crate::open_library::OpenLibrary;
use crate::view::change::Change;
use crate::view::review::ReviewSettings;
use std::ops::RangeInclusive;

const SETTING: &str = "review";
/// Shorter, and somebody who looks at a long take without a key counts as gone; longer, and lunch counts as work.
const IDLE_SECONDS: RangeInclusive<u32> = 5..=600;
/// Less does not hold a pair of takes; more is more than a laptop has to spare.
const PICTURE_MEMORY_MIB: RangeInclusive<u32> = 256..=8192;

impl OpenLibrary {
    /// How the review room behaves.
    pub async fn review_settings(&self) -> Result<ReviewSettings, AppError> {
        Ok(self.store().setting(SETTING).await?.unwrap_or_default())
    }

    /// Changes how the review room behaves.
    pub async fn set_review_settings(&self, settings: &ReviewSettings) -> Result<(), AppError> {
        within("idle seconds", settings.idle_seconds, IDLE_SECONDS)?;
        within("memory for pictures", settings.picture_memory_mib, PICTURE_MEMORY_MIB)?;
        let mut write = self.store().write().await?;
        write.set_setting(SETTING, settings, self.now()).await?;
        write.commit().await?;
        self.changed(Change::Library);
        Ok(())
    }
}

fn within(field: &'static str, value: u32, range: RangeInclusive<u32>) -> Result<(), AppError> {
    if range.contains(&value) {
        return Ok(());
    }
    Err(AppError::Invalid {
        field,
        problem: format!("{value} is not between {} and {}", range.start(), range.end()),
    })
}
