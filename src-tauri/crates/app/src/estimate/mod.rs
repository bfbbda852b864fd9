//! Runs before they are paid for: worked out, kept as a pilot's plan, frozen when it starts, and held against what came of it.

mod answer;
mod attempts;
mod draft;
mod plans;
mod projection;

use crate::clock::{Clock, SystemClock};
use crate::error::AppError;
use crate::open_library::OpenLibrary;
use crate::view::estimate::{NeededView, PlanDraft, PlanEstimate};
use circletake_domain::forecast::PlanProblem;
use circletake_domain::money::Currency;
use circletake_domain::statistics::RateBelief;
use draft::Ground;

impl OpenLibrary {
    /// What a run will cost, and how surely.
    pub async fn plan_estimate(&self, draft: &PlanDraft) -> Result<PlanEstimate, AppError> {
        worked_out(&Ground::of(self).await?, draft).await
    }

    /// What a word names is asked for its usable rate: a pilot, a brief, a model, a template, a prompt or a format.
    pub async fn belief_from(&self, name: &str) -> Result<RateBelief, AppError> {
        let source = self.attempts_source(name).await?;
        Ok(self.belief(&source).await?.0)
    }
}

/// What a run will cost, where no library is open: by the prices that ship with the app, and without own attempts.
pub async fn plan_estimate_without_library(draft: &PlanDraft, currency: Currency) -> Result<PlanEstimate, AppError> {
    worked_out(&Ground::without_library(currency, SystemClock.now()), draft).await
}

/// Off the thread that answers others: a billion generations take a while.
async fn worked_out(ground: &Ground<'_>, draft: &PlanDraft) -> Result<PlanEstimate, AppError> {
    let resolved = ground.resolve(draft).await?;
    let currency = ground.currency().clone();
    let worked_out = tokio::task::spawn_blocking(move || answer::of(&resolved, currency)).await;
    worked_out.map_err(|error| AppError::Invalid {
        field: "plan",
        problem: format!("it could not be worked out ({error})"),
    })?
}

/// How many generations give that many usable clips this surely.
pub fn generations_needed(rate: RateBelief, usable_wanted: u64, confidence: f64) -> Result<NeededView, AppError> {
    let generations = rate
        .generations_needed(usable_wanted, confidence)
        .map_err(|error| AppError::Invalid {
            field: "plan",
            problem: error.to_string(),
        })?;
    Ok(NeededView {
        confidence: answer::share(confidence),
        generations: Some(generations),
        why_not: None,
    })
}

impl From<PlanProblem> for AppError {
    fn from(problem: PlanProblem) -> Self {
        Self::Invalid {
            field: problem.field(),
            problem: problem.to_string(),
        }
    }
}
