//! What no clip of this team ever shows: a setting of the library, in every prompt.

use crate::error::AppError;
use crate::open_library::OpenLibrary;
use crate::view::change::Change;
use circletake_domain::prompt::StandingExclusions;

const SETTING: &str = "standing_exclusions";

impl OpenLibrary {
    /// The lines that stand in every prompt.
    pub async fn standing_exclusions(&self) -> Result<Vec<String>, AppError> {
        Ok(self.exclusions().await?.lines().to_vec())
    }

    /// Says what stands in every prompt from now on. Prompts that were kept stay as they were sent.
    pub async fn set_standing_exclusions(&self, lines: &[String]) -> Result<Vec<String>, AppError> {
        let exclusions = StandingExclusions::new(lines).map_err(|error| AppError::Invalid {
            field: "standing exclusions",
            problem: error.to_string(),
        })?;
        let mut write = self.store().write().await?;
        write.set_setting(SETTING, &exclusions.lines(), self.now()).await?;
        write.commit().await?;
        self.changed(Change::Prompts);
        Ok(exclusions.lines().to_vec())
    }

    pub(super) async fn exclusions(&self) -> Result<StandingExclusions, AppError> {
        let lines: Option<Vec<String>> = self.store().setting(SETTING).await?;
        let Some(lines) = lines else {
            return Ok(StandingExclusions::default());
        };
        StandingExclusions::new(&lines).map_err(|error| AppError::Invalid {
            field: "standing exclusions",
            problem: error.to_string(),
        })
    }
}
