//! Advice that somebody puts aside, and when advice is given.

use crate::error::AppError;
use crate::open_library::OpenLibrary;
use crate::view::change::Change;
use crate::view::dashboard::{AdviceSettings, DashboardFilter, DashboardRequest};
use crate::view::pilot::Scope;
use circletake_domain::id::PersonId;

const SETTING: &str = "advice";
/// One attempt is no loop, and an alarm after a thousand is none.
const LOOP_ATTEMPTS: std::ops::RangeInclusive<u32> = 2..=1_000;

impl OpenLibrary {
    /// When advice is given.
    pub async fn advice_settings(&self) -> Result<AdviceSettings, AppError> {
        Ok(self.store().setting(SETTING).await?.unwrap_or_default())
    }

    /// Changes when advice is given.
    pub async fn set_advice_settings(&self, settings: &AdviceSettings) -> Result<(), AppError> {
        if !LOOP_ATTEMPTS.contains(&settings.loop_attempts) {
            return Err(AppError::Invalid {
                field: "loop attempts",
                problem: format!(
                    "{} is not between {} and {}",
                    settings.loop_attempts,
                    LOOP_ATTEMPTS.start(),
                    LOOP_ATTEMPTS.end()
                ),
            });
        }
        let mut write = self.store().write().await?;
        write.set_setting(SETTING, settings, self.now()).await?;
        write.commit().await?;
        self.changed(Change::Library);
        Ok(())
    }

    /// Puts advice aside with the figures it has now, or takes it up again. Advice that is not given any more has nothing to put aside.
    pub async fn put_advice_aside(
        &self,
        scope: &Scope,
        advice: &str,
        aside: bool,
        person: Option<&PersonId>,
    ) -> Result<(), AppError> {
        let request = DashboardRequest {
            scope: scope.clone(),
            filter: DashboardFilter::default(),
        };
        let given = self.dashboard(&request).await?.advice;
        let Some(found) = given.iter().find(|one| one.id == advice) else {
            return Err(AppError::Invalid {
                field: "advice",
                problem: "the figures have changed, and it is not given any more".to_owned(),
            });
        };
        let mut write = self.store().write().await?;
        write
            .put_advice_aside(&scope.into(), advice, &found.figures, aside, person, self.now())
            .await?;
        write.commit().await?;
        self.changed(Change::Pilots);
        Ok(())
    }
}
