//! What a run was projected to cost, held against what it did: for as many attempts as there were, so that half a run is not
//! half as dear by itself.

mod baseline;
mod parts;
mod run;
mod spent;

use super::plans;
use crate::error::AppError;
use crate::open_library::OpenLibrary;
use crate::report::{self, count};
use crate::view::estimate::{ClipProjection, PlanView, ProjectionView};
use baseline::Baseline;
use circletake_domain::id::PilotId;
use circletake_domain::money::exact_decimal;
use circletake_store::{ActualsBy, Scope};
use parts::{clip, parts};
use run::{complete, run};
use rust_decimal::Decimal;
use spent::Spent;

/// The most attempts that are told at once.
const MOST_CLIPS: u32 = 500;

impl OpenLibrary {
    /// What a pilot's run was projected to cost against what it did.
    pub async fn projection(&self, pilot: &PilotId) -> Result<ProjectionView, AppError> {
        let plan = self.plan_followed(pilot).await?;
        let models = self.store().actuals(pilot, ActualsBy::Model).await?;
        let prompts = self.store().actuals(pilot, ActualsBy::Prompt).await?;
        let sums = self.store().sums(&Scope::Pilot(pilot.clone())).await?;
        let currency = self.store().info().currency.clone();
        let report = report::view(&sums, None, &currency);
        let baseline = plan.as_ref().map(Baseline::of);
        let projected = baseline.as_ref().and_then(|baseline| baseline.after(&models));
        let every = Spent::of(models.iter());
        Ok(ProjectionView {
            attempts: report.total,
            run: run(plan.as_ref(), projected.as_ref(), &report),
            bases: every.bases(),
            unknown_costs: count(every.unknown),
            seconds: every.seconds(
                baseline.as_ref(),
                models.iter(),
                complete(&report).then_some(&report.total_cost),
            ),
            models: parts(&models, baseline.as_ref()),
            prompts: parts(&prompts, baseline.as_ref()),
            currency,
            plan,
        })
    }

    /// The attempts of a pilot, those that cost the most beyond their projection first.
    pub async fn projection_clips(
        &self,
        pilot: &PilotId,
        offset: u32,
        limit: u32,
    ) -> Result<Vec<ClipProjection>, AppError> {
        let plan = self.plan_followed(pilot).await?;
        let planned = plan
            .as_ref()
            .map(Baseline::of)
            .map(|baseline| baseline.prices())
            .unwrap_or_default();
        let clips = self
            .store()
            .actual_clips(pilot, &planned, offset, limit.min(MOST_CLIPS))
            .await?;
        Ok(clips.into_iter().map(clip).collect())
    }

    async fn plan_followed(&self, pilot: &PilotId) -> Result<Option<PlanView>, AppError> {
        self.store().plan_followed(pilot).await?.map(plans::view).transpose()
    }
}

fn read(text: &str) -> Option<Decimal> {
    exact_decimal(text).ok()
}
