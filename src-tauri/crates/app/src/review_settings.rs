//! How the review room behaves for everybody in a library.

use crate::error::AppError;
use crate::open_library::OpenLibrary;
use crate::view::change::Change;
use crate::view::review::ReviewSettings;

const SETTING: &str = "review";
/// Shorter, and somebody who looks at a long take without a key counts as gone; longer, and lunch counts as work.
const IDLE_SECONDS: std::ops::RangeInclusive<u32> = 5..=600;

impl OpenLibrary {
    /// How the review room behaves.
    pub async fn review_settings(&self) -> Result<ReviewSettings, AppError> {
        Ok(self.store().setting(SETTING).await?.unwrap_or_default())
    }

    /// Changes how the review room behaves.
    pub async fn set_review_settings(&self, settings: &ReviewSettings) -> Result<(), AppError> {
        if !IDLE_SECONDS.contains(&settings.idle_seconds) {
            return Err(AppError::Invalid {
                field: "idle seconds",
                problem: format!(
                    "{} is not between {} and {}",
                    settings.idle_seconds,
                    IDLE_SECONDS.start(),
                    IDLE_SECONDS.end()
                ),
            });
        }
        let mut write = self.store().write().await?;
        write.set_setting(SETTING, settings, self.now()).await?;
        write.commit().await?;
        self.changed(Change::Library);
        Ok(())
    }
}
